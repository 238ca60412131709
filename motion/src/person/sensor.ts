import { type Frame, type Landmark, LANDMARKS } from '../pose.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { mirror } from '../skeleton/mirror.ts'
import { type Camera, focal, inCamera, project } from './camera.ts'
import { type Box, eyeOf, visibilityOf } from './occlusion.ts'
import { drifting, random } from './random.ts'
import type { Skeleton } from './skeleton.ts'
import { mid, minus, type Vector } from '../vector.ts'

/**
 * How badly a camera and pose model see. All of it is reproducible from `seed`.
 *
 * - `noise`: metres of error of each landmark in the picture plane. Most of it wanders slowly, because the model tracks from frame
 *   to frame; a quarter is new in each frame (a film through the real model trembles by 0.05-0.4 degrees of a limb, which is 1-2
 *   millimetres, while landmarks of a real picture are 5 pixels or 8 millimetres off). Hidden parts are further off.
 * - `depth`: 'sensor' gives the true third coordinate; 'model' one squeezed to `squeeze` of the truth and twice as noisy: shoulders then turn against hips by 3 degrees (a real person who squats: 4).
 * - `slips`: a landmark jumps for a frame, so many times a second over the whole body; `swaps`: left and right are taken for each
 *   other for a few frames, so many times a minute.
 * - `boxes`: things that stand before the person.
 */
export type Flaws = {
  seed: number
  noise: number
  depth: 'model' | 'sensor'
  squeeze: number
  slips: number
  swaps: number
  boxes: readonly Box[]
}

/** A camera without flaws but the model's depth. */
export const CLEAN: Flaws = { seed: 1, noise: 0, depth: 'model', squeeze: 0.5, slips: 0, swaps: 0, boxes: [] }

/** How much further off hidden landmarks are: limbs are guessed, trunk and head follow from the rest. */
const HIDDEN_LIMB = 5
const HIDDEN_TRUNK = 1.6
/** Share of the noise that is new in each frame, seconds within which the rest wanders, and how much noisier depth is. */
const FRESH = 0.25
const DRIFT_SECONDS = 0.5
const DEPTH_NOISE = 2
const TRUNK = new Set<Landmark>(
  LANDMARKS.filter((name) => !/^(?:elbow|wrist|index|pinky|thumb|knee|ankle|heel|foot)/.test(name)),
)
/** Metres by which a landmark slips, and seconds for which sides stay swapped. */
const SLIP = 0.35
const SWAPPED = 0.12

/** Sees a body frame by frame as a pose model would. */
export class Sensor {
  private readonly camera: Camera
  private readonly flaws: Flaws
  private readonly next: () => number
  private readonly drift: readonly ((dt: number) => number)[]
  private t = Number.NaN
  private swappedUntil = Number.NEGATIVE_INFINITY

  constructor(camera: Camera, flaws: Flaws) {
    this.camera = camera
    this.flaws = flaws
    this.next = random(flaws.seed)
    const deviation = flaws.noise * Math.sqrt(1 - FRESH * FRESH)
    this.drift = Array.from({ length: LANDMARKS.length * 3 }, () =>
      drifting(this.next, deviation, DRIFT_SECONDS),
    )
  }

  /** The frame of a body at `t` seconds; without a body, a frame in which nobody was found. */
  see(t: number, body: Skeleton | null): Frame {
    const { camera, flaws } = this
    const dt = Number.isNaN(this.t) ? 0 : t - this.t
    this.t = t
    const { width, height } = camera
    if (body === null) return { t, width, height, image: null, world: null }
    const { visibility, hidden } = visibilityOf(body.joints, eyeOf(camera), body.build.girth, flaws.boxes)
    const hips = inCamera(camera, mid(body.joints.hipL, body.joints.hipR))
    const points = LANDMARKS.map((name, i) =>
      this.disturbed(inCamera(camera, body.joints[name]), i, dt, hidden[i] === 1),
    )
    this.slip(points, dt)
    const image: number[] = []
    const world: number[] = []
    const deep = flaws.depth === 'sensor' ? 1 : flaws.squeeze
    const scale = focal(camera) / Math.max(hips[2], 0.3) / width
    for (const [i, point] of points.entries()) {
      const seen = project(camera, point)
      const [x, y, z] = minus(point, hips)
      const shown = visibility[i] ?? 0
      image.push(seen.x, seen.y, z * deep * scale, shown)
      world.push(x, y, z * deep, shown)
    }
    const made: Frame = { t, width, height, ...this.sides(image, world, t, dt) }
    return flaws.depth === 'sensor' ? { ...made, depth: 'sensor' } : made
  }

  private disturbed(point: Vector, i: number, dt: number, hidden: boolean): Vector {
    const { noise, depth } = this.flaws
    if (noise === 0) return point
    const worse = !hidden ? 1 : TRUNK.has(LANDMARKS[i] ?? 'nose') ? HIDDEN_TRUNK : HIDDEN_LIMB
    const off = (k: number, more: number): number =>
      worse * more * ((this.drift[i * 3 + k]?.(dt) ?? 0) + noise * FRESH * this.normal())
    // Depth error shifts the third coordinate alone: the landmark stays where it is seen in the picture.
    const away = off(2, depth === 'sensor' ? 1 : DEPTH_NOISE)
    const stretched = (point[2] + away) / point[2]
    return [(point[0] + off(0, 1)) * stretched, (point[1] + off(1, 1)) * stretched, point[2] + away]
  }

  private normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  private slip(points: Vector[], dt: number): void {
    if (this.flaws.slips === 0 || this.next() >= this.flaws.slips * dt) return
    const limb = INDEX.elbowL + Math.floor(this.next() * (LANDMARKS.length - INDEX.elbowL))
    const [x, y, z] = points[limb] ?? [0, 0, 1]
    points[limb] = [x + SLIP * (2 * this.next() - 1), y + SLIP * (2 * this.next() - 1), z]
  }

  /** Left and right as the model has them: the other way round in a mirrored picture and while it mixes them up. */
  private sides(
    image: number[],
    world: number[],
    t: number,
    dt: number,
  ): { image: number[]; world: number[] } {
    const { swaps } = this.flaws
    if (swaps > 0 && this.next() < (swaps / 60) * dt) this.swappedUntil = t + SWAPPED
    const swapped =
      t <= this.swappedUntil ? { image: renamed(image), world: renamed(world) } : { image, world }
    if (!this.camera.mirrored) return swapped
    return { image: mirror(swapped.image, 'image'), world: mirror(swapped.world, 'world') }
  }
}

/** The same points under the names of the other side. */
const renamed = (points: readonly number[]): number[] =>
  LANDMARKS.flatMap((name) => {
    const other = INDEX[name.replace(/[LR]$/, (side) => (side === 'L' ? 'R' : 'L')) as typeof name]
    return points.slice(other * 4, other * 4 + 4)
  })
