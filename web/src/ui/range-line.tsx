import type { Framing, MeasuredRange, Movement } from '@dorsal/motion'
import { Trans } from '@lingui/react/macro'

type RangeLineProps = {
  movement: Movement
  framing: Framing | null
  /** Whether the camera reads the angle right now (the last `range` event had a value). */
  reading: boolean
  range: MeasuredRange | null
}

/** The measured range, always with its error; or that no angle is shown from here, and how to see one. */
export function RangeLine({ movement, framing, reading, range }: RangeLineProps) {
  if (!movement.measure) return <Trans>We count this exercise, but show no angle for it.</Trans>
  if (framing?.usable && !reading)
    return movement.measure.views.includes('side') ? (
      <Trans>From this view we do not show an angle. Turn your side to the camera to see it.</Trans>
    ) : (
      <Trans>From this view we do not show an angle. Face the camera to see it.</Trans>
    )
  if (!range) return <Trans>No angle so far.</Trans>
  return (
    <Trans>
      Furthest so far: <RangeValue range={range} />
    </Trans>
  )
}

const SIGN: Record<string, string> = { deg: '°', degrees: '°', degree: '°' }

/** A range as "42° ± 10°", left and right apart where both were measured. */
export function RangeValue({ range }: { range: MeasuredRange }) {
  const sign = SIGN[range.unit] ?? ` ${range.unit}`
  const show = (value: number): string => `${Math.round(value)}${sign} ± ${Math.round(range.error)}${sign}`
  if (range.left !== null || range.right !== null)
    return (
      <>
        {range.left !== null && (
          <span>
            <Trans>left {show(range.left)}</Trans>
          </span>
        )}
        {range.left !== null && range.right !== null && ', '}
        {range.right !== null && (
          <span>
            <Trans>right {show(range.right)}</Trans>
          </span>
        )}
      </>
    )
  return range.best === null ? <Trans>No angle yet.</Trans> : <span>{show(range.best)}</span>
}
