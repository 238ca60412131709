import type { Exercise, SessionReport } from '@dorsal/care'
import { type MeasuredRange, SIGNALS } from '@dorsal/motion'

export type Verdict = 'further' | 'less-far' | 'faster' | 'slower' | 'about-the-same'

/** One exercise against the last time that it was measured; `left` and `right` where both times knew sides. */
export type Compared = {
  exerciseId: string
  now: MeasuredRange
  before: MeasuredRange
  verdicts: readonly { side: 'left' | 'right' | 'both'; verdict: Verdict }[]
}

const SIDES = ['left', 'right'] as const
const PER_MINUTE = 'per-minute'

/** +1 where more of the number is further, -1 where less of it is. */
function directionOf({ movement: { count, measure } }: Exercise): 1 | -1 {
  if (count === null || measure === null || count.signal !== measure.signal) return 1
  return SIGNALS[measure.signal].signed ? 1 : count.direction
}

const furthest = (a: number | null, b: number | null, direction: 1 | -1): number | null =>
  a === null ? b : b === null ? a : a * direction >= b * direction ? a : b

/** The furthest of one session in an exercise, with the largest error that any of its sets states; null where nothing was measured. */
function furthestOf(report: SessionReport, exerciseId: string, direction: 1 | -1): MeasuredRange | null {
  const ranges = report.sets.flatMap((set) =>
    set.exerciseId === exerciseId ? (set.summary?.range ?? []) : [],
  )
  const [first] = ranges
  if (first === undefined) return null
  const alike = ranges.filter(({ signal, unit }) => signal === first.signal && unit === first.unit)
  return alike.reduce((best, range) => ({
    ...best,
    left: furthest(best.left, range.left, direction),
    right: furthest(best.right, range.right, direction),
    best: furthest(best.best, range.best, direction),
    error: Math.max(best.error, range.error),
  }))
}

/** A difference counts only where the two numbers lie further apart than both their errors together. */
function verdictOf(now: number, before: number, error: number, direction: 1 | -1, rate: boolean): Verdict {
  const more = (now - before) * direction
  if (!(Math.abs(more) > error)) return 'about-the-same'
  if (rate) return more > 0 ? 'faster' : 'slower'
  return more > 0 ? 'further' : 'less-far'
}

/**
 * How far today's measured exercises went against the last time that each was measured in the same way (signal and unit). Within the
 * errors of both it is about the same; trends and other ways of measuring are not compared; what has no last time is left out.
 */
export function againstLast(
  report: SessionReport,
  history: readonly SessionReport[],
  exercises: readonly Exercise[],
): Compared[] {
  const earlier = history
    .filter(({ id, endedAt }) => id !== report.id && endedAt <= report.endedAt)
    .toSorted((a, b) => b.endedAt.localeCompare(a.endedAt))
  const ids = [...new Set(report.sets.map(({ exerciseId }) => exerciseId))]
  return ids.flatMap((exerciseId): Compared[] => {
    const exercise = exercises.find(({ id }) => id === exerciseId)
    if (exercise === undefined) return []
    const direction = directionOf(exercise)
    const now = furthestOf(report, exerciseId, direction)
    if (now === null || SIGNALS[now.signal as keyof typeof SIGNALS]?.kind === 'trend') return []
    const before = earlier
      .map((one) => furthestOf(one, exerciseId, direction))
      .find((range) => range !== null && range.signal === now.signal && range.unit === now.unit)
    if (before === undefined || before === null) return []
    const error = now.error + before.error
    const rate = now.unit === PER_MINUTE
    const of = (a: number | null, b: number | null) =>
      a === null || b === null ? null : verdictOf(a, b, error, direction, rate)
    const sides = SIDES.flatMap((side) => {
      const verdict = of(now[side], before[side])
      return verdict === null ? [] : [{ side, verdict }]
    })
    const whole = of(now.best, before.best)
    const both = whole === null ? [] : [{ side: 'both' as const, verdict: whole }]
    const verdicts = sides.length > 0 ? sides : both
    return verdicts.length === 0 ? [] : [{ exerciseId, now, before, verdicts }]
  })
}
