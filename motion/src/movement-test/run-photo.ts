import { PostureCapture } from '../posture/capture.ts'
import type { StillPosture, PosturePlace } from '../posture/posture.ts'
import type { TestEvent } from './events.ts'
import { type Look, readingIn } from './look.ts'
import { type Bench, NO_OUTCOME, type Outcome, type Runner } from './runner.ts'

/** Seconds between two captures: time to march on the spot and settle anew. */
const BETWEEN = 4
/** Seconds between two sayings of the same hindrance. */
const SAY_EVERY = 4
/** Seconds for which something must hinder before it is said. */
const LASTING = 1.5

/**
 * StillPosture by still captures from the side: each is one attempt. The head must be level and the person still; what hinders is told as an
 * attempt that is not accepted, now and then.
 */
export class RunPhoto implements Runner {
  private readonly bench: Bench
  private readonly capture: PostureCapture
  private readonly of: 'headForward' | 'roundedShoulder'
  private takenAt = Number.NEGATIVE_INFINITY
  private toldAt = Number.NaN
  private last: StillPosture | null = null
  private hindrance: PostureCapture['hindrance'] = null
  private since = Number.NaN

  constructor(bench: Bench, of: 'headForward' | 'roundedShoulder', place: PosturePlace) {
    this.bench = bench
    this.of = of
    const tilted = bench.spec.protocol.failIf.find((rule) => rule.signal === 'head_pitch')
    this.capture = new PostureCapture(place, tilted?.threshold)
  }

  get finished(): boolean {
    return this.bench.log.next === null
  }

  get outcome(): Outcome {
    const { last } = this
    if (last === null) return NO_OUTCOME
    const { headForward, roundedShoulder, quality, view, side, place } = last
    return {
      seconds: null,
      count: null,
      detail: { headForward, roundedShoulder, quality, view, side, place },
    }
  }

  end(): void {}

  next(look: Look): TestEvent[] {
    const { t, tracker } = look
    if (!look.found || t - this.takenAt < BETWEEN) return []
    if (Number.isNaN(this.toldAt)) this.toldAt = t
    const posture = this.capture.read(tracker.body.body, (signal) => readingIn(look, signal))
    return posture === null ? this.hindered(t) : this.take(posture, t)
  }

  private hindered(t: number): TestEvent[] {
    const { hindrance } = this.capture
    if (hindrance !== this.hindrance) this.since = t
    this.hindrance = hindrance
    if (hindrance === null || t - this.since < LASTING || t - this.toldAt < SAY_EVERY) return []
    this.toldAt = t
    return [{ type: 'not-accepted', t, because: hindrance, side: 'both' }]
  }

  private take(posture: StillPosture, t: number): TestEvent[] {
    const value = posture[this.of]
    if (value === null) return []
    const { log } = this.bench
    this.last = posture
    this.takenAt = t
    this.toldAt = t
    const side = this.bench.spec.protocol.sides === 'one' ? 'both' : (posture.side ?? 'both')
    // Enough of this side: nothing more is taken until the other one is turned to the camera.
    if (!log.wants(side) || log.scored(side).length >= this.bench.spec.protocol.repeats) return []
    const attempt = log.add({ side, value, error: posture.error[this.of], at: t, because: null })
    const accepted: TestEvent = { type: 'accepted', t, attempt }
    const { next } = log
    if (next === null) return [accepted]
    return [accepted, { type: 'say', t, id: next === side ? 'march-and-settle' : 'turn-round', side: next }]
  }
}
