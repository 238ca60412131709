import { BestRange } from '../repetition/best-range.ts'

/** Ways out that are remembered after the person is back: small regular repetitions are told late, four at once. */
const KEPT = 8
/** Seconds after the telling of a repetition in which what lags behind (the other arm, a smoothed turn) still belongs to it. */
const LAGS = 1
/** Share of a way out in which a limb must have been seen: a far arm that shows itself for a moment has no range. */
const SEEN = 0.5

type Kind = 'full' | 'partial'

/** One way out from rest, and back. */
type Trip = {
  from: number
  to: number
  best: BestRange
  /** Readings in which this side was seen, and all of them. */
  seen: number
  all: number
  counted: Kind | null
  until: number
}

/**
 * The furthest values of one side, by the repetitions that were counted: whatever a signal shows between them, at rest or in a movement
 * that was no repetition (a turn towards the camera), is no range of the exercise. Values in the signal's unit; NaN for what is not
 * seen, which counts as not seen. Memory does not grow.
 */
export class Trips {
  private readonly direction: 1 | -1
  private readonly past: Trip[] = []
  private readonly furthest: Record<Kind, number> = { full: Number.NaN, partial: Number.NaN }
  private trip: Trip | null = null

  /** `direction`: +1 where larger values are further out, -1 where smaller ones are. */
  constructor(direction: 1 | -1) {
    this.direction = direction
  }

  /** The furthest value that was held in a full repetition; where none was full, in a partial one; NaN before any. */
  get best(): number {
    return Number.isNaN(this.furthest.full) ? this.furthest.partial : this.furthest.full
  }

  /** Takes one reading in; `resting`: this side has not set out. */
  next(value: number, t: number, resting: boolean): void {
    const { trip } = this
    if (trip === null || resting) this.setOut(t)
    const now = this.trip
    if (now === null) return
    now.to = t
    now.all += 1
    if (Number.isFinite(value)) now.seen += 1
    now.best.next(value, t)
    if (now.counted !== null && t <= now.until) this.take(now, now.counted)
  }

  /** Nothing may be shown in this frame. */
  hide(t: number): void {
    this.trip?.best.next(Number.NaN, t)
  }

  /**
   * A repetition was told at `t` that was furthest at `peak`; how far it went in this signal. NaN where the peak was not seen or its
   * number withheld: what could be shown of the way there would be too little.
   */
  tell(peak: number, t: number, kind: Kind): number {
    const trip = [this.trip, ...this.past].find((one) => one !== null && one.from <= peak && peak <= one.to)
    if (trip === null || trip === undefined) return Number.NaN
    trip.counted = kind
    trip.until = t + LAGS
    return this.take(trip, kind)
  }

  private take({ best, seen, all }: Trip, kind: Kind): number {
    if (seen < SEEN * all) return Number.NaN
    const { direction, furthest } = this
    if (!(furthest[kind] * direction >= best.best * direction) && Number.isFinite(best.best))
      furthest[kind] = best.best
    return best.best
  }

  /** The person is about to set out: what came before is over. Rest itself is a trip of one reading, and is not remembered. */
  private setOut(t: number): void {
    const { trip, direction, past } = this
    if (trip !== null && trip.all > 1) past.unshift(trip)
    const fresh = trip !== null && trip.all <= 1 ? trip : past.length > KEPT ? past.pop() : undefined
    this.trip = restarted(fresh ?? emptyTrip(direction), t)
  }
}

const emptyTrip = (direction: 1 | -1): Trip => ({
  from: 0,
  to: 0,
  best: new BestRange(direction),
  seen: 0,
  all: 0,
  counted: null,
  until: 0,
})

function restarted(trip: Trip, t: number): Trip {
  trip.best.clear()
  return Object.assign(trip, { from: t, to: t, seen: 0, all: 0, counted: null, until: t })
}
