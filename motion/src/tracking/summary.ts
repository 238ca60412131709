import { SIGNALS } from '../angles/angles.ts'
import type { MeasuredRange, SetSummary } from '../events.ts'
import type { Side } from '../pose.ts'
import { clamp } from '../geometry.ts'
import { type Calibration, calibrationFrom } from '../calibration/calibration.ts'
import type { RangeState, TrackerState } from './state.ts'
import type { Tally } from './tally.ts'

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)

/**
 * What the set came to so far. `range` is null when no frame showed the measured signal from an honest view; left and right of
 * a trunk or head signal are how far the person went to either own side, both positive. `meanRange` is the mean over repetitions
 * of what `range` is the best of, with the same error. `seenShare` is the share of the time that could be judged. `tempoSeconds`:
 * mean seconds from one peak to the next.
 */
export function summarize(state: TrackerState): SetSummary {
  const { tally, work, range } = state
  const best = range === null ? null : measured(range)
  return {
    reps: { ...tally.counts },
    repetitions: tally.repetitions(),
    holdSeconds: work.hold?.seconds ?? 0,
    range: best,
    tempoSeconds: tally.tempoSeconds,
    faults: state.faults.counts,
    seenShare: state.seconds > 0 ? clamp(work.seconds / state.seconds, 0, 1) : 0,
    sides: {
      left: tally.sideOf('left', best?.left ?? null),
      right: tally.sideOf('right', best?.right ?? null),
      both: tally.sideOf('both', best?.best ?? null),
    },
    meanRange: best === null ? null : meanOf(best, tally),
    symmetry: symmetryOf(tally),
  }
}

/** The mean over repetitions beside the best: null where no repetition was measured. */
function meanOf(best: MeasuredRange, tally: Tally): MeasuredRange | null {
  const left = tally.meanRange('left')
  const right = tally.meanRange('right')
  const both = tally.meanRange('both') ?? larger(left, right)
  return both === null ? null : { ...best, left, right, best: both }
}

/** Mean range of the side that went less far as a share of the other's. */
function symmetryOf(tally: Tally): number | null {
  const left = tally.meanRange('left')
  const right = tally.meanRange('right')
  if (left === null || right === null || !(Math.max(left, right) > 0)) return null
  return clamp(Math.min(left, right) / Math.max(left, right), 0, 1)
}

const larger = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b)

function measured(range: RangeState): MeasuredRange | null {
  const row = SIGNALS[range.signal]
  const { signal, error } = range
  const left = row.signed ? Math.max(0, range.left.best) : range.left.best
  const right = row.signed ? Math.max(0, -range.right.best) : range.right.best
  const best = row.signed ? Math.max(left, right) : range.best.best
  if (!Number.isFinite(best)) return null
  const sided = row.signed || row.paired
  return {
    signal,
    unit: row.unit,
    left: sided ? orNull(left) : null,
    right: sided ? orNull(right) : null,
    best,
    error,
  }
}

/**
 * What this set knows of the person, to be handed to the next one: the calibration that it was given, with the neutral pose as it
 * stands now and the range of the counted signal as this set had it; null before a still moment was seen.
 */
export function calibrationOf(state: TrackerState): Calibration | null {
  const { calibration } = state
  const { neutral } = state.neutral
  if (neutral === null) return calibration
  return calibrationFrom(neutral, calibration?.mirrored ?? null, rangesOf(state))
}

/** The known ranges, of the counted signal those of this set where it has any: people's range changes from week to week. */
function rangesOf({ calibration, movement, tally }: TrackerState): Calibration['ranges'] {
  const before = calibration?.ranges ?? {}
  if (movement.count === null) return before
  const { signal } = movement.count
  const of = (side: Side): number | null => tally.meanHeight(side) ?? before[signal]?.[side] ?? null
  const range = { left: of('left'), right: of('right'), both: of('both') }
  return range.left === null && range.right === null && range.both === null
    ? before
    : { ...before, [signal]: range }
}
