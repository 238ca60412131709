import type { Hours } from '@dorsal/care'
import { Trans } from '@lingui/react/macro'
import { Button } from '../../ui/button.tsx'
import { KindsField } from './kinds-field.tsx'
import styles from './schedule.module.css'

type Props = { span: Hours; onChange: (span: Hours) => void; onDrop: () => void }

/** From when to when on one day of the week; for which kinds, and from and until which day if only for a time. */
export function HoursSpan({ span, onChange, onDrop }: Props) {
  return (
    <div className={`${styles['form']} ${styles['row']}`}>
      <label>
        <Trans>From</Trans>
        <input
          type="time"
          step={300}
          required
          value={span.from}
          onChange={(event) => onChange({ ...span, from: event.target.value })}
        />
      </label>
      <label>
        <Trans>To</Trans>
        <input
          type="time"
          step={300}
          required
          value={span.to}
          onChange={(event) => onChange({ ...span, to: event.target.value })}
        />
      </label>
      <label>
        <Trans>Only from this day on (may stay empty)</Trans>
        <input
          type="date"
          value={span.fromDay ?? ''}
          onChange={(event) => onChange({ ...span, fromDay: event.target.value || null })}
        />
      </label>
      <label>
        <Trans>Only until this day (may stay empty)</Trans>
        <input
          type="date"
          value={span.untilDay ?? ''}
          onChange={(event) => onChange({ ...span, untilDay: event.target.value || null })}
        />
      </label>
      <KindsField kinds={span.kinds} onChange={(kinds) => onChange({ ...span, kinds })} />
      <Button look="quiet" onClick={onDrop}>
        <Trans>Take away</Trans>
      </Button>
    </div>
  )
}
