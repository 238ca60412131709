import type { MovementRating, MovementTestResult } from '@dorsal/care'
import type { SetSummary } from '@dorsal/motion'

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

export function cameraResult(sides: Sides, pain: number): MovementTestResult {
  return { ...sides, source: 'camera', pain }
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
