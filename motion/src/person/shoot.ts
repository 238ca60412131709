import type { Frame } from '../pose.ts'
import { type Build, GROWN } from './build.ts'
import type { Camera } from './camera.ts'
import { addPostures } from './posture.ts'
import { normal, random } from './random.ts'
import type { Script } from './script.ts'
import { CLEAN, type Flaws, Sensor } from './sensor.ts'
import { type Skeleton, skeletonOf } from './skeleton.ts'
import type { Stance } from './figure.ts'
import { ALIVE, type Unrest, unrestOf } from './unrest.ts'

/** Something to film: how long, and the body at each moment (null when nobody is there). Asked with increasing time. */
export type Scene = { seconds: number; bodyAt: (t: number) => Skeleton | null }

/** How the film is taken: frames a second, share of them that are lost, and by what share of a frame their times jump about. */
export type Clock = { fps: number; dropped: number; jitter: number }

/** A living body that plays a script. */
export function performed(
  script: Script,
  stance: Stance,
  build: Build = GROWN,
  unrest: Unrest = ALIVE,
  seed = 1,
): Scene {
  const extra = unrestOf(unrest, seed)
  return {
    seconds: script.seconds,
    bodyAt: (t) => skeletonOf(stance, addPostures(script.postureAt(t), extra(t)), build),
  }
}

/** The frames of a scene as a pose model saw them through a camera, and the moments at which they were taken. */
export function shoot(
  scene: Scene,
  camera: Camera,
  flaws: Partial<Flaws> = {},
  clock: Partial<Clock> = {},
): Frame[] {
  const { fps = 30, dropped = 0, jitter = 0 } = clock
  const whole = { ...CLEAN, ...flaws }
  const sensor = new Sensor(camera, whole)
  const next = random(whole.seed ^ 0x00c10c)
  const off = normal(next, jitter / fps)
  const frames: Frame[] = []
  let last = Number.NEGATIVE_INFINITY
  for (let i = 0; i < scene.seconds * fps; i++) {
    const t = Math.max(last + 1e-3, i / fps + off())
    last = t
    const frame = sensor.see(t, scene.bodyAt(Math.max(0, t)))
    if (next() >= dropped) frames.push(frame)
  }
  return frames
}
