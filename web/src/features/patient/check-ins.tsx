import { type Measure, type PatientContent, type PatientRecord, scoreOf } from '@dorsal/care'
import { Trans, useLingui } from '@lingui/react/macro'
import { shortDayOf } from '../../lib/time.ts'
import styles from './patient-page.module.css'

type Props = { record: PatientRecord; measures: readonly Measure[]; rules: PatientContent['outcome'] }
type Event = NonNullable<PatientRecord['checkIns'][number]['event']>

function EventLine({ event, rules }: { event: Event; rules: Props['rules'] }) {
  const how = rules?.severities.find(({ value }) => value === event.severity)?.text ?? String(event.severity)
  const what = (rules?.events ?? []).filter(({ id }) => event.kinds.includes(id)).map(({ text }) => text)
  const said = [how, ...what].join(', ')
  return (
    <div>
      <span className={styles['stopped']}>
        ▲ <Trans>side effect: {said}</Trans>
      </span>
      {event.text && <blockquote>{event.text}</blockquote>}
    </div>
  )
}

/** Every check-in with its scores, newest first, and what was told of side effects in the person's own words. */
export function CheckIns({ record, measures, rules }: Props) {
  const { i18n } = useLingui()
  if (record.checkIns.length === 0) return null
  return (
    <details>
      <summary>
        <Trans>Check-ins ({record.checkIns.length})</Trans>
      </summary>
      <ul>
        {record.checkIns.toReversed().map(({ id, at, answers, event }) => (
          <li key={id}>
            <strong>{shortDayOf(at, i18n.locale)}</strong>{' '}
            {measures
              .flatMap((measure) => {
                const given = answers[measure.id]
                const value = given === undefined ? null : scoreOf(measure, given).value
                return value === null ? [] : [`${measure.name} ${Math.round(value * 10) / 10}`]
              })
              .join(' · ')}
            {event && <EventLine event={event} rules={rules} />}
          </li>
        ))}
      </ul>
    </details>
  )
}
