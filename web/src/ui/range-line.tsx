import { type Framing, type MeasuredRange, type Movement, rangeText } from '@dorsal/motion'
import { Trans } from '@lingui/react/macro'

/** Unit of breaths and steps: a rate is not how far somebody goes. */
const PER_MINUTE = 'per-minute'

type RangeLineProps = {
  movement: Movement
  framing: Framing | null
  /** Whether the camera reads the angle right now (the last `range` event had a value). */
  reading: boolean
  range: MeasuredRange | null
}

/** The measured range, always with its error; or that no angle is shown from here, and how to see one. */
export function RangeLine({ movement, framing, reading, range }: RangeLineProps) {
  if (!movement.measure) return <Trans>We count this exercise, but show no number for it.</Trans>
  if (!range && framing?.usable && !reading)
    return movement.measure.views.includes('side') ? (
      <Trans>From this view we do not show a number. Turn your side to the camera to see it.</Trans>
    ) : (
      <Trans>From this view we do not show a number. Face the camera to see it.</Trans>
    )
  if (!range) return <Trans>How far you go is shown after your first movement.</Trans>
  if (range.unit === PER_MINUTE)
    return (
      <Trans>
        So far: <RangeValue range={range} />
      </Trans>
    )
  return (
    <Trans>
      Furthest so far: <RangeValue range={sidesTried(range)} />
    </Trans>
  )
}

/** A side to which nobody has moved yet is no range of zero: less than half the error is standing still. */
export function sidesTried(range: MeasuredRange): MeasuredRange {
  const tried = (value: number | null) => (value !== null && value > range.error / 2 ? value : null)
  return { ...range, left: tried(range.left), right: tried(range.right) }
}

/** A range as "42° ± 10°", left and right apart where both were measured; nothing that is only a trend is shown as a number. */
export function RangeValue({ range }: { range: MeasuredRange }) {
  if (range.unit === PER_MINUTE && range.best !== null) {
    const [rate, error] = [Math.round(range.best), Math.round(range.error)]
    return (
      <span>
        <Trans>
          {rate} ± {error} a minute
        </Trans>
      </span>
    )
  }
  const text = { left: rangeText(range, range.left), right: rangeText(range, range.right) }
  if (text.left !== null || text.right !== null)
    return (
      <>
        {text.left !== null && (
          <span>
            <Trans>left {text.left}</Trans>
          </span>
        )}
        {text.left !== null && text.right !== null && ', '}
        {text.right !== null && (
          <span>
            <Trans>right {text.right}</Trans>
          </span>
        )}
      </>
    )
  const best = rangeText(range, range.best)
  return best === null ? <Trans>No number yet.</Trans> : <span>{best}</span>
}
