import { clamp } from '../../geometry.ts'

/**
 * Where a line between two body points looks, from two independent things: its breadth in the picture as a share of its own full
 * breadth (the cosine of the turn) and how much deeper one end lies as a share of it (the sine). Each comes with its standard error.
 */
export type Seen = { breadth: number; breadthError: number; round: number; sine: number; sineError: number }

/** A turn in radians, positive to the own left, with its standard error; `cost`: how badly the two evidences agree, in variances. */
export type Direction = { turn: number; error: number; cost: number }

const STEPS = 5
/**
 * Breadth of a body turned by `turn`, as a share of the full one. A body is no line: shoulders and hips are round, so that they
 * narrow less than the cosine of the turn; `round` is what is left at 90 degrees.
 */
export const breadthAt = (turn: number, round: number): number => Math.cos(turn) + round * Math.sin(turn) ** 2
/** How fast that changes with the turn. */
export const narrowingAt = (turn: number, round: number): number =>
  -Math.sin(turn) * (1 - 2 * round * Math.cos(turn))
/** The turn (to either side) at which a body looks so broad; 0 for one that has lost nothing. */
export function turnOf(breadth: number, round: number): number {
  if (round < 1e-3) return Math.acos(clamp(breadth, -1, 1))
  const lost = 1 - 4 * round * (breadth - round)
  return Math.acos(clamp((1 - Math.sqrt(Math.max(0, lost))) / (2 * round), -1, 1))
}
/** Further than this no trunk turns away from a camera that it faces. */
const LIMIT = 1.45

/**
 * The most probable turn near `start`. Because the cosine does not change near 0 and the sine does not near 90 degrees, each evidence
 * counts by itself just where it can tell something: nothing is switched, and nothing jumps.
 */
export function settle(seen: Seen, start: number): Direction {
  let turn = clamp(start, -LIMIT, LIMIT)
  let weight = 1
  for (let i = 0; i < STEPS; i++) {
    const c = (breadthAt(turn, seen.round) - seen.breadth) / seen.breadthError
    const s = (Math.sin(turn) - seen.sine) / seen.sineError
    const dc = narrowingAt(turn, seen.round) / seen.breadthError
    const ds = Math.cos(turn) / seen.sineError
    weight = Math.max(dc * dc + ds * ds, 1e-6)
    turn = clamp(turn - (c * dc + s * ds) / weight, -LIMIT, LIMIT)
  }
  return { turn, error: 1 / Math.sqrt(weight), cost: costOf(seen, turn) }
}

/** Disagreement of a turn with what is seen, in variances. */
export const costOf = (seen: Seen, turn: number): number =>
  ((breadthAt(turn, seen.round) - seen.breadth) / seen.breadthError) ** 2 +
  ((Math.sin(turn) - seen.sine) / seen.sineError) ** 2
