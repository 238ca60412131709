import type { Visit } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import styles from './booking.module.css'
import { cityOf, dayWords, hereWords, timeWords } from './when.ts'

/** When, where and with whom a visit is. */
export function VisitFacts({ visit }: { visit: Visit }) {
  const { i18n } = useLingui()
  const city = cityOf(visit.zone)
  const here = hereWords(visit, i18n.locale)
  return (
    <dl className={styles['facts']}>
      <dt>
        <Trans>What</Trans>
      </dt>
      <dd>{visit.type.name}</dd>
      <dt>
        <Trans>When</Trans>
      </dt>
      <dd>
        <strong>
          {dayWords(visit, i18n.locale)}, {timeWords(visit, i18n.locale)}
        </strong>{' '}
        <Trans>by the clock in {city}</Trans>
        {here !== null && (
          <>
            {' '}
            (<Trans>{here} where you are</Trans>)
          </>
        )}
      </dd>
      <dt>
        <Trans>With</Trans>
      </dt>
      <dd>{visit.staff.name}</dd>
      <dt>
        <Trans>Where</Trans>
      </dt>
      <dd>
        {visit.type.kind === 'video' ? (
          <Trans>By video, from where you are</Trans>
        ) : (
          <>
            {visit.place.name}
            {visit.place.address !== '' && <>, {visit.place.address}</>}
          </>
        )}
        {visit.place.phone !== '' && (
          <>
            {' · '}
            <a href={`tel:${visit.place.phone.replace(/[^+\d]/g, '')}`}>{visit.place.phone}</a>
          </>
        )}
      </dd>
    </dl>
  )
}
