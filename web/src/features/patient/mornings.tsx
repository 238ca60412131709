import type { Morning, PatientRecord } from '@dorsal/care'
import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { shortDayOf } from '../../lib/time.ts'
import { SINCE_WORDS } from '../../ui/since-words.ts'
import styles from './patient-page.module.css'

const SLEPT: Readonly<Record<NonNullable<Morning['sleep']>, MessageDescriptor>> = {
  well: msg`slept well`,
  'so-so': msg`slept so-so`,
  badly: msg`slept badly`,
}
const SHOWN = 7

/** How it was on the mornings after sessions, newest first: the answer that the next session did not ask again. */
export function Mornings({ record }: { record: PatientRecord }) {
  const { i18n, t } = useLingui()
  const mornings = record.told.flatMap((day) => (day.kind === 'morning' ? [day] : [])).slice(-SHOWN)
  if (mornings.length === 0) return null
  return (
    <section aria-labelledby="mornings" className={styles['block']}>
      <h2 id="mornings">
        <Trans>Mornings after a session</Trans>
      </h2>
      <ul>
        {mornings.toReversed().map(({ id, at, sinceLast, pain, sleep, answers }) => {
          const asked = Object.values(answers ?? {})
          return (
            <li key={id}>
              {[
                `${shortDayOf(at, i18n.locale)}: ${i18n._(SINCE_WORDS[sinceLast])}`,
                ...(pain === null ? [] : [t`pain ${pain}`]),
                ...(sleep == null ? [] : [i18n._(SLEPT[sleep])]),
                ...(asked.length === 0
                  ? []
                  : [asked.includes('yes') ? t`a danger question answered yes` : t`danger questions: no`]),
              ].join(' · ')}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
