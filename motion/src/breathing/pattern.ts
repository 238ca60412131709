import { type Body, can, middleY, py } from '../body/body.ts'
import { FixedScale } from './excursion.ts'
import type { BreathingReader } from './reader.ts'
import { swingAt } from './rhythm.ts'
import { SLOT_RATE, Slots } from './slots.ts'

/**
 * How a breath is shared out, with one hand on the chest and one on the belly: swing of the upper hand, of the lower hand and of the
 * shoulders at the rate of breathing, in trunk lengths. Indicative only; there is no accepted norm for a camera.
 */
export type BreathingPattern = {
  chest: number
  belly: number
  shoulders: number
  /** Chest over belly. */
  ratio: number
  /** The chest moves more than twice as far as the belly, and the shoulders rise with it. */
  chestDominant: boolean
}

/** Chest over belly beyond which breathing is called chest-dominant (specification, no published camera norm). */
const DOMINANT = 2
/** Swing below which a hand does not tell anything, in trunk lengths (1 mm), and that at which shoulders rise (4 mm). */
const LEAST_SWING = 0.002
const SHOULDERS_RISE = 0.008
const LEAST_SECONDS = 20

/** Watches both hands and the shoulders while `BreathingReader` finds the rate. Fixed memory. */
export class PatternReader {
  private readonly hands = { left: new Slots(), right: new Slots() }
  private readonly shoulders = new Slots()
  private readonly scale = new FixedScale()
  private readonly height = { left: Number.NaN, right: Number.NaN }

  /** Takes one frame in; hands that are not seen are not taken in. */
  read(body: Body): void {
    const scale = this.scale.read(body)
    if (!body.seen || !(scale > 0)) return
    const base = can(body, 'hipL', 'hipR') ? middleY(body, 'hip') : 0
    for (const [side, wrist] of [
      ['left', 'wristL'],
      ['right', 'wristR'],
    ] as const) {
      if (!can(body, wrist)) continue
      this.height[side] = (base - py(body, wrist)) / scale
      this.hands[side].push(this.height[side], body.t)
    }
    if (can(body, 'shoulderL', 'shoulderR'))
      this.shoulders.push((base - middleY(body, 'shoulder')) / scale, body.t)
  }

  /** The pattern over the last minute, null while breathing is not judged or a hand was not seen or did not move. */
  pattern(breathing: BreathingReader['breathing']): BreathingPattern | null {
    if (breathing === null) return null
    const frequency = breathing.rate / 60
    const swing = (slots: Slots): number =>
      slots.length >= LEAST_SECONDS * SLOT_RATE ? swingAt(slots.values(), frequency) : Number.NaN
    const leftIsUp = this.height.left > this.height.right
    const chest = swing(leftIsUp ? this.hands.left : this.hands.right)
    const belly = swing(leftIsUp ? this.hands.right : this.hands.left)
    const shoulders = swing(this.shoulders)
    if (!(Math.max(chest, belly) >= LEAST_SWING) || Number.isNaN(chest + belly + shoulders)) return null
    const ratio = chest / Math.max(belly, LEAST_SWING / 2)
    return { chest, belly, shoulders, ratio, chestDominant: ratio > DOMINANT && shoulders >= SHOULDERS_RISE }
  }
}
