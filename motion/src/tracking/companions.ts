import { SIGNALS } from '../angles/angles.ts'
import type { Body } from '../body/body.ts'
import type { Movement } from '../movement.ts'
import type { Told } from '../repetition/lanes.ts'
import { type Demands, demandsOf } from './figure-demands.ts'
import { Trail, type Travel } from './trail.ts'

/** A hand that goes this far (trunk lengths: 0.1 m) while the other goes less than this share of that moves alone. */
const GOES = 0.2
const ALONE = 0.3
/** A hand that goes so much further than the figure's (as a share, and trunk lengths: 0.2 m) does something besides. */
const BESIDES_SHARE = 1.3
const BESIDES = 0.4
/** The same of one hand as seen from the other (0.13 m), which the turning itself hardly changes. */
const APART = 0.25
/** A foot that the figure moves this far (trunk lengths: 0.2 m) must go this share of that: painful steps are small, not none. */
const FOOT = 0.4
const FOOT_SHARE = 0.15
/**
 * Hips that go up or down, and feet that go under them, by this much more than the figure's (trunk lengths: 0.13 and 0.25 m; and half as
 * far again) change the stance.
 */
const STANCE = 0.25
const STEPS = 0.5
const STANCE_SHARE = 1.5
/** Degrees by which a trunk is more upright than anywhere in the figure: who sits or stands there instead of lying. */
const POSITION = 45
/** So many that are doubted, alike to this share of their height, each soon (seconds) after the one before, are what the person does. */
const ENOUGH = 3
const ALIKE = 0.3
const SOON = 15

type Verdict = 'counts' | 'waits' | 'something else'

/**
 * Whether the joints that are not counted did what the exercise's own figure demands. Sitting down, getting up and standing in front
 * of a mat are no repetitions, whatever the counted joint did meanwhile. One arm alone in an exercise of both (a hand to the head), a
 * hand that wanders while the head turns to somebody, a leg that stays: that is doubted, not thrown away, because somebody who cannot
 * move the other arm does the same, but again and again. So it waits; the third one alike (to either side in turn, where sides alternate) tells all three, and one that is like a
 * repetition of the set just before counts at once. Missing data: a hand, foot, hip or trunk that was hardly seen raises no doubt; a
 * movement without a figure demands nothing.
 */
export class Companions {
  private readonly demands: Demands | null
  private readonly byArms: boolean
  private readonly paired: boolean
  private readonly turns: boolean
  private readonly facing: boolean
  private readonly alternating: boolean
  private readonly trail = new Trail()
  private waiting: Told[] = []
  private counted: Told | null = null

  /** `movement`: with its figure, from content. */
  constructor(movement: Movement) {
    const row = movement.count === null ? null : SIGNALS[movement.count.signal]
    this.demands = row === null ? null : demandsOf(movement)
    this.paired = row?.paired === true
    // Who turns to talk takes a hand from where the exercise has it.
    this.turns = row !== null && !row.paired && (row.signed || row.plane === 'transverse')
    this.alternating = movement.template === 'alternating'
    // From the side the far arm is hardly seen: what the counting makes of it alone proves nothing.
    this.facing = movement.cameraView === 'front' || movement.cameraView === 'back'
    // Who gets up may push off with one hand; in work of the arms, and in turns and bends of an upright trunk, the hands go with it.
    this.byArms = row !== null && (row.parts.includes('arms') || row.signed)
  }

  /** Takes one frame in. */
  look(body: Body): void {
    if (this.demands !== null) this.trail.add(body)
  }

  /** True when the exercise itself has a hand at the head from the start: that is no gesture then. */
  get handAtHead(): boolean {
    return this.demands?.handAtHead === true
  }

  /** Somebody else may be there now: nothing of what was doubted belongs to what comes. */
  forget(): void {
    this.waiting = []
    this.counted = null
  }

  /** Which of the repetitions that were just found count now, with those before that had waited for their like. */
  judge(found: readonly Told[]): readonly Told[] {
    if (this.demands === null || found.length === 0) return found
    const told: Told[] = []
    for (const one of found) {
      const verdict = this.verdictOn(one, this.trail.since(one.excursion.start), this.demands)
      if (verdict === 'something else') continue
      if (verdict === 'waits' && !(this.counted !== null && alike(this.counted, one)))
        told.push(...this.wait(one))
      else {
        // The first of a set may be doubted for a slip of the model; one like it right after it says what it was.
        const before = this.waiting.at(-1)
        if (before !== undefined && alike(before, one)) told.push(...this.waiting)
        told.push(one)
      }
      if (told.at(-1) !== one) continue
      this.waiting = []
      this.counted = one
    }
    return told
  }

  /** Keeps a doubted one until there are enough of its like in a row. */
  private wait(one: Told): readonly Told[] {
    const before = this.waiting.at(-1)
    const goesOn = this.alternating || before?.side === one.side
    if (before !== undefined && !(goesOn && alike(before, one))) this.waiting = []
    this.waiting.push(one)
    return this.waiting.length >= ENOUGH ? this.waiting : []
  }

  private verdictOn(one: Told, travel: Travel, demands: Demands): Verdict {
    const { handL, handR, footL, footR, hips, tilt } = travel
    const { hipsRise } = demands
    if (hipsRise !== null && hips > STANCE + STANCE_SHARE * hipsRise) return 'something else'
    if (demands.tilt !== null && demands.tilt[0] - tilt > POSITION) return 'something else'
    // Whoever lies may move the legs; who stands or sits and puts them elsewhere gets up or sits down.
    const upright = demands.tilt !== null && demands.tilt[0] < POSITION
    const steps = STEPS + STANCE_SHARE * demands.foot
    if (upright && (footL > steps || footR > steps)) return 'something else'
    if (demands.foot > FOOT && Math.max(footL, footR) < FOOT_SHARE * demands.foot) return 'waits'
    if (this.turns && travel.between > BESIDES_SHARE * demands.between + APART) return 'waits'
    if (!this.byArms || !demands.armsAlike || (this.paired && one.side === 'both')) return 'counts'
    const [less, more] = [Math.min(handL, handR), Math.max(handL, handR)]
    const wanders = more > BESIDES_SHARE * demands.hand + BESIDES
    const alone = (this.paired && this.facing && less >= 0) || (more > GOES && less < ALONE * more)
    return wanders || alone ? 'waits' : 'counts'
  }
}

/** Two repetitions of one size, one soon after the other. */
const alike = (before: Told, now: Told): boolean =>
  now.excursion.peak - before.excursion.peak <= SOON &&
  Math.abs(now.height - before.height) <= ALIKE * Math.max(now.height, before.height)
