import { POSTURE_ASYMMETRY, POSTURE_CHANGE, type StillPosture } from './posture.ts'

/** How a posture changed, in plain ids: only what is beyond the minimal detectable change is called a change. */
export type PostureChange = 'about-the-same' | 'more-forward' | 'less-forward' | 'not-comparable'

/**
 * Head and shoulders before and after, of the same person, place and side. Missing values, another place or another side: not comparable.
 */
export function comparePostures(
  before: StillPosture,
  after: StillPosture,
): { head: PostureChange; shoulders: PostureChange } {
  const alike = before.place === after.place && before.side === after.side && before.view === after.view
  return {
    head: alike
      ? change(before.headForward, after.headForward, POSTURE_CHANGE.headForward)
      : 'not-comparable',
    shoulders: alike
      ? change(before.roundedShoulder, after.roundedShoulder, POSTURE_CHANGE.roundedShoulder)
      : 'not-comparable',
  }
}

function change(before: number | null, after: number | null, least: number): PostureChange {
  if (before === null || after === null) return 'not-comparable'
  if (!(Math.abs(after - before) > least)) return 'about-the-same'
  return after > before ? 'more-forward' : 'less-forward'
}

/** True when one shoulder lies further forward than the other by more than the limit, from one capture of each side; null when either is missing. */
export function shouldersDiffer(left: StillPosture | null, right: StillPosture | null): boolean | null {
  const [a, b] = [left?.roundedShoulder ?? null, right?.roundedShoulder ?? null]
  return a === null || b === null ? null : Math.abs(a - b) > POSTURE_ASYMMETRY
}
