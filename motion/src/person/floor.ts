import type { Posture, Stance } from './figure.ts'
import { footOf, SIDES } from './limbs.ts'
import { angleOf } from './posture.ts'
import type { Joint, Skeleton } from './skeleton.ts'
import { STANCES } from './stance.ts'
import { about, after, type Rotation, turned } from './rotation.ts'
import { add, minus, type Vector } from '../vector.ts'

/** How thick the body is about a joint, metres: where it lies on the floor, the joint itself does not. */
export const THICK: Readonly<Partial<Record<Joint, number>>> = {
  heelL: 0.02,
  heelR: 0.02,
  footL: 0.02,
  footR: 0.02,
  ankleL: 0.04,
  ankleR: 0.04,
  kneeL: 0.05,
  kneeR: 0.05,
  hipL: 0.09,
  hipR: 0.09,
  sacrum: 0.1,
  lumbar: 0.1,
  waist: 0.1,
  ribs: 0.11,
  chest: 0.11,
  shoulderL: 0.055,
  shoulderR: 0.055,
  elbowL: 0.04,
  elbowR: 0.04,
  wristL: 0.03,
  wristR: 0.03,
  head: 0.095,
}
const BEARING = Object.keys(THICK) as Joint[]
/** The parts of each half of the body that bear a body that lies or goes on hands and knees. */
const UPPER: readonly Joint[] = [
  'lumbar',
  'waist',
  'ribs',
  'chest',
  'shoulderL',
  'shoulderR',
  'elbowL',
  'elbowR',
  'wristL',
  'wristR',
  'head',
]
/** Arms beside somebody on the back rest on the floor and lift nobody off it. */
const BACK: readonly Joint[] = UPPER.filter((joint) => !/^(?:elbow|wrist)/.test(joint))
const HANDS: readonly Joint[] = ['elbowL', 'elbowR', 'wristL', 'wristR', 'head']
const LOWER: readonly Joint[] = [
  'hipL',
  'hipR',
  'sacrum',
  'kneeL',
  'kneeR',
  'ankleL',
  'ankleR',
  'heelL',
  'heelR',
  'footL',
  'footR',
]
/** Everything above the hips: what hinges over legs that stay where they are. */
const STAYS = /^(?:hip|knee|ankle|heel|foot)[LR]$|^pelvis$/
const ABOVE = (joint: Joint): boolean => !STAYS.test(joint)

/** The ankle is this near the floor, and the shank this upright, when the sole comes to lie on it. */
const SOLE = 0.13
const UPRIGHT = 0.45
/** What a foot under a shank that lies counts for against one that stands. */
const LIES = 0.01
/** Feet that stand turn out by so much, degrees. */
const TOES_OUT = 7
/** Height of a foot over the lowest, metres, over which it ceases to bear. */
const LIFTED = 0.025

const thick = (skeleton: Skeleton, joint: Joint): number => {
  const own = THICK[joint] ?? 0
  return own > 0.08 ? own * skeleton.build.girth : own
}

/** Height of the lowest of some parts. */
function lowest(skeleton: Skeleton, parts: readonly Joint[]): number {
  return parts.reduce(
    (least, joint) => Math.min(least, skeleton.joints[joint][1] - thick(skeleton, joint)),
    Number.POSITIVE_INFINITY,
  )
}

/** How far the body sinks into the floor (negative) or floats over it, metres. */
export const clearance = (skeleton: Skeleton): number => lowest(skeleton, BEARING)

/** The body laid down as its stance is, at rest on the floor, bearing parts where they were (`kept`). */
export function settle(
  body: Skeleton,
  stance: Stance,
  posture: Posture,
  kept: Partial<Record<Joint, Vector>>,
): Skeleton {
  const { root, settle: how, raised = {} } = STANCES[stance]
  if (how === 'lie') {
    rotate(body, root, [0, 0, 0], () => true)
    const rolls = Object.keys(raised) as Joint[]
    const above = rolls.length > 0 ? rolls : stance === 'supine' ? BACK : UPPER
    level(body, above, LOWER, stance === 'side-lying' ? [0, 0, 1] : [1, 0, 0], () => true, raised)
  } else if (how === 'hands') {
    level(body, HANDS, LOWER, [1, 0, 0], ABOVE)
  }
  const seat = body.build.shank + body.build.ankle
  drop(body, how === 'seat' ? seat : -lowest(body, LOWER))
  soles(body, posture)
  // Somebody who bends down until the hands reach the floor goes no further.
  if (how === 'drop' && lowest(body, HANDS) < lowest(body, LOWER) - 1e-4)
    level(body, HANDS, LOWER, [1, 0, 0], ABOVE)
  if (how !== 'seat') drop(body, -clearance(body))
  hold(body, kept)
  return body
}

function drop(body: Skeleton, by: number): void {
  shift(body, [0, by, 0])
}

function shift(body: Skeleton, by: Vector): void {
  if (by[0] === 0 && by[1] === 0 && by[2] === 0) return
  for (const name in body.joints) body.joints[name as Joint] = add(body.joints[name as Joint], by)
}

function rotate(body: Skeleton, by: Rotation, pivot: Vector, which: (joint: Joint) => boolean): void {
  for (const name of Object.keys(body.joints) as Joint[])
    if (which(name)) body.joints[name] = add(pivot, turned(by, minus(body.joints[name], pivot)))
  body.pelvis = after(by, body.pelvis)
  body.chest = after(by, body.chest)
  body.head = after(by, body.head)
}

/** Turns the moving part of the body about the hips until the parts above and below touch the floor alike. */
function level(
  body: Skeleton,
  above: readonly Joint[],
  below: readonly Joint[],
  axis: Vector,
  moves: (joint: Joint) => boolean,
  raised: Readonly<Partial<Record<Joint, number>>> = {},
): void {
  const pivot = body.joints.pelvis
  const gap = (degrees: number): number => {
    const turn = about(axis, degrees)
    const least = (parts: readonly Joint[]): number =>
      parts.reduce((low, joint) => {
        const at = body.joints[joint]
        const y = moves(joint) ? add(pivot, turned(turn, minus(at, pivot)))[1] : at[1]
        return Math.min(low, y - thick(body, joint) - (raised[joint] ?? 0))
      }, Number.POSITIVE_INFINITY)
    return least(above) - least(below)
  }
  const now = gap(0)
  if (Math.abs(now) < 1e-4) return
  const way = Math.sign(gap(2) - now) || 1
  let [low, high] = now < 0 ? [0, 80] : [-80, 0]
  for (let i = 0; i < 22; i++) {
    const middle = (low + high) / 2
    if (gap(way * middle) < 0) low = middle
    else high = middle
  }
  rotate(body, about(axis, way * ((low + high) / 2)), pivot, moves)
}

/** Soles of feet on the floor under upright shanks lie flat. */
function soles(body: Skeleton, posture: Posture): void {
  for (const [side] of SIDES) {
    const ankle = body.joints[`ankle${side}`]
    const knee = body.joints[`knee${side}`]
    const up = (knee[1] - ankle[1]) / body.build.shank
    const pulled = angleOf(posture, `leg${side}`, 'ankle')
    const near = ankle[1] < SOLE + body.build.ankle && up > UPRIGHT
    if (!near || pulled < -30) continue
    const ahead = minus(body.joints[`foot${side}`], body.joints[`heel${side}`])
    const yaw = (Math.atan2(ahead[0], ahead[2]) * 180) / Math.PI
    const out = side === 'L' ? TOES_OUT : -TOES_OUT
    const flat = footOf(ankle, about([0, 1, 0], yaw + out), 0, true, body.build)
    body.joints[`heel${side}`] = flat.heel
    body.joints[`foot${side}`] = flat.toes
  }
}

/** How far a foot is one that somebody stands on: under a shank that lies on the floor it bears nothing, the knee does. */
function upright({ joints, build }: Skeleton, name: Joint): number {
  const side = name.slice(-1) as 'L' | 'R'
  if (!name.startsWith('ankle')) return 1
  const up = (joints[`knee${side}`][1] - joints[name][1]) / build.shank
  return Math.max(LIES, Math.min(1, up / UPRIGHT))
}

/** Shifts the body level so that the parts that bear it stay where they are; a part that is lifted bears nothing. */
function hold(body: Skeleton, kept: Partial<Record<Joint, Vector>>): void {
  const names = Object.keys(kept) as Joint[]
  if (names.length === 0) return
  const heights = names.map((name) => body.joints[name][1] - (kept[name]?.[1] ?? 0))
  const least = Math.min(...heights)
  let [x, z, sum] = [0, 0, 0]
  names.forEach((name, i) => {
    const weight = Math.exp(-(((heights[i] ?? 0) - least) / LIFTED)) * upright(body, name)
    const anchor = kept[name] ?? [0, 0, 0]
    x += weight * (anchor[0] - body.joints[name][0])
    z += weight * (anchor[2] - body.joints[name][2])
    sum += weight
  })
  shift(body, [x / sum, 0, z / sum])
}
