import { type Frame, type Landmark, LANDMARKS } from '../pose.ts'
import { mid, minus } from '../vector.ts'
import { type Camera, focal, inCamera, project, WEBCAM } from './camera.ts'
import type { Posture } from './figure.ts'
import { placed, skeletonOf } from './skeleton.ts'

/**
 * A posture in the few words that most tests need, degrees, of somebody who stands; everything left out is at rest. Positive turn,
 * bend and yaw are to the own left.
 */
export type Sketch = {
  /** Turn of the whole body away from the camera; +90 = looks to the right of the picture. */
  yaw?: number
  turn?: number
  bend?: number
  /** Lean of the whole trunk forward, at the hips. */
  lean?: number
  knee?: number
  /** Raise of each arm sideways or forward; forward wins. */
  abductL?: number
  abductR?: number
  flexL?: number
  flexR?: number
  elbow?: number
  /** Turn and bend of the head against the room's front and the upper trunk. */
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

/** So far away that nothing is distorted. */
const FAR = 200
/** The floor lies this far above the lower edge of the picture, metres. */
const FLOOR = 0.15

/** The joint angles of a sketch, against somebody who stands. */
export function sketched(sketch: Sketch): Posture {
  const { turn = 0, bend = 0, lean = 0, knee = 0, elbow = 0, headTurn = 0, headBend = 0, shrug = 0 } = sketch
  const arm = (flexion: number | undefined, abduction: number | undefined) => ({
    flexion: (flexion ?? 0) - 2,
    abduction: (flexion === undefined ? (abduction ?? 4) : 0) - 5,
    elbow: elbow - 5,
    shrug: shrug * 100,
  })
  const leg = { flexion: knee / 2 - 1, abduction: -1, knee: knee - 2 }
  return {
    pelvis: { tilt: lean },
    trunk: { bend, turn },
    head: { turn: headTurn - turn, bend: headBend },
    armL: arm(sketch.flexL, sketch.abductL),
    armR: arm(sketch.flexR, sketch.abductR),
    legL: leg,
    legR: leg,
  }
}

function distant({ width = 640, height = 480, metres = 2.2 }: Shot): Camera {
  const fov = (2 * Math.atan(metres / 2 / FAR) * 180) / Math.PI
  return { ...WEBCAM, distance: FAR, above: metres / 2 - FLOOR, fov, width, height }
}

/** One frame of a posture as a distant camera sees it: nothing hidden, depth as it is. */
export function photograph(t: number, sketch: Sketch, shot: Shot = {}): Frame {
  const camera = distant(shot)
  const { visibility = {}, noise = () => 0 } = shot
  const body = placed(skeletonOf('standing', sketched(sketch)), sketch.yaw ?? 0)
  const aside = ((sketch.yaw ?? 0) * Math.PI) / 180
  const step = sketch.aside ?? 0
  const there = placed(body, 0, [step * Math.cos(aside), 0, -step * Math.sin(aside)])
  // All of it is seen, so nothing needs to be asked about what hides what, as a camera near by would.
  const hips = inCamera(camera, mid(there.joints.hipL, there.joints.hipR))
  const { width, height } = camera
  const scale = focal(camera) / FAR
  const image = new Float64Array(LANDMARKS.length * 4)
  const world = new Float64Array(LANDMARKS.length * 4)
  for (const [i, name] of LANDMARKS.entries()) {
    const point = inCamera(camera, there.joints[name])
    const seen = project(camera, point)
    const [x, y, z] = minus(point, hips)
    const shown = visibility[name] ?? 1
    image.set(
      [
        seen.x + (noise() * scale) / width,
        seen.y + (noise() * scale) / height,
        (z * focal(camera)) / hips[2] / width,
        shown,
      ],
      i * 4,
    )
    world.set([x, y, z, shown], i * 4)
  }
  return { t, width, height, image, world }
}

/** A film: `posture` at each moment of `seconds`, `fps` frames a second; nobody is there where it is null. */
export function film(
  seconds: number,
  fps: number,
  posture: (t: number) => Sketch | null,
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
