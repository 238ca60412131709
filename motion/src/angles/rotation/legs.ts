import { type Body, can, middleX, middleY, px } from '../../body/body.ts'
import { share } from '../../body/one-euro.ts'
import { clamp } from '../../geometry.ts'
import { FullBreadth } from './breadth.ts'

/** Length of the thigh in the picture, in trunk lengths, below which it points at the camera and somebody sits, and above which they stand. */
const SITS = 0.45
const STANDS = 0.65
/** Thigh in trunk lengths (segment tables of Drillis and Contini: 0.245 of the height to a trunk of 0.288). */
const THIGH = 0.85
/** Turn of the shoulders, radians, up to which the way of the thighs is their rest, and Hz with which it is followed. */
const RESTS = 0.15
const FOLLOWS = 0.3

/** What the legs tell of the pelvis: see `PelvisSeen`. */
export type LegsSeen = { legs: number; thighs: number; stands: number }

/**
 * What the legs know of the direction of the body. Who steps round takes knees and ankles along: both lines narrow. Who turns on a
 * chair takes the thighs along, which point at the camera like a pair of arms. Unseen legs tell nothing (NaN).
 */
export class Legs {
  private readonly knees = new FullBreadth(Number.NaN)
  private readonly ankles = new FullBreadth(Number.NaN)
  private rest = Number.NaN

  /** `unit`: pixels of a trunk length; `upper`: turn of the shoulders a moment ago, radians; `dt`: seconds since. */
  read(body: Body, unit: number, upper: number, dt: number): LegsSeen {
    const knees = can(body, 'kneeL', 'kneeR') ? (px(body, 'kneeL') - px(body, 'kneeR')) / unit : Number.NaN
    const ankles = can(body, 'ankleL', 'ankleR')
      ? (px(body, 'ankleL') - px(body, 'ankleR')) / unit
      : Number.NaN
    this.knees.learn(Math.abs(knees), body.t)
    this.ankles.learn(Math.abs(ankles), body.t)
    const thigh =
      Math.hypot(middleX(body, 'knee') - middleX(body, 'hip'), middleY(body, 'knee') - middleY(body, 'hip')) /
      unit
    if (!Number.isFinite(thigh)) return { legs: Number.NaN, thighs: Number.NaN, stands: 0.5 }
    const stands = clamp((thigh - SITS) / (STANDS - SITS), 0, 1)
    const aside = (middleX(body, 'knee') - middleX(body, 'hip')) / unit / THIGH
    if (Number.isNaN(this.rest)) this.rest = aside
    if (Math.abs(upper) < RESTS) this.rest += share(FOLLOWS, dt) * (aside - this.rest)
    const legs =
      stands < 1
        ? Number.NaN
        : Math.max(Math.abs(knees) / this.knees.value, Math.abs(ankles) / this.ankles.value)
    return { legs, thighs: stands > 0 ? Number.NaN : clamp(aside - this.rest, -1, 1), stands }
  }
}
