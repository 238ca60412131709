import { COUNT, INDEX } from '../skeleton/landmarks.ts'
import type { Frame, Landmark } from '../pose.ts'

/** Joint angles of the kinematic person, degrees; everything left out is at rest. Positive turn, bend and yaw = to the own left. */
export type Posture = {
  /** Turn of the whole body away from the camera; +90 = looks to the right of the picture. */
  yaw?: number
  turn?: number
  bend?: number
  lean?: number
  knee?: number
  /** Raise of each arm sideways or forward; forward wins. */
  abductL?: number
  abductR?: number
  flexL?: number
  flexR?: number
  elbow?: number
  headTurn?: number
  headBend?: number
  /** Metres by which the shoulders are drawn up. */
  shrug?: number
  /** Steps to the own left, metres. */
  aside?: number
}

/** Camera and noise. `metres`: height of the picture in metres. `visibility`: of landmarks (by name, else 1). */
export type Shot = {
  width?: number
  height?: number
  metres?: number
  visibility?: Partial<Record<Landmark, number>>
  noise?: () => number
}

type Vector = [number, number, number]

const RAD = Math.PI / 180
/** Segment lengths in metres of a grown person of 1.70 m. */
const SIZE = {
  hip: 0.1,
  shoulder: 0.175,
  trunk: 0.49,
  neck: 0.2,
  upper: 0.29,
  fore: 0.26,
  thigh: 0.43,
  shank: 0.41,
}

const about = (axis: 'x' | 'y' | 'z', degrees: number, [x, y, z]: Vector): Vector => {
  const c = Math.cos(degrees * RAD)
  const s = Math.sin(degrees * RAD)
  if (axis === 'x') return [x, c * y - s * z, s * y + c * z]
  if (axis === 'y') return [c * x + s * z, y, -s * x + c * z]
  return [c * x - s * y, s * x + c * y, z]
}
const add = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]

/** The 33 landmarks of a posture in metres: x to the own left, y up, z ahead, before the yaw of the whole body; floor at 0. */
function skeleton(posture: Posture): Map<Landmark, Vector> {
  const points = new Map<Landmark, Vector>()
  const {
    turn = 0,
    bend = 0,
    lean = 0,
    knee = 0,
    elbow = 0,
    headTurn = 0,
    headBend = 0,
    shrug = 0,
    aside = 0,
  } = posture
  const half = (knee / 2) * RAD
  const hipY = (SIZE.thigh + SIZE.shank) * Math.cos(half) + 0.08
  const kneeY = SIZE.shank * Math.cos(half) + 0.08
  const up = (v: Vector): Vector => about('x', lean, about('z', -bend, v))
  const chest = (v: Vector): Vector => up(about('y', turn, v))
  const hips: Vector = [aside, hipY, SIZE.shank * Math.sin(half) - SIZE.thigh * Math.sin(half)]
  const neck = add(hips, up([0, SIZE.trunk, 0]))
  for (const [s, way] of [
    ['L', 1],
    ['R', -1],
  ] as const) {
    const hip = add(hips, [way * SIZE.hip, 0, 0])
    points.set(`hip${s}`, hip)
    points.set(`knee${s}`, [hip[0], kneeY, SIZE.shank * Math.sin(half)])
    points.set(`ankle${s}`, [hip[0], 0.08, 0])
    points.set(`heel${s}`, [hip[0], 0.03, -0.05])
    points.set(`foot${s}`, [hip[0], 0.03, 0.15])
    const shoulder = add(neck, chest([way * SIZE.shoulder, shrug, 0]))
    points.set(`shoulder${s}`, shoulder)
    const forward = posture[`flex${s}`]
    const raised = (v: Vector): Vector =>
      forward === undefined ? about('z', way * (posture[`abduct${s}`] ?? 4), v) : about('x', -forward, v)
    const elbowAt = add(shoulder, chest(raised([0, -SIZE.upper, 0])))
    points.set(`elbow${s}`, elbowAt)
    const wrist = add(elbowAt, chest(raised(about('x', -elbow, [0, -SIZE.fore, 0]))))
    points.set(`wrist${s}`, wrist)
    for (const finger of ['pinky', 'index', 'thumb'] as const) points.set(`${finger}${s}`, wrist)
    const head = (v: Vector): Vector =>
      add(add(neck, up([0, SIZE.neck, 0])), about('y', headTurn, about('z', -headBend, v)))
    points.set(`ear${s}`, head([way * 0.075, 0, 0]))
    points.set(`mouth${s}`, head([way * 0.025, -0.06, 0.09]))
    for (const eye of ['eyeInner', 'eye', 'eyeOuter'] as const)
      points.set(`${eye}${s}`, head([way * 0.03, 0.03, 0.085]))
    points.set('nose', head([0, -0.01, 0.11]))
  }
  return points
}

/** One frame of a posture as a distant camera sees it, with the model's landmarks. */
export function photograph(t: number, posture: Posture, shot: Shot = {}): Frame {
  const { width = 640, height = 480, metres = 2.2, visibility = {}, noise = () => 0 } = shot
  const image = new Float64Array(COUNT * 4)
  const world = new Float64Array(COUNT * 4)
  const points = skeleton(posture)
  const scale = height / metres
  const hips = points.get('hipL') ?? [0, 0, 0]
  for (const [name, point] of points) {
    const [x, y, z] = about('y', posture.yaw ?? 0, point)
    const i = INDEX[name] * 4
    const seen = visibility[name] ?? 1
    image.set(
      [0.5 + ((x + noise()) * scale) / width, 1 - ((y + 0.15 + noise()) * scale) / height, -z, seen],
      i,
    )
    world.set([x, hips[1] - y, -z, seen], i)
  }
  return { t, width, height, image, world }
}

/** A film: `posture` at each moment of `seconds`, `fps` frames a second. */
export function film(
  seconds: number,
  fps: number,
  posture: (t: number) => Posture | null,
  shot: Shot = {},
): Frame[] {
  const { width = 640, height = 480 } = shot
  return Array.from({ length: Math.round(seconds * fps) }, (_, i) => {
    const t = i / fps
    const now = posture(t)
    return now === null ? { t, width, height, image: null, world: null } : photograph(t, now, shot)
  })
}

/** Out and back once in `period` seconds: 0 at the ends, 1 in the middle, smooth. */
export const wave = (t: number, period: number): number => (1 - Math.cos((2 * Math.PI * t) / period)) / 2

/** `reps` repetitions of `period` seconds after `rest` seconds of stillness: 0..1. */
export const repetitions = (t: number, reps: number, period: number, rest = 2): number =>
  t < rest || t >= rest + reps * period ? 0 : wave(t - rest, period)

/** Small deterministic random source, 0..1 (mulberry32): the same seed gives the same film. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Normal noise of `deviation` metres from a random source. */
export const normal = (next: () => number, deviation: number) => (): number =>
  deviation * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
