import { SIGNALS } from '../angles/angles.ts'
import type { MeasuredRange, SetSummary } from '../events.ts'
import { clamp } from '../geometry.ts'
import { type Calibration, calibrationFrom } from '../calibration/calibration.ts'
import type { RangeState, TrackerState } from './state.ts'

const orNull = (value: number): number | null => (Number.isFinite(value) ? value : null)

/**
 * What the set came to so far. `range` is null when no frame showed the measured signal from an honest view; left and right of
 * a trunk or head signal are how far the person went to either own side, both positive. `seenShare` is the share of the time
 * that could be judged. `tempoSeconds`: mean seconds from one peak to the next.
 */
export function summarize(state: TrackerState): SetSummary {
  const { counts, tempo, time } = state
  return {
    reps: { ...counts },
    repetitions: state.reps.map((one) => ({ ...one })),
    holdSeconds: state.hold?.seconds ?? 0,
    range: state.range === null ? null : measured(state.range),
    tempoSeconds: tempo.n > 0 ? tempo.sum / tempo.n : null,
    faults: state.faults.counts,
    seenShare: time.all > 0 ? clamp(time.judged / time.all, 0, 1) : 0,
  }
}

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
 * stands now; null before a still moment was seen.
 */
export function calibrationOf(state: TrackerState): Calibration | null {
  const { calibration } = state
  const { neutral } = state.neutral
  if (neutral === null) return calibration
  return calibrationFrom(neutral, calibration?.mirrored ?? null, calibration?.ranges ?? {})
}
