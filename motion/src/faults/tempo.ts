import type { Excursion } from '../repetition/segmenter.ts'

/** The way out or back of the last three repetitions, and the seconds that the slowest of them took at the most. */
export type Way = { phase: 'out' | 'back'; seconds: number }

/** So many quick ways in a row are the person's. */
const ROW = 3
const NONE: readonly Way[] = []

/**
 * How long the ways of repetitions take: out from leaving rest to arriving at the top, back from leaving the top to arriving at rest.
 * The way out is known when the repetition is told, the way back when the person has come home. Two doubts are allowed for, so that
 * nobody is called quick because of the camera: a picture a step makes each way unsure by one step, which is added; and a single quick
 * way may be a jump of the model, so that only three in a row tell how the person moves.
 *
 * Missing data: partial repetitions have no tempo worth a word; a way back that nobody saw the end of is never told; after somebody
 * was lost the row begins anew.
 */
export class TempoReader {
  private underway: Excursion | null = null
  private readonly before: Record<Way['phase'], number[]> = { out: [], back: [] }

  /** A repetition has been told: its way out. `step`: usual seconds from picture to picture. */
  told(excursion: Excursion, step: number): readonly Way[] {
    this.underway = null
    if (excursion.partial) return NONE
    this.underway = excursion
    return this.inARow('out', excursion.outSeconds + step)
  }

  /** The way back of what was told last, once, when the person has arrived. */
  arrived(step: number): readonly Way[] {
    const seconds = this.underway?.backSeconds ?? null
    if (seconds === null) return NONE
    this.underway = null
    return this.inARow('back', seconds + step)
  }

  /** Nobody was seen: what had begun is not followed to its end. */
  forget(): void {
    this.underway = null
    this.before.out.length = 0
    this.before.back.length = 0
  }

  private inARow(phase: Way['phase'], seconds: number): readonly Way[] {
    const row = this.before[phase]
    row.push(seconds)
    if (row.length < ROW) return NONE
    const slowest = Math.max(...row)
    row.shift()
    return [{ phase, seconds: slowest }]
  }
}
