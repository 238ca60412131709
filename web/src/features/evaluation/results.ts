import type { MovementRating, MovementTest, MovementTestResult } from '@dorsal/care'
import type { SetSummary, TestResult } from '@dorsal/motion'

export type Sides = { left: number | null; right: number | null; error: number }

/** Degrees below which a turn that was not counted as a repetition is taken for swaying, not for the person's range. */
const SWAY = 8

/**
 * What the camera measured to each side, in whole degrees, with the larger of its own error and the test's. Null to a
 * side where nothing was measured.
 */
export function sidesOf(summary: SetSummary | null, testError: number): Sides | null {
  const range = summary?.range
  if (!summary || !range) return null
  const side = (value: number | null, reps: number): number | null =>
    value !== null && (reps > 0 || value >= SWAY) ? Math.round(Math.max(0, value)) : null
  return {
    left: side(range.left, summary.reps.left),
    right: side(range.right, summary.reps.right),
    error: Math.round(Math.max(testError, range.error)),
  }
}

/** What was measured, before the person has said how much it hurt. */
export type Measured = Pick<MovementTestResult, 'left' | 'right' | 'value' | 'error'>

export function cameraResult(measured: Measured, pain: number): MovementTestResult {
  return { ...measured, source: 'camera', pain }
}

/**
 * What a test by its protocol came to: both sides in whole degrees where it has sides, else one value with a decimal. Null where nothing
 * was measured.
 */
export function measuredBy(result: TestResult, sides: MovementTest['protocol']['sides']): Measured | null {
  const { unit, error, best } = result
  const digits = unit === 'deg' || unit === 'count' || unit === 'grade' ? 1 : unit === 'ratio' ? 100 : 10
  const rounded = (value: number | null) => (value === null ? null : Math.round(value * digits) / digits)
  const [left, right] = [rounded(result.left), rounded(result.right)]
  const value = sides === 'one' ? rounded(best) : undefined
  if (value === null || (value === undefined && left === null && right === null)) return null
  return { left, right, ...(value !== undefined && { value }), error: rounded(error) }
}

const LIMITED: MovementRating[] = ['very-limited', 'limited', 'painful', 'full']

/** The rating that stands for both sides: the more limited one; painful where neither is limited. */
export function worseOf(left: MovementRating, right: MovementRating): MovementRating {
  return LIMITED.find((rating) => rating === left || rating === right) ?? 'full'
}

export function selfResult(left: MovementRating, right: MovementRating, pain: number): MovementTestResult {
  const ratings = { left, right }
  return { left: null, right: null, source: 'self', pain, rating: worseOf(left, right), ratings }
}

/** One judgement of a movement without sides. */
export function ratedResult(rating: MovementRating, pain: number): MovementTestResult {
  return { left: null, right: null, source: 'self', pain, rating }
}

/** A number that the person counted or measured themselves. */
export function countedResult(value: number, test: Pick<MovementTest, 'error'>, pain: number) {
  return {
    left: null,
    right: null,
    value,
    error: test.error,
    source: 'self',
    pain,
  } satisfies MovementTestResult
}

/** How a test is judged without a camera: each side, once, by a number, or not at all. */
export type OwnWay = 'sides' | 'once' | 'number' | null

/** Kinds of test that end in a number which people can count or measure themselves, or that nobody can judge alone. */
const OWN_WAYS: Partial<Record<MovementTest['protocol']['kind'], OwnWay>> = {
  self: 'number',
  count: 'number',
  hold: 'number',
  photo: null,
  'breathing-rate': null,
  'breathing-pattern': null,
}

export function ownWayOf({ protocol }: Pick<MovementTest, 'protocol'>): OwnWay {
  const way = OWN_WAYS[protocol.kind]
  return way === undefined ? (protocol.sides === 'one' ? 'once' : 'sides') : way
}
