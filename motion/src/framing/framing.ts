import type { Body } from '../body/body.ts'
import type { Framing, FramingHelp } from '../events.ts'
import type { Movement } from '../movement.ts'
import type { Frame } from '../pose.ts'
import { FRAMING_RULES, type FramingRule } from './rules.ts'
import { type Scene, sceneOf } from './scene.ts'

/** Seconds after the start in which the first sentence of all comes. */
const FIRST = 0.4
/** A sentence stands at least so long before another complaint replaces it. */
const STANDS = 1.5
/** After so many seconds in which what was said is no longer so, the present reason is said even if the reasons change. */
const STALE = 2
/** Seconds for which a look at the whole picture holds good where no other follows: looks come every two to six seconds. */
const LOOK_HOLDS = 12
/** Looks in a row that must find one person alone before two are taken back: in one of three somebody half turned is missed. */
const ALONE_AGAIN = 3

/** What the reader needs to know of a frame beside the body. */
type Sight = Pick<Frame, 'light' | 'people'>

/**
 * Watches whether the person stands where the exercise can be judged and says one thing at a time. A new sentence is said
 * only when its reason has lasted, so that the help never flickers. Missing data: without `light` nothing is said of darkness,
 * without `people` nothing of a second person.
 */
export class FramingReader {
  private readonly movement: Movement
  private said: FramingHelp | null = null
  private saidAt = Number.NaN
  private trueAt = Number.NaN
  private candidate: FramingHelp | null = null
  private since = Number.NaN
  private crowdAt = Number.NaN
  private twoPeople = false
  private alone = 0

  constructor(movement: Movement) {
    this.movement = movement
  }

  /** The framing to announce after this frame, or null when nothing new is to be said. */
  read(body: Body, sight: Sight = {}): Framing | null {
    const { t } = body
    this.twoPeople = this.crowded(sight.people, t)
    const scene = sceneOf(body, this.movement, sight, { crowded: this.twoPeople, said: this.said })
    const { help, wait } = ruleFor(scene)
    if (help !== this.candidate) {
      this.candidate = help
      this.since = t
    }
    if (help === this.said) this.trueAt = t
    if (help === this.said || !this.due(t, wait)) return null
    this.said = help
    this.saidAt = t
    this.trueAt = t
    return { help, view: body.view, missing: [...scene.missing], usable: help === 'in-view' }
  }

  /** True while somebody else is about whom the model might take for the person: what a body does then may be the other's doing. */
  get crowd(): boolean {
    return this.twoPeople
  }

  private due(t: number, wait: number): boolean {
    const lasted = t - this.since
    if (this.said === null) return lasted >= Math.min(wait, FIRST)
    if (this.candidate !== 'in-view' && this.said !== 'in-view' && t - this.saidAt < STANDS) return false
    return lasted >= wait || t - this.trueAt >= STALE
  }

  private crowded(people: number | undefined, t: number): boolean {
    if (people !== undefined && people > 1) {
      this.crowdAt = t
      this.alone = 0
    } else if (people !== undefined) this.alone += 1
    return t - this.crowdAt <= LOOK_HOLDS && this.alone < ALONE_AGAIN
  }
}

/** The first rule that holds: the most useful single help for this frame. */
export function ruleFor(scene: Scene): FramingRule {
  const found = FRAMING_RULES.find(({ when }) => when(scene))
  if (found === undefined) throw new Error('the last rule of the framing help holds always')
  return found
}
