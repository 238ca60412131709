import { SIGNALS } from '../angles/angles.ts'
import type { MeasuredRange, SetSummary } from '../events.ts'
import type { Side } from '../pose.ts'
import { clamp } from '../geometry.ts'
import type { Calibration } from '../calibration/calibration.ts'
import { calibrationFrom } from '../calibration/kept-neutral.ts'
import type { RangeState, TrackerState } from './state.ts'

/**
 * What the set came to so far. `range` comes from counted repetitions, or from the time in a hold; left and right of a trunk or head
 * signal are how far the person went to either own side, both positive. It is null when nothing of them was measured from an honest
 * view, or no further than its own error (see `sayable`). `meanRange` is the mean over repetitions of what `range` is the best of, with
 * the same error. `seenShare` is the share of the time that could be judged. `tempoSeconds`: mean seconds from one peak to the next.
 */
export function summarize(state: TrackerState): SetSummary {
  const { tally, work, range } = state
  const best = range === null ? null : measured(range)
  const mean = (side: Side): number | null =>
    range === null ? null : sayable(range, tally.meanRange(side) ?? Number.NaN)
  const sideOf = (side: Side, furthest: number | null) => ({
    ...tally.sideOf(side, furthest),
    mean: mean(side),
  })
  return {
    reps: { ...tally.counts },
    repetitions: tally.repetitions(),
    holdSeconds: work.hold?.seconds ?? 0,
    range: best,
    tempoSeconds: tally.tempoSeconds,
    faults: state.faults.counts,
    seenShare: state.seconds > 0 ? clamp(work.seconds / state.seconds, 0, 1) : 0,
    sides: {
      left: sideOf('left', best?.left ?? null),
      right: sideOf('right', best?.right ?? null),
      both: sideOf('both', best?.best ?? null),
    },
    meanRange: best === null ? null : meanOf(best, mean),
    symmetry: symmetryOf(mean('left'), mean('right')),
  }
}

/** The mean over repetitions beside the best: null where no repetition was measured. */
function meanOf(best: MeasuredRange, mean: (side: Side) => number | null): MeasuredRange | null {
  const left = mean('left')
  const right = mean('right')
  const both = mean('both') ?? larger(left, right)
  return both === null ? null : { ...best, left, right, best: both }
}

/** Mean range of the side that went less far as a share of the other's. */
function symmetryOf(left: number | null, right: number | null): number | null {
  if (left === null || right === null || !(Math.max(left, right) > 0)) return null
  return clamp(Math.min(left, right) / Math.max(left, right), 0, 1)
}

const larger = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b)

/**
 * What may be said of a range: null when it was not measured, and when it is no further from rest than its own error. "5 degrees, give
 * or take 6" may as well be none at all: as a number it would be taken for a finding, and next week's 9 for progress. A rate has no way
 * from rest.
 */
function sayable({ signal, error }: RangeState, value: number): number | null {
  if (!Number.isFinite(value)) return null
  const { kind, rest } = SIGNALS[signal]
  return kind !== 'rate' && Math.abs(value - rest) <= error ? null : value
}

function measured(range: RangeState): MeasuredRange | null {
  const row = SIGNALS[range.signal]
  const { signal, error } = range
  const furthest = range.trips ?? range.held
  const sided = row.signed || row.paired
  const left = sided
    ? sayable(range, row.signed ? Math.max(0, furthest.left.best) : furthest.left.best)
    : null
  const right = sided
    ? sayable(range, row.signed ? Math.max(0, -furthest.right.best) : furthest.right.best)
    : null
  // Of limbs that only went one at a time, the one that went further.
  const both = row.signed ? null : sayable(range, furthest.both.best)
  const best = both ?? (range.direction === 1 ? larger(left, right) : smaller(left, right))
  return best === null ? null : { signal, unit: row.unit, left, right, best, error }
}

const smaller = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b)

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
