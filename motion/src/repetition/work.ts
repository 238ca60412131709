import { type Reading, SIGNALS } from '../angles/angles.ts'
import type { PersonalRange } from '../calibration/calibration.ts'
import type { Movement, Signal } from '../movement.ts'
import type { View } from '../pose.ts'
import { GAPS } from './gaps.ts'
import { HoldClock } from './hold.ts'
import { Lanes, type Told } from './lanes.ts'

/** What came of one reading: the repetitions whose peak has just been left, and the hold where there is something new to tell of it. */
export type Worked = { told: readonly Told[]; held: { seconds: number; inside: boolean } | null }

const NOTHING: Worked = { told: [], held: null }

/**
 * The one streaming segmenter of a set, for all templates: cycles and turns in turn are cut into repetitions, a hold into the times inside
 * its band, and a timed exercise is the time in which it could be judged, which all of them keep (`seconds`). What a gap does to
 * what had begun stands in one table (`GAPS`) for all. Missing data: a frame that gives no reading is not taken in at all; what
 * it leaves open is settled by `resume` when the next one comes. Memory does not grow with time.
 */
export class Work {
  /** What is followed, and from where it may be judged; null for a timed exercise, which asks for nothing but to be seen. */
  readonly follows: { readonly signal: Signal; readonly views: readonly View[] } | null
  readonly lanes: Lanes | null
  readonly hold: HoldClock | null
  /** Seconds in which this set could be judged. */
  seconds = 0
  private readonly eitherSide: boolean
  private at = Number.NaN

  /** `personalRange`: how far the person went before, in the unit of the counted signal. */
  constructor({ template, count, hold }: Movement, personalRange: PersonalRange | null = null) {
    const counts = (template === 'cycle' || template === 'alternating') && count !== null
    const holds = template === 'hold' && hold !== null
    this.follows = counts ? count : holds ? hold : null
    this.lanes = counts
      ? new Lanes(count, SIGNALS[count.signal], template === 'alternating', personalRange)
      : null
    this.hold = holds ? new HoldClock(hold.min, hold.max, errorOf(hold)) : null
    // A band on one side of zero of a signal that knows sides is meant for either own side: a stretch is done left, then right.
    this.eitherSide = holds && hold.min > 0 && SIGNALS[hold.signal].signed
  }

  /**
   * Somebody is seen at `t` seconds, who could be judged last some time ago. `bridge`: the gap without sight that is bridged at this
   * camera. True when the gap was so long that nothing of what had begun is left. Somebody who is seen all the time may still hold a
   * limb so that its angle means nothing: that is a longer gap than blindness, but no clock runs through it.
   */
  resume(t: number, bridge: number): boolean {
    const away = t - this.at
    if (away > GAPS.limb) this.interrupt()
    else if (away > bridge) this.hold?.stop()
    return away > GAPS.limb
  }

  /**
   * Takes one reading in (null only where nothing is followed); `dt`: seconds since the frame before; `stated`: the error that is stated
   * for the signal from here, NaN where there is none.
   */
  next(reading: Reading | null, t: number, dt: number, stated = Number.NaN): Worked {
    if (t - this.at <= GAPS.limb) this.seconds += dt
    this.at = t
    if (reading === null) return NOTHING
    if (this.lanes !== null) return { told: this.lanes.next(reading, t, stated), held: null }
    const { hold } = this
    const value = this.eitherSide ? Math.abs(reading.value) : reading.value
    if (hold === null || !hold.next(value, t)) return NOTHING
    return { told: [], held: { seconds: hold.seconds, inside: hold.inside } }
  }

  /** Nobody saw what happened: what had begun is dropped, and the clock stands until the position is seen again. */
  interrupt(): void {
    this.lanes?.interrupt()
    this.hold?.stop()
  }
}

/** The largest error that is stated for what is held, in its unit; a trend has none that would bound its tremble. */
function errorOf({ signal, views }: NonNullable<Movement['hold']>): number {
  const row = SIGNALS[signal]
  const stated = views.flatMap((view) => row.error[view] ?? [])
  return stated.length > 0 ? Math.max(...stated) : Number.POSITIVE_INFINITY
}
