import type { Posture, Stance } from '../person/figure.ts'
import { buildOf, type Stature } from '../person/build.ts'
import { type Camera, framed, WEBCAM } from '../person/camera.ts'
import { CLEAN, type Flaws, Sensor } from '../person/sensor.ts'
import { type Skeleton, skeletonOf } from '../person/skeleton.ts'
import type { Frame } from '../pose.ts'

/** Out, held, back and rest: seconds of each. */
const OUT = 1.6
const HELD = 1.6
const REST = 1.8
/** Seconds of one excursion with its rest, and of stillness before the first. */
export const CYCLE = OUT + HELD + OUT + REST
export const STILL = 4

const eased = (share: number): number => {
  const x = Math.min(1, Math.max(0, share))
  return x * x * x * (10 - 15 * x + 6 * x * x)
}

/** Which excursion of a film is under way at `t`, and how far out it is, 0..1; -1 before the first. */
export function excursionAt(t: number): { index: number; out: number } {
  const since = t - STILL
  if (since < 0) return { index: -1, out: 0 }
  const index = Math.floor(since / CYCLE)
  const at = since - index * CYCLE
  const out = at < OUT + HELD ? eased(at / OUT) : 1 - eased((at - OUT - HELD) / OUT)
  return { index, out }
}

/** How a test is filmed. `yaw`: from where the camera sees the person, by time; a body of null is out of the picture. */
export type Filming = {
  stance: Stance | ((t: number) => Stance)
  posture: (t: number) => Posture | null
  seconds: number
  yaw?: (t: number) => number
  fps?: number
  stature?: Stature
  camera?: Partial<Camera>
  flaws?: Partial<Flaws>
}

/** The landmarks of a kinematic person who does a test, and the body in each frame for the truth. */
export function filmed(filming: Filming): { frames: Frame[]; bodies: (Skeleton | null)[] } {
  const { stance, posture, seconds, yaw = () => 0, fps = 20, flaws = {} } = filming
  const build = buildOf(filming.stature)
  const times = Array.from({ length: Math.round(seconds * fps) }, (_, i) => i / fps)
  const bodies = times.map((t) => {
    const now = posture(t)
    return now === null ? null : skeletonOf(typeof stance === 'string' ? stance : stance(t), now, build)
  })
  const some = bodies.filter((body) => body !== null).filter((_, i) => i % 8 === 0)
  const cameras = new Map<number, Camera>()
  const made: Flaws = { ...CLEAN, noise: 0.003, seed: 7, ...flaws }
  const sensors = new Map<number, Sensor>()
  const frames = times.map((t, i) => {
    const angle = yaw(t)
    const camera = cameras.get(angle) ?? framed({ ...WEBCAM, ...filming.camera, yaw: angle }, some)
    cameras.set(angle, camera)
    const sensor = sensors.get(angle) ?? new Sensor(camera, made)
    sensors.set(angle, sensor)
    return sensor.see(t, bodies[i] ?? null)
  })
  return { frames, bodies }
}
