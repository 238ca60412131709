import { clamp } from '../geometry.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { type Body, can, middleX, middleY, px, py, type Space, trunkNow } from './points.ts'

/** Seconds over which a longest length is forgotten to a third, and the share of it that still counts as standing upright. */
const FORGET = 60
const UPRIGHT = 0.85
const FORGET_BREADTH = 30
/** Shortest leg (hip to ankle) that goes with a trunk (shoulder to hip) of 1: grown people have 1.45-1.75 (segment tables of Drillis and Contini). */
const LEG_PER_TRUNK = 1.4
/** How far the elbows hang towards the hips, in trunk lengths, for the arms to be down. */
const ARMS_DOWN = 0.35

/**
 * Keeps the person's own lengths: trunk, leg and breadth, in the picture and from measured depth.
 *
 * Leaning towards the camera shortens the picture of the trunk, nothing lengthens it but coming nearer: the longest is kept. Somebody
 * who measures nearly as long as that is a little further away: then it is forgotten, slowly, and the leg with it. All are taken
 * along the body and not along the picture, so that they hold for people who lie. Missing data: unseen parts change nothing.
 */
export function keepLengths(body: Body, dt: number): void {
  const length = trunkNow(body)
  if (!(length > 0)) return
  const step = Math.max(0, dt)
  const shorter = length < body.trunk && length > UPRIGHT * body.trunk
  const kept = body.trunk - (shorter ? Math.min(0.5, step / FORGET) : 0) * (body.trunk - length)
  const leg = Math.hypot(
    middleX(body, 'ankle') - middleX(body, 'hip'),
    middleY(body, 'ankle') - middleY(body, 'hip'),
  )
  body.leg = longest(longest((body.leg * kept) / body.trunk, leg), longest(kept, length) * LEG_PER_TRUNK)
  body.trunk = longest(kept, length)
  keepBreadth(body, length, step)
  if (body.depth === 'sensor') keepMetres(body, step)
}

function keepBreadth(body: Body, length: number, step: number): void {
  if (!can(body, 'shoulderL', 'shoulderR')) return
  // Along the trunk, towards the hips; up and down the picture for somebody upright.
  const ux = (middleX(body, 'hip') - middleX(body, 'shoulder')) / length
  const uy = (middleY(body, 'hip') - middleY(body, 'shoulder')) / length
  const hang =
    (middleX(body, 'elbow') - middleX(body, 'shoulder')) * ux +
    (middleY(body, 'elbow') - middleY(body, 'shoulder')) * uy
  if (hang < ARMS_DOWN * body.trunk) return
  const breadth = Math.abs(acrossTrunk(body, 'shoulder', ux, uy)) / body.trunk
  body.breadth = longest(body.breadth * (1 - Math.min(0.5, step / FORGET_BREADTH)), breadth)
}

/** From the right to the left point of a pair, across the trunk whose direction in the picture is (`ux`, `uy`): pixels, positive facing. */
export const acrossTrunk = (body: Body, pair: 'shoulder' | 'hip', ux: number, uy: number): number =>
  (px(body, `${pair}L`) - px(body, `${pair}R`)) * uy - (py(body, `${pair}L`) - py(body, `${pair}R`)) * ux

/** Lengths in space do not shorten with the view: their running mean is the length; what is measured anew counts a second. */
function keepMetres(body: Body, step: number): void {
  const { metres, space } = body
  const take = (kept: number, now: number): number =>
    !Number.isFinite(now) ? kept : Number.isFinite(kept) ? kept + clamp(step, 0, 1) * (now - kept) : now
  const halves = (way: (left: number, right: number) => number): number =>
    way(INDEX.hipL, INDEX.shoulderL) / 2 + way(INDEX.hipR, INDEX.shoulderR) / 2
  metres.trunk = take(
    metres.trunk,
    halves((hip, shoulder) => between(space, hip, shoulder)),
  )
  metres.breadth = take(metres.breadth, between(space, INDEX.shoulderL, INDEX.shoulderR))
  const leg = (side: 'L' | 'R'): number =>
    between(space, INDEX[`hip${side}`], INDEX[`knee${side}`]) +
    between(space, INDEX[`knee${side}`], INDEX[`ankle${side}`])
  metres.leg = take(metres.leg, (leg('L') + leg('R')) / 2)
}

function between(space: Space, a: number, b: number): number {
  const way = (list: Float64Array): number => (list[a] ?? Number.NaN) - (list[b] ?? Number.NaN)
  return Math.hypot(way(space.x), way(space.y), way(space.z))
}

const longest = (kept: number, now: number): number => (kept >= now || !Number.isFinite(now) ? kept : now)
