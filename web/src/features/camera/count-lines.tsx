import type { Framing, Movement, SetSummary } from '@dorsal/motion'
import { Trans } from '@lingui/react/macro'
import { RangeLine } from '../../ui/range-line.tsx'
import styles from './camera-page.module.css'

type CountLinesProps = {
  movement: Movement
  summary: SetSummary | null
  /** Seconds held, for an exercise that is held. */
  held: number
  framing: Framing | null
  reading: boolean
}

/** The big number, left and right apart where they are, and the range. */
export function CountLines({ movement, summary, held, framing, reading }: CountLinesProps) {
  const reps = summary?.reps
  const isHold = movement.template === 'hold'
  return (
    <>
      <p className={styles['count']} aria-live="polite" data-count={reps?.total ?? 0}>
        <strong>{isHold ? Math.floor(held) : (reps?.total ?? 0)}</strong>
        <span>{isHold ? <Trans>seconds held</Trans> : <Trans>repetitions</Trans>}</span>
      </p>
      {reps && reps.left + reps.right > 0 && (
        <p>
          <Trans>
            left {reps.left}, right {reps.right}
          </Trans>
        </p>
      )}
      <p className={styles['range']} data-range={summary?.range ? 'shown' : 'none'}>
        <RangeLine movement={movement} framing={framing} reading={reading} range={summary?.range ?? null} />
      </p>
    </>
  )
}
