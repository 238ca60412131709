import type { PoseModel } from './protocol.ts'

/** Above this median the full model is too slow to give 10-15 pictures a second on a device that also draws. */
export const FULL_LIMIT_MS = 60
export const TRIAL_FRAMES = 30

export type ModelChoice = { model: PoseModel; settled: boolean; trial: number[] }

export const startChoice = (asked: PoseModel | 'auto'): ModelChoice => ({
  model: asked === 'auto' ? 'full' : asked,
  settled: asked !== 'auto',
  trial: [],
})

/**
 * The full model is tried first; when the median of the trial is too slow, lite. Decided once: a change of model within a
 * session would change the numbers, so it never goes back and forth.
 */
export function learn(choice: ModelChoice, inferenceMs: number): ModelChoice {
  if (choice.settled) return choice
  const trial = [...choice.trial, inferenceMs]
  if (trial.length < TRIAL_FRAMES) return { ...choice, trial }
  const median = [...trial].sort((a, b) => a - b)[TRIAL_FRAMES >> 1] ?? 0
  return { model: median > FULL_LIMIT_MS ? 'lite' : 'full', settled: true, trial: [] }
}
