import type { Build } from './build.ts'
import type { Posture } from './figure.ts'
import { angleOf } from './posture.ts'
import { about, aboutX, aboutY, after, NO_TURN, type Rotation, turned } from './rotation.ts'
import { across, add, minus, size, times, unit, type Vector } from '../vector.ts'

/** Side of the body and the sign of its direction: the own left is +x. */
export const SIDES = [
  ['L', 1],
  ['R', -1],
] as const

/** Metres by which the shoulder rises when the arm is overhead: the shoulder blade turns up with the arm (2:1 rhythm). */
const RHYTHM = 0.035

/**
 * Turn of a limb that hangs down, raised forward and sideways at once: one turn about the axis between the two, so that raising
 * forward by 90 and sideways by 0, and forward by 0 and sideways by 90, lead to level limbs ahead and aside, and equal shares of
 * both in between. `rotation`: about its own axis, outward.
 */
export function raised(flexion: number, abduction: number, rotation: number, way: 1 | -1): Rotation {
  const angle = Math.hypot(flexion, abduction)
  const own = aboutY(way * rotation)
  if (angle < 1e-9) return own
  return after(about([-flexion / angle, 0, (way * abduction) / angle], angle), own)
}

export type Arm = {
  shoulder: Vector
  elbow: Vector
  wrist: Vector
  index: Vector
  pinky: Vector
  thumb: Vector
}

/** One arm on a chest: its shoulder girdle, upper arm, forearm and hand. */
export function armOf(
  posture: Posture,
  side: 'L' | 'R',
  way: 1 | -1,
  chest: Rotation,
  middle: Vector,
  build: Build,
): Arm {
  const angle = (name: string): number => angleOf(posture, `arm${side}`, name)
  const [flexion, abduction] = [angle('flexion'), angle('abduction')]
  const overhead = Math.min(1, Math.max(0, (Math.hypot(flexion, abduction) - 40) / 110))
  // The collar bone keeps its length: shoulders that are drawn up or forward also come nearer to the middle.
  const inner: Vector = [way * 0.02, 0, 0]
  const bone: Vector = [
    way * (build.shoulder - 0.02),
    angle('shrug') / 100 + RHYTHM * overhead,
    angle('reach') / 100,
  ]
  const clavicle = times(unit(bone) ?? bone, build.shoulder - 0.02)
  const shoulder = add(middle, turned(chest, add(inner, clavicle)))
  const upper = after(chest, raised(flexion, abduction, angle('rotation'), way))
  const elbow = add(shoulder, turned(upper, [0, -build.upperArm, 0]))
  const fore = after(upper, aboutX(-angle('elbow')))
  const wrist = add(elbow, turned(fore, [0, -build.foreArm, 0]))
  const at = (x: number, y: number, z: number): Vector =>
    add(wrist, turned(fore, [way * x * build.hand, y * build.hand, z * build.hand]))
  return {
    shoulder,
    elbow,
    wrist,
    index: at(0, -1, 0.25),
    pinky: at(0, -0.9, -0.35),
    thumb: at(-0.15, -0.6, 0.5),
  }
}

export type Leg = { hip: Vector; knee: Vector; ankle: Vector; shank: Rotation }

/** One leg against the stance: the thigh's angles are not the pelvis' but the room's, so that feet on the floor bear the pelvis. */
export function legOf(posture: Posture, side: 'L' | 'R', way: 1 | -1, hip: Vector, build: Build): Leg {
  const angle = (name: string): number => angleOf(posture, `leg${side}`, name)
  const thigh = raised(angle('flexion'), angle('abduction'), angle('rotation'), way)
  const knee = add(hip, turned(thigh, [0, -build.thigh, 0]))
  const shank = after(thigh, aboutX(angle('knee')))
  return { hip, knee, ankle: add(knee, turned(shank, [0, -build.shank, 0])), shank }
}

/** A leg whose hip has moved away while its foot stayed: hip and knee bend as they must. */
export function replant(leg: Leg, hip: Vector, build: Build): Leg {
  const line = minus(leg.ankle, hip)
  const least = Math.abs(build.thigh - build.shank) + 1e-6
  const reach = Math.max(least, Math.min(size(line), build.thigh + build.shank - 1e-6))
  const ahead = unit(line) ?? line
  const along = (build.thigh ** 2 - build.shank ** 2 + reach ** 2) / (2 * reach)
  const out = Math.sqrt(Math.max(0, build.thigh ** 2 - along ** 2))
  const aside = across(minus(leg.knee, hip), ahead)
  const side = unit(aside) ?? aside
  const knee = add(hip, add(times(ahead, along), times(side, out)))
  return { hip, knee, ankle: add(hip, times(ahead, reach)), shank: leg.shank }
}

export type Foot = { heel: Vector; toes: Vector }

/**
 * The foot of a leg. `flat`: the sole lies on the floor and points where the shank faces; else it stands square to the shank,
 * pulled up by `ankle` degrees (pointed when negative).
 */
export function footOf(ankle: Vector, shank: Rotation, pulled: number, flat: boolean, build: Build): Foot {
  const level = (r: Rotation): Rotation => {
    const [x, , z] = turned(r, [0, 0, 1])
    const length = Math.hypot(x, z)
    return length < 1e-6 ? NO_TURN : aboutY((Math.atan2(x, z) * 180) / Math.PI)
  }
  const sole = flat ? level(shank) : after(shank, aboutX(-pulled))
  return {
    heel: add(ankle, turned(sole, [0, -(build.ankle - 0.02), -build.heel])),
    toes: add(ankle, turned(sole, [0, -(build.ankle - 0.02), build.toes])),
  }
}
