import type { Signal } from '../movement.ts'
import { GAPS } from '../repetition/gaps.ts'

/** Seconds over which the speed of a signal is taken. */
const OVER = 0.1

type Course = { t: number; value: number; speed: number; last: number; before: number }

const middle = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))

/**
 * Speed of signals, in their unit a second. Of three steps in a row the middle one is taken: a value that jumps for one frame, because
 * a landmark slipped or the evidence changed, is no movement. 0 until three steps are known and after every gap.
 */
export class SpeedReader {
  private readonly courses = new Map<Signal, Course>()

  /** Takes one value in; NaN (withheld) leaves what is known as it is. */
  next(signal: Signal, value: number, t: number): number {
    if (!Number.isFinite(value)) return 0
    const course = this.courses.get(signal)
    if (course === undefined || !(t - course.t <= GAPS.speed)) {
      this.courses.set(signal, { t, value, speed: 0, last: 0, before: 0 })
      return 0
    }
    const step = t - course.t
    if (step <= 0) return course.speed
    const now = (value - course.value) / step
    const smooth = middle(now, course.last, course.before)
    course.speed += Math.min(1, step / OVER) * (smooth - course.speed)
    course.before = course.last
    course.last = now
    course.t = t
    course.value = value
    return course.speed
  }
}
