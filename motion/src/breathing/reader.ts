import type { Body } from '../body/body.ts'
import { Excursion, FixedScale } from './excursion.ts'
import { type Phases, phasesOf } from './phases.ts'
import { rhythmOf } from './rhythm.ts'
import { SLOT_RATE, Slots } from './slots.ts'
import { Stillness } from './stillness.ts'

/** Quality below which no rate is given. */
export const BREATHING_GATE = 0.6
/** Seconds of stillness before a first rate, and between two looks. */
const LEAST_SECONDS = 20
const LOOK_EVERY = 2
/** Seconds after a movement until breathing is judged again. */
const SETTLE = 1.5
/** Error stated for a window of a minute, breaths a minute; shorter windows tell frequencies apart less finely. */
const ERROR = 1

/**
 * Breathing at rest. `rate`: breaths a minute, with `error` in the same unit. `quality`: 0..1, at least the gate. Seconds of breathing
 * in and out are indicative; null where the wave is too coarse. `seconds`: of stillness that it was taken from.
 */
export type Breathing = { rate: number; quality: number; error: number; seconds: number } & Phases

/**
 * Breathing from the small rise of the shoulders of somebody who sits, stands or lies still, from frame to frame. Abstains (null) for
 * the first 20 seconds, after every movement, when no shoulder is seen, and whenever the rhythm might be chance. Fixed memory.
 * Source: camera breathing rates differ by 0.6-1.4 a minute from a belt (Massaroni 2018; arXiv 2211.11630).
 */
export class BreathingReader {
  private readonly slots = new Slots()
  private readonly still = new Stillness()
  private readonly excursion = new Excursion()
  private readonly scale = new FixedScale()
  private t = Number.NaN
  private sampledAt = Number.NaN
  private movedAt = Number.NEGATIVE_INFINITY
  private lookedAt = Number.NEGATIVE_INFINITY
  /** Breathing as of the last look; null while abstaining. */
  breathing: Breathing | null = null
  /** Quality of the last look, 0..1, whether or not it sufficed. */
  quality = 0

  /** Seconds of stillness at hand. */
  get seconds(): number {
    return this.slots.length / SLOT_RATE
  }

  /** Takes one frame in; a frame that repeats or goes back in time changes nothing. */
  read(body: Body): Breathing | null {
    if (body.t <= this.t) return this.breathing
    if (body.t - this.sampledAt > SETTLE) this.restart()
    this.t = body.t
    const scale = this.scale.read(body)
    if (!body.seen || !(scale > 0)) return this.breathing
    if (this.still.moved(body, scale)) {
      this.movedAt = body.t
      this.restart()
    }
    this.sampledAt = body.t
    if (body.t - this.movedAt < SETTLE) return null
    this.slots.push(this.excursion.read(body, scale), body.t)
    if (body.t - this.lookedAt >= LOOK_EVERY) this.look(body.t)
    return this.breathing
  }

  private restart(): void {
    this.slots.clear()
    this.excursion.reset()
    this.breathing = null
    this.quality = 0
  }

  private look(t: number): void {
    this.lookedAt = t
    this.breathing = null
    this.quality = 0
    const { seconds } = this
    if (seconds < LEAST_SECONDS) return
    const values = this.slots.values()
    const rhythm = rhythmOf(values)
    if (rhythm === null) return
    this.quality = rhythm.quality
    if (rhythm.quality < BREATHING_GATE) return
    const error = ERROR * Math.max(1, 40 / seconds)
    this.breathing = {
      rate: rhythm.frequency * 60,
      quality: rhythm.quality,
      error,
      seconds,
      ...phasesOf(values, rhythm.frequency),
    }
  }
}
