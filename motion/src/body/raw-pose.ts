import { COUNT } from '../skeleton/landmarks.ts'
import type { Frame } from '../pose.ts'
import { type Space, unknown } from './points.ts'

/** Furthest that a landmark may lie outside the picture, in pictures: beyond it the number means nothing. */
const FAR_OUT = 4
/** Furthest from the middle of the body in metres that is still a part of it. */
const REACH = 20

/**
 * One frame as the model gave it, in pixels, in arrays of its own: so that it can be repaired without touching the caller's data and
 * without new arrays in every frame. What is not a number, or absurdly far out, is NaN with visibility 0.
 */
export class RawPose {
  readonly x = unknown()
  readonly y = unknown()
  readonly visibility = new Float64Array(COUNT)
  readonly space: Space = { x: unknown(), y: unknown(), z: unknown() }
  /** True when the frame has coordinates in space. */
  deep = false

  /** Takes a frame in; false when it shows nobody (no landmarks, or too few numbers to be 33 of them). */
  take(frame: Frame, width: number, height: number): boolean {
    const { image, world } = frame
    if (image === null || image.length < COUNT * 4) return false
    this.deep = world !== null && world.length >= COUNT * 4
    for (let i = 0; i < COUNT; i++) {
      const u = bounded(image[i * 4], FAR_OUT)
      const v = bounded(image[i * 4 + 1], FAR_OUT)
      const known = !Number.isNaN(u + v)
      const visibility = image[i * 4 + 3] ?? 0
      this.x[i] = u * width
      this.y[i] = v * height
      this.visibility[i] = known && Number.isFinite(visibility) ? visibility : 0
      this.space.x[i] = bounded(this.deep ? world?.[i * 4] : Number.NaN, REACH)
      this.space.y[i] = bounded(this.deep ? world?.[i * 4 + 1] : Number.NaN, REACH)
      this.space.z[i] = bounded(this.deep ? world?.[i * 4 + 2] : Number.NaN, REACH)
    }
    return true
  }

  /** Exchanges two landmarks, with all that is known of them. */
  exchange(a: number, b: number): void {
    for (const list of [this.x, this.y, this.visibility, this.space.x, this.space.y, this.space.z]) {
      const kept = list[a] ?? Number.NaN
      list[a] = list[b] ?? Number.NaN
      list[b] = kept
    }
  }
}

const bounded = (value: number | undefined, limit: number): number =>
  value !== undefined && Math.abs(value) <= limit ? value : Number.NaN
