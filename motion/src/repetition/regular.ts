import { mean } from '../geometry.ts'
import type { Excursion } from './segmenter.ts'

/** So many small excursions in a row must be alike; fewer when they come near the smallest range. */
const ENOUGH = 4
const ENOUGH_NEAR = 3
/** Two that went as far as asked for are enough where the person was still before both of them: nobody fidgets out of stillness twice. */
const ENOUGH_STILL = 2
/** So many are remembered: with the proof, those before it that were like it are told, too. */
const MEMORY = 6
const NEAR = 0.6
/** How far heights, intervals, times out and resting levels may differ from their mean, as a share of it (levels: of the height). */
const ALIKE = 0.18
/** Once it has been proven, people may tire and hesitate. */
const STILL_ALIKE = 0.4
/** Seconds from peak to peak: faster is trembling or kneading, slower is chance. */
const FASTEST = 1.2
const SLOWEST = 15

/** So many times the way out of the one and the whole of the other may lie between two that belong together: longer is a pause of something else. */
const PAUSE = 4

/** Share of the height of a repetition below which what comes between two is a wobble at rest. */
const WOBBLE = 0.35

/** Share of the smallest range that is enough once it is known how far somebody goes: else the error of the measurement would decide. */
export const JUST = 0.8

type Small = { excursion: Excursion; width: number; still: boolean }

/**
 * Tells small regular movement (somebody in pain who goes only a little way, again and again) from fidgeting of the same size, which has
 * neither one height nor one rhythm nor one place to come back to. Remembers the last few excursions only.
 */
export class Regular {
  private readonly minRange: number
  private readonly row: Small[] = []
  private readonly told = new WeakSet<Excursion>()
  private known = false

  constructor(minRange: number) {
    this.minRange = minRange
  }

  /** Nothing of what was seen before belongs to what comes. */
  forget(): void {
    this.row.length = 0
    this.known = false
  }

  /**
   * A repetition has been believed: those remembered that lead up to it in one rhythm, from one resting level as far out, were repetitions, too;
   * one short of the smallest range is not. They are handed out once, in the order of time, and nothing is remembered any more.
   */
  vouched(believed: Excursion): readonly Excursion[] {
    const before: Excursion[] = []
    let next = believed
    for (const { excursion } of this.row.toReversed()) {
      if (Math.max(excursion.height, wayBack(excursion, next)) < WOBBLE * believed.height) continue
      if (this.told.has(excursion) || excursion.partial || !leadsTo(excursion, next)) break
      completeFrom(excursion, next)
      before.unshift(excursion)
      next = excursion
    }
    this.forget()
    return before
  }

  /** True when a small excursion reached its peak in this time: another limb may have gone along with it. */
  has(from: number, to: number, height: number): boolean {
    return this.row.some(
      ({ excursion }) => excursion.peak >= from && excursion.peak <= to && excursion.height >= height,
    )
  }

  /**
   * Takes in a small excursion (`still`: the person was still before it); those that are now known to be repetitions: with the first proof all of the row, afterwards each as it comes.
   */
  next(excursion: Excursion, still = false): readonly Excursion[] {
    const before = this.row.at(-1)
    if (before !== undefined && !(excursion.peak - before.excursion.peak <= SLOWEST)) this.forget()
    this.row.push({ excursion, width: excursion.end - excursion.start, still })
    if (this.row.length > MEMORY) this.row.shift()
    // What is much smaller than the largest is a wobble between them.
    const largest = Math.max(...this.row.map((one) => one.excursion.height))
    const row = this.row.filter((one) => one.excursion.height >= WOBBLE * largest)
    if (row.at(-1)?.excursion !== excursion) return []
    const near = row.slice(-ENOUGH_NEAR).every((one) => one.excursion.height >= NEAR * this.minRange)
    const last = row.slice(near ? -ENOUGH_NEAR : -ENOUGH)
    const several = last.length >= (near ? ENOUGH_NEAR : ENOUGH)
    const two = row.slice(-ENOUGH_STILL)
    const calm =
      two.length === ENOUGH_STILL &&
      two.every((one) => one.still && one.excursion.height >= this.minRange) &&
      alike(two, STILL_ALIKE)
    if (!calm && !(several && alike(last, this.known ? STILL_ALIKE : ALIKE))) {
      this.known = false
      return []
    }
    // What came before the proof and was like it, the first and unsure ones of a set, was of the same kind.
    const usual = mean((calm ? two : last).map((one) => one.excursion.height))
    const proven = this.known
      ? [excursion]
      : this.row
          .map((one) => one.excursion)
          .filter((one) => !this.told.has(one) && Math.abs(one.height - usual) <= STILL_ALIKE * usual)
    // Who goes as far as asked for, give or take the error of the measurement, does it every time.
    const enough = usual >= this.minRange
    for (const one of proven) {
      if (enough && one.height >= JUST * this.minRange) one.partial = false
      this.told.add(one)
    }
    this.known = true
    return proven
  }
}

/** How far an excursion goes on its way back, which ends where the next one begins: who was already on the way out when first seen shows it only there. */
const wayBack = (one: Excursion, next: Excursion): number => one.low + one.height - next.low

/** True when this excursion and the believed one after it belong to one set: next to each other in time, about as far and about as long out. */
function leadsTo(one: Excursion, next: Excursion): boolean {
  const between = next.peak - one.peak
  const height = Math.max(one.height, wayBack(one, next))
  return (
    between >= FASTEST &&
    between <= SLOWEST &&
    Math.abs(height - next.height) <= STILL_ALIKE * next.height &&
    between <= PAUSE * (next.peak - next.start + (one.end - one.start))
  )
}

function completeFrom(one: Excursion, next: Excursion): void {
  const back = wayBack(one, next)
  if (back <= one.height) return
  one.low = next.low
  one.height = back
}

function alike(row: readonly Small[], share: number): boolean {
  const intervals = row
    .slice(1)
    .map(({ excursion }, i) => excursion.peak - (row[i]?.excursion.peak ?? Number.NaN))
  const heights = row.map(({ excursion }) => excursion.height)
  const risings = row.map(({ excursion }) => excursion.peak - excursion.start)
  const rests = row.map(({ excursion }) => excursion.low)
  const height = mean(heights)
  return (
    intervals.every((one) => one >= FASTEST) &&
    within(heights, share * height) &&
    within(intervals, share * mean(intervals)) &&
    within(rests, share * height) &&
    // When somebody sets out is less sharp than when they turn.
    within(risings, 1.5 * share * mean(risings)) &&
    within(
      row.map(({ width }) => width),
      1.5 * share * mean(row.map(({ width }) => width)),
    )
  )
}

function within(values: readonly number[], limit: number): boolean {
  const middle = mean(values)
  return values.every((value) => Math.abs(value - middle) <= limit)
}
