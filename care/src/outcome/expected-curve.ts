import type { ExpectedCurve } from './outcome-rules.ts'

/** What a curve says for one week, in points of the measure. */
export type Expected = { typical: number; low: number; high: number }

/** The curve for a measure and how long the pain has lasted (an answer to H01); null where content has none: then nothing is drawn. */
export function curveFor(
  curves: readonly ExpectedCurve[],
  measureId: string,
  duration: string | null,
): ExpectedCurve | null {
  return (
    curves.find(({ measure, durations }) => measure === measureId && durations.includes(duration ?? '')) ??
    null
  )
}

/**
 * What usually happens by a week (whole or not, 0 is the first) to somebody who began at `first`, straight between the points of the
 * curve. Null before its first and after its last point, and without a first value: nothing is drawn on beyond what was studied.
 * The upper band never goes above `max`. It is shown with the label and note of its curve, never as a goal.
 */
export function expectedAt(
  curve: ExpectedCurve,
  first: number | null,
  week: number,
  max = 10,
): Expected | null {
  if (first === null) return null
  const after = curve.points.findIndex((point) => point.week >= week)
  const [right, left] = [curve.points[after], curve.points[Math.max(0, after - 1)]]
  if (right === undefined || left === undefined || week < left.week) return null
  const part = right.week === left.week ? 0 : (week - left.week) / (right.week - left.week)
  const between = (a: number, b: number) => Math.min(max, first * (a + (b - a) * part))
  return {
    typical: between(left.typical, right.typical),
    low: between(left.low, right.low),
    high: between(left.high, right.high),
  }
}

/** Where a value stands against the band: less pain than usual by then, within it, or more. Null where there is no band. */
export function againstCurve(
  curve: ExpectedCurve,
  first: number | null,
  week: number,
  value: number | null,
): 'less' | 'usual' | 'more' | null {
  const expected = expectedAt(curve, first, week)
  if (expected === null || value === null) return null
  if (value < expected.low) return 'less'
  return value > expected.high ? 'more' : 'usual'
}
