import type { Figure, Prop } from './figure.ts'
import { THICK } from './floor.ts'
import { postureAt } from './posture.ts'
import { about, turned } from './rotation.ts'
import { type Joint, type Skeleton, skeletonOf } from './skeleton.ts'
import { add, mid, middle, minus, size, times, unit, type Vector } from '../vector.ts'

/**
 * Where a prop is, in the room of the body, metres.
 *
 * - `top`: a level surface at this height; `at`: the middle of it, `facing`: degrees to the own left from ahead.
 * - `upright`: a wall (or a ball, or the frame of a door) that is touched at `at`; `out`: from it into the room.
 * - `line`: through points. `lump`: about a point, `along` it.
 */
export type PlacedProp =
  | { form: 'top'; kind: Prop['kind']; at: Vector; facing: number }
  | { form: 'upright'; kind: Prop['kind']; at: Vector; out: Vector; touching: readonly Vector[] }
  | { form: 'line'; kind: Prop['kind']; points: readonly Vector[] }
  | { form: 'lump'; kind: Prop['kind']; at: Vector; along: Vector }

/** Shares of the way at which a figure is asked how far it reaches. */
const WAY = [0, 0.25, 0.5, 0.75, 1] as const
/** From the wrist to the middle of a closed hand, against the length to the knuckles. */
const GRIP = 0.9
const OUT: Readonly<Record<'front' | 'back' | 'left' | 'right', Vector>> = {
  front: [0, 0, -1],
  back: [0, 0, 1],
  left: [-1, 0, 0],
  right: [1, 0, 0],
}

/** Hands this near each other hold a stick by its end, as a club or a broom; metres. */
export const CLOSE = 0.16
const CLUB = 0.8
/** No stick goes on further than this on the side of the first hand, metres: a broom has one long end. */
const SHORT = 0.25

/** The middle of a closed hand, metres. */
export function gripOf({ joints }: Skeleton, side: 'L' | 'R'): Vector {
  const wrist = joints[`wrist${side}`]
  return add(wrist, times(minus(mid(joints[`index${side}`], joints[`pinky${side}`]), wrist), GRIP))
}

/** How thick the body is about a point, metres: where it touches something, the joint itself does not. */
export const thickness = (joint: Joint): number => THICK[joint] ?? 0.1

const bodyAt = (figure: Figure, out: number): Skeleton => skeletonOf(figure.stance, postureAt(figure, out))

/** What stands in the room of a figure whatever the body does: seats, walls, cushions. */
export function standing(figure: Figure): PlacedProp[] {
  return (figure.props ?? []).flatMap((prop): PlacedProp[] => {
    if (prop.how === 'under') {
      const { joints, pelvis } = bodyAt(figure, prop.at ?? 0)
      const low = prop.points.map((name) => add(joints[name], [0, -thickness(name), 0]))
      const [x, , z] = middle(low) ?? [0, 0, 0]
      const ahead = turned(pelvis, [0, 0, 1])
      const up = turned(pelvis, [0, 1, 0])
      // Of somebody who lies, ahead is where the face looks; a thing under them is turned by the line of the body.
      const [fx, fz] =
        Math.abs(ahead[1]) > 0.8 ? [-up[0] * ahead[1], -up[2] * ahead[1]] : [ahead[0], ahead[2]]
      const facing = (Math.atan2(fx, fz) * 180) / Math.PI + (prop.faces ?? 0)
      const to = turned(about([0, 1, 0], facing), [0, 0, prop.shift ?? 0])
      const top = Math.min(...low.map(([, y]) => y)) - (prop.over ?? 0)
      return [{ form: 'top', kind: prop.kind, at: [x + to[0], top, z + to[2]], facing }]
    }
    if (prop.how === 'against') {
      const out = OUT[prop.side]
      const bodies = (prop.at === undefined ? WAY : [prop.at]).map((share) => bodyAt(figure, share))
      const touching = bodies.flatMap(({ joints }) =>
        prop.points.map((name) => minus(joints[name], times(out, thickness(name) + (prop.gap ?? 0)))),
      )
      const axis = out[0] === 0 ? 2 : 0
      const depth = touching.map((point) => point[axis] * -out[axis])
      const furthest = touching[depth.indexOf(Math.max(...depth))] ?? [0, 0, 0]
      return [{ form: 'upright', kind: prop.kind, at: furthest, out, touching }]
    }
    return []
  })
}

/** Half the length of a rolled towel that is held between two parts of the body, metres. */
const ROLL = 0.1
const LEG = /^(?:hip|knee|ankle)/

/** What goes with the body: what its hands hold, and what lies along it. */
export function carried(figure: Figure, body: Skeleton): PlacedProp[] {
  return (figure.props ?? []).flatMap((prop): PlacedProp[] => {
    if (prop.how === 'held') return held(prop, body)
    if (prop.how === 'tied') {
      const end = typeof prop.to === 'string' ? body.joints[prop.to] : prop.to
      return prop.hands.map((side) => ({ form: 'line', kind: prop.kind, points: [gripOf(body, side), end] }))
    }
    if (prop.how === 'between') {
      const [from, to] = prop.points
      const on = turned(LEG.test(from) ? body.pelvis : body.chest, [0, 0, ROLL])
      const share = prop.share ?? 0.5
      const at = add(times(body.joints[from], 1 - share), times(body.joints[to], share))
      return [{ form: 'line', kind: prop.kind, points: [minus(at, on), add(at, on)] }]
    }
    if (prop.how === 'along') {
      const back = turned(body.chest, [0, 0, -(prop.off ?? 0)])
      const points = prop.points.map((name) => add(body.joints[name], back))
      const [first, last] = [points[0], points.at(-1)]
      if (prop.beyond !== undefined && first !== undefined && last !== undefined) {
        const on = times(unit(minus(last, first)) ?? [0, 0, 0], prop.beyond)
        return [{ form: 'line', kind: prop.kind, points: [minus(first, on), ...points, add(last, on)] }]
      }
      return [{ form: 'line', kind: prop.kind, points }]
    }
    return []
  })
}

/** A stick held by its end goes on in the line of both forearms. */
function clubOf({ joints }: Skeleton, grip: Vector): PlacedProp {
  const line = minus(mid(joints.wristL, joints.wristR), mid(joints.elbowL, joints.elbowR))
  const on = unit(line) ?? [0, -1, 0]
  return { form: 'line', kind: 'stick', points: [minus(grip, times(on, 0.12)), add(grip, times(on, CLUB))] }
}

function held(prop: Extract<Prop, { how: 'held' }>, body: Skeleton): PlacedProp[] {
  const hands = prop.hands.map((side) => gripOf(body, side))
  const [first, second] = hands
  if (prop.behind !== undefined && first !== undefined && second !== undefined) {
    const about = (x: number, z: number): Vector =>
      add(body.joints[prop.behind ?? 'ribs'], turned(body.chest, [x, 0, z]))
    const round = [about(0.17, 0), about(0.11, -0.11), about(-0.11, -0.11), about(-0.17, 0)]
    return [{ form: 'line', kind: prop.kind, points: [first, ...round, second] }]
  }
  const long = prop.kind === 'stick' || prop.kind === 'band' || prop.kind === 'towel'
  if (long && first !== undefined && second !== undefined) {
    if (prop.kind === 'stick' && size(minus(second, first)) < CLOSE) return [clubOf(body, mid(first, second))]
    const on = times(unit(minus(second, first)) ?? [1, 0, 0], prop.beyond ?? 0)
    const before = Math.min(1, SHORT / Math.max(prop.beyond ?? 0, SHORT))
    return [{ form: 'line', kind: prop.kind, points: [minus(first, times(on, before)), add(second, on)] }]
  }
  if (prop.kind === 'box' && first !== undefined && second !== undefined)
    return [{ form: 'lump', kind: prop.kind, at: mid(first, second), along: minus(first, second) }]
  return prop.hands.map((side, i) => {
    // A bar in a closed hand lies across the palm, from the thumb's side to the little finger's.
    const across = minus(body.joints[`index${side}`], body.joints[`pinky${side}`])
    return { form: 'lump', kind: prop.kind, at: hands[i] ?? [0, 0, 0], along: unit(across) ?? [0, 0, 1] }
  })
}
