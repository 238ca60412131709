import { mean } from '../geometry.ts'
import { type Excursion, Segmenter } from '../repetition/segmenter.ts'
import { type Rhythm, rhythmOf } from './rhythm.ts'

/** Regularity from which a course counts as repeated movement. */
const REGULAR = 0.3
/** A course without rhythm must stand out of its own tremble by this much to hold a movement at all. */
const STANDS_OUT = 8
/** Smallest repetition as a share of the spread of the course. */
const LEAST = 0.3
/** The level that is taken out runs over this many periods: long enough to leave the movement, short enough to follow a shifting rest. */
const LEVEL = 1.2
const LONGEST_LEVEL = 6
/** The size of the movement is taken over so many periods; below this share of the usual size it is rest. */
const SIZE_OVER = 2.5
const STILL = 0.5
/** Share of the smaller neighbour below which an excursion of a rhythm is no whole repetition. */
const HALF = 0.45

/** Repetitions found in a whole course of values. `partial`: short of the others, told apart only where there is no rhythm to go by. */
export type Counted = { rhythm: Rhythm; direction: 1 | -1; full: Excursion[]; partial: Excursion[] }

/**
 * Counts the repetitions in a whole course of values (one every 1/`rate` seconds, NaN = missing) by the segmenter, of whose unit,
 * sign and rest nothing is known. Where there is a rhythm, the shifting level is taken out first and every excursion counts, for no
 * range was asked of anybody. The working direction is the one in which more excursions are whole: a record that
 * begins and ends at rest holds one more of them than of the ways between. Mere tremble counts nothing. `rhythm`: where it is known
 * better from elsewhere.
 */
export function countCourse(
  values: readonly number[],
  rate: number,
  rhythm = rhythmOf(values, rate),
): Counted {
  const regular = rhythm.regularity >= REGULAR
  if (!regular && !(rhythm.spread > STANDS_OUT * rhythm.tremble))
    return { rhythm, direction: 1, full: [], partial: [] }
  const level = regular ? levelled(values, rate, Math.min(LONGEST_LEVEL, LEVEL * rhythm.period)) : values
  const course = regular ? evened(level, rate, SIZE_OVER * rhythm.period) : values
  // How far the person usually goes is known from the whole course: with a rhythm, nothing has to be proven first.
  const usual = regular ? rhythmOf(course, rate).spread : null
  const least = LEAST * (usual ?? rhythm.spread)
  const counted = (direction: 1 | -1): Omit<Counted, 'rhythm'> => {
    const found = excursions(course, rate, direction, least, usual)
    const whole = regular ? wholeAmong(found, level, rate) : found.map((one) => !one.partial)
    const judged = found.map((one, i) => ({ ...one, partial: whole[i] !== true }))
    return {
      direction,
      full: judged.filter((one) => !one.partial),
      partial: judged.filter((one) => one.partial),
    }
  }
  const [up, down] = [counted(1), counted(-1)]
  return { rhythm, ...(down.full.length > up.full.length ? down : up) }
}

/** Which excursions of a rhythm are whole ones: not those of less than `HALF` of what the person did before and after. */
function wholeAmong(found: readonly Excursion[], level: readonly number[], rate: number): boolean[] {
  const at = (t: number): number => level[Math.round(t * rate)] ?? Number.NaN
  const heights = found.map((one) => Math.abs(at(one.peak) - at(one.start)))
  return heights.map((height, i) => {
    const around = [heights[i - 1], heights[i + 1]].filter((one) => one !== undefined)
    return around.length === 0 || !(height < HALF * Math.min(...around))
  })
}

function excursions(
  course: readonly number[],
  rate: number,
  direction: 1 | -1,
  least: number,
  usual: number | null,
): Excursion[] {
  const segmenter = new Segmenter(least, usual)
  return course.flatMap((value, i) => segmenter.next(value * direction, i / rate) ?? [])
}

/**
 * A course without its shifting level, every part of it brought to one size: people go further as they warm up and less far as they
 * tire, and a repetition is one for its place in the rhythm. Parts in which hardly anything moves are not blown up.
 */
function evened(course: readonly number[], rate: number, seconds: number): number[] {
  const squares = course.map((value) => value * value)
  const known = squares.filter(Number.isFinite)
  if (known.length === 0) return [...course]
  const usual = Math.sqrt(mean(known))
  const near = runningMean(squares, Math.max(1, Math.round((seconds * rate) / 2)))
  return course.map((value, i) => (value * usual) / Math.max(STILL * usual, Math.sqrt(near[i] ?? 0), 1e-12))
}

/** The course less its running mean over `seconds`, lightly smoothed; gaps stay gaps. */
export function levelled(values: readonly number[], rate: number, seconds: number): number[] {
  const level = runningMean(values, Math.max(1, Math.round((seconds * rate) / 2)))
  const smooth = runningMean(values, Math.max(0, Math.round(0.06 * rate)))
  return values.map((value, i) =>
    Number.isFinite(value) ? (smooth[i] ?? value) - (level[i] ?? 0) : Number.NaN,
  )
}

/** Mean of the values that are there within `reach` samples to either side. */
function runningMean(values: readonly number[], reach: number): number[] {
  const sums = [0]
  const counts = [0]
  values.forEach((value, i) => {
    const there = Number.isFinite(value)
    sums.push((sums[i] ?? 0) + (there ? value : 0))
    counts.push((counts[i] ?? 0) + (there ? 1 : 0))
  })
  return values.map((_, i) => {
    const from = Math.max(0, i - reach)
    const to = Math.min(values.length, i + reach + 1)
    return ((sums[to] ?? 0) - (sums[from] ?? 0)) / ((counts[to] ?? 0) - (counts[from] ?? 0))
  })
}

/** Values at uneven times as a course of even steps: the last value before each step, missing where that is older than `bridge` seconds. */
export function evenly(
  times: readonly number[],
  values: readonly number[],
  bridge = 0.3,
): { rate: number; values: number[] } {
  const gaps = times
    .slice(1)
    .map((t, i) => t - (times[i] ?? t))
    .toSorted((a, b) => a - b)
  const step = gaps[gaps.length >> 1] ?? 0
  const [start, end] = [times[0] ?? 0, times.at(-1) ?? 0]
  if (!(step > 0)) return { rate: 1, values: [...values] }
  let next = 0
  const even: number[] = []
  for (let t = start; t <= end + step / 2; t += step) {
    while (next + 1 < times.length && (times[next + 1] ?? 0) <= t + step / 2) next += 1
    const fresh = t - (times[next] ?? t) <= Math.max(bridge, step)
    even.push(fresh ? (values[next] ?? Number.NaN) : Number.NaN)
  }
  return { rate: 1 / step, values: even }
}
