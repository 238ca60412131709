import { type Body, can, middleX, middleY, px, py } from '../body/body.ts'

type Side = 'L' | 'R'

/** Shorter than this, in trunk lengths, an arm points at the camera (grown people have 1.0-1.25). */
const SHORTEST = 0.75
/** Straight arms that look shorter than this point half towards it, and do not count in a movement. */
const SHORTENED = 0.9
/** Share of upper arm and forearm together that a straight arm spans, and of its span that must lie along or out from the trunk. */
const STRAIGHT = 0.97
const HANGS = 0.85
const ASIDE = 0.8
/** Straight looks at one arm that make a length, how many are kept, and which of them is it: what points at the camera looks shorter, never longer. */
const ENOUGH = 8
const KEPT = 900
const TAKEN = 0.75
/** By how much more than at rest the movement may show: a hand that comes nearer to the camera looks larger. */
const MORE = 1.1

/** How far a way in the picture goes towards the head along the trunk, pixels: downwards means something else for people who lie. */
export function alongTrunk(body: Body, x: number, y: number): number {
  const upX = middleX(body, 'shoulder') - middleX(body, 'hip')
  const upY = middleY(body, 'shoulder') - middleY(body, 'hip')
  return (x * upX + y * upY) / Math.hypot(upX, upY)
}

type Span = { length: number; up: number; out: number }

/** An arm as it is seen: shoulder to wrist over the elbow, and how far the wrist lies up along the trunk and to its own side, pixels. */
function span(body: Body, side: Side): Span | null {
  if (!can(body, `shoulder${side}`, `elbow${side}`, `wrist${side}`)) return null
  const upper = Math.hypot(
    px(body, `elbow${side}`) - px(body, `shoulder${side}`),
    py(body, `elbow${side}`) - py(body, `shoulder${side}`),
  )
  const fore = Math.hypot(
    px(body, `wrist${side}`) - px(body, `elbow${side}`),
    py(body, `wrist${side}`) - py(body, `elbow${side}`),
  )
  const x = px(body, `wrist${side}`) - px(body, `shoulder${side}`)
  const y = py(body, `wrist${side}`) - py(body, `shoulder${side}`)
  const up = alongTrunk(body, x, y)
  const inward = px(body, side === 'L' ? 'shoulderR' : 'shoulderL') - px(body, `shoulder${side}`)
  const out = Math.sqrt(Math.max(0, x * x + y * y - up * up)) * (x * inward < 0 ? 1 : -1)
  return { length: upper + fore, up, out }
}

/** Shoulder to wrist over the elbow in pixels, where the arm hangs along the trunk in the picture plane; NaN otherwise. */
export function hangingArm(body: Body, side: Side): number {
  const arm = span(body, side)
  return arm !== null && -arm.up > Math.max(HANGS * arm.length, SHORTEST * body.trunk)
    ? arm.length
    : Number.NaN
}

/** The same of a straight arm that hangs, is held out to its own side or overhead: wherever it does not point at the camera. */
function straightArm(body: Body, side: Side, trunk: number): number {
  const arm = span(body, side)
  if (arm === null || arm.length < SHORTENED * trunk) return Number.NaN
  const chord = Math.hypot(arm.up, arm.out)
  const flat = Math.abs(arm.up) > HANGS * chord || arm.out > ASIDE * chord
  return chord > STRAIGHT * arm.length && flat ? arm.length : Number.NaN
}

/**
 * Learns the length of both arms, in trunk lengths, while the person moves: each side by itself, from the looks at it that were not
 * foreshortened. Somebody whose hands lie in the lap at rest shows an arm only then.
 *
 * Not to be read while both arms are held forward, as in a test of rotation: turned, such arms look straight, sideways and short.
 */
export class ArmReader {
  private readonly seen: Readonly<Record<Side, number[]>> = { L: [], R: [] }

  /**
   * Takes one frame in; arms that are bent, hidden or point at the camera change nothing. `trunk`: its pixels at rest, for a raised arm
   * takes the shoulder up with it.
   */
  read(body: Body, trunk: number): void {
    for (const side of ['L', 'R'] as const) {
      const length = straightArm(body, side, trunk) / trunk
      const list = this.seen[side]
      if (Number.isFinite(length) && list.length < KEPT) list.push(length)
    }
  }

  /** The mean of the arms that were seen, given what was found at rest (NaN for nothing); NaN where neither showed one. */
  length(rest: number): number {
    const sides = [this.seen.L, this.seen.R]
      .filter((list) => list.length >= ENOUGH)
      .map((list) => list.toSorted((a, b) => a - b)[Math.floor(TAKEN * list.length)] ?? Number.NaN)
    if (sides.length === 0) return rest
    const moved = sides.reduce((sum, one) => sum + one, 0) / sides.length
    return Number.isFinite(rest) ? Math.max(rest, Math.min(moved, MORE * rest)) : moved
  }
}
