/**
 * How long something may be out of sight before the engine no longer takes it to have gone on: one table for cycles, turns in turn, holds
 * and timed exercises, and for faults and tests. Seconds. What happened in a longer gap nobody knows: nothing that had begun before it counts, and no clock
 * runs through it.
 *
 * - `sight`: nobody seen, at a usual camera: a repetition of somebody quick is half over by then.
 * - `frames`, `slow`: a slow camera that drops frames is no blindness: so many usual frame steps, up to so many seconds. A hold clock runs
 *   over steps as long.
 * - `limb`: somebody is seen all the time, but the limb is hidden or stands so that its angle means nothing there (the turn of an upper arm
 *   with a straight elbow): there and back once more takes longer.
 * - `fault`: nothing is taken to last, a fault or a broken rule, over a step between two judgements that is longer.
 * - `speed`: two values further apart say nothing about the speed between them.
 * - `slip`: a single sample that is older than this was no slip of the model.
 */
export const GAPS = {
  sight: 0.3,
  frames: 4.5,
  slow: 0.6,
  limb: 1,
  fault: 0.6,
  speed: 0.3,
  slip: 0.25,
} as const

/** The gap in seconds without sight that is bridged at the usual step from frame to frame, seconds. */
export const bridged = (step: number): number => Math.max(GAPS.sight, Math.min(GAPS.slow, GAPS.frames * step))
