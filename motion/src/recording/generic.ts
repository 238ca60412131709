import { SIGNALS } from '../angles/angles.ts'
import type { Movement, Signal } from '../movement.ts'
import type { Frame, Landmark, Side } from '../pose.ts'
import { COUNT, INDEX } from '../skeleton/landmarks.ts'
import type { Sided } from './analysis.ts'
import { type Counted, countCourse, evenly, levelled } from './course.ts'
import { beatOf, type Rhythm, rhythmAt, rhythmOf } from './rhythm.ts'
import type { Courses } from './signals.ts'

/** A signal, or a joint coordinate, with what was counted on it and how well it shows the movement (0 = not at all). */
export type Candidate = {
  name: string
  signal: Signal | null
  worth: number
  direction: 1 | -1
  counted: Sided[]
  regularity: number
}

/** Smallest excursion that is a movement where no exercise of the library says so: several times the landmarks' own error. */
const SIZE: Readonly<Record<string, number>> = {
  deg: 20,
  ratio: 0.25,
  'per-minute': Number.POSITIVE_INFINITY,
}
/** Of two limbs the one that goes less than this share of the other's way only goes along. */
const ALONG = 0.5
/** Correlation from which two limbs move together. */
const TOGETHER = 0.3
/** A course must be there for this share of the time. */
const SEEN = 0.5
/** More than this many sizes of movement says no more about which signal it is. */
const AMPLE = 6
/** What a signal is worth that the view does not allow as a number, and one that is only a trend. */
const DISHONEST = 0.5
const TREND = 0.5
/** Regularity of all signals together from which they keep a beat, and what a movement without any is still worth. */
const COMMON = 0.2
const STEADY = 0.2

/**
 * Every signal by how well it shows repeated movement, best first: how alike the repetitions are, how large in units of a
 * movement of that signal, how much of the time it was seen, and whether it is honest from this view. All joints of one body keep
 * one beat: its length is taken from all signals together, so that one that is unsteady by itself is still counted by it.
 */
export function bySignal(courses: Courses, movements: Readonly<Record<string, Movement>>): Candidate[] {
  const sizes = sizesOf(movements)
  return ranked(
    [...courses.signals].map(([signal, course]) => {
      const row = SIGNALS[signal]
      const honest = DISHONEST + (1 - DISHONEST) * Math.min(1, courses.honest.get(signal) ?? 0)
      const lanes: Lane[] = row.paired
        ? [lane('left', courses.times, course.left), lane('right', courses.times, course.right)]
        : [lane('both', courses.times, course.value)]
      return {
        name: signal,
        signal,
        lanes,
        mean: course.value,
        times: courses.times,
        size: sizes.get(signal) ?? SIZE[row.unit] ?? 1,
        weight: honest * (row.kind === 'trend' ? TREND : 1),
      }
    }),
  )
}

/** The smallest range that the library counts by, for each signal that it has. */
function sizesOf(movements: Readonly<Record<string, Movement>>): Map<Signal, number> {
  const sizes = new Map<Signal, number>()
  for (const { count } of Object.values(movements))
    if (count !== null)
      sizes.set(count.signal, Math.min(sizes.get(count.signal) ?? Number.POSITIVE_INFINITY, count.minRange))
  return sizes
}

/** Landmarks whose way is looked at where no angle moves, and a quarter of a trunk length as a movement of theirs. */
const ENDS = ['nose', 'elbow', 'wrist', 'knee', 'ankle'] as const
const QUARTER_TRUNK = 0.25
const AXES = ['across', 'height', 'depth'] as const

/** The same for the coordinates of head, hands and feet about the hips, in trunk lengths: for movements that no signal names. */
export function byCoordinate(frames: readonly Frame[]): Candidate[] {
  const times = frames.map((frame) => frame.t)
  const trunk = trunkOf(frames)
  const of = (landmark: Landmark, axis: 0 | 1 | 2): number[] =>
    frames.map((frame) =>
      axis === 2 && frame.depth !== 'sensor' ? Number.NaN : about(frame, INDEX[landmark], axis) / trunk,
    )
  return ranked(
    ENDS.flatMap((end) =>
      ([0, 1, 2] as const).map((axis) => {
        const [left, right] =
          end === 'nose' ? [of(end, axis), null] : [of(`${end}L`, axis), of(`${end}R`, axis)]
        return {
          name: `${end} ${AXES[axis]}`,
          signal: null,
          lanes:
            right === null
              ? [lane('both', times, left)]
              : [lane('left', times, left), lane('right', times, right)],
          mean: right === null ? left : left.map((value, i) => (value + (right[i] ?? Number.NaN)) / 2),
          times,
          size: QUARTER_TRUNK,
          weight: 1,
        }
      }),
    ),
  )
}

type Even = ReturnType<typeof evenly>
type Lane = { side: Side; even: Even; rhythm: Rhythm }
type Source = {
  name: string
  signal: Signal | null
  lanes: Lane[]
  mean: readonly number[]
  times: readonly number[]
  size: number
  weight: number
}

function lane(side: Side, times: readonly number[], values: readonly number[]): Lane {
  const even = evenly(times, values)
  return { side, even, rhythm: rhythmOf(even.values, even.rate) }
}

/** How much a course says: its size in movements, seen share and weight, without regard to rhythm. */
const sizeOf = ({ rhythm }: Lane, { size, weight }: Source): number =>
  rhythm.seen < SEEN || rhythm.spread < size
    ? 0
    : weight * rhythm.seen * Math.min(AMPLE, rhythm.spread / size) ** 0.75

function ranked(sources: readonly Source[]): Candidate[] {
  const beat = commonBeat(sources)
  return sources
    .map((source) => candidate(source, beat))
    .filter((one) => one !== null)
    .toSorted((a, b) => b.worth - a.worth)
}

/** The beat of all courses together, by the sum of their self-correlations; null where there is none. */
function commonBeat(sources: readonly Source[]): number | null {
  const sum: number[] = []
  let all = 0
  let step = 1
  for (const source of sources)
    for (const one of source.lanes) {
      const weight = sizeOf(one, source) * one.rhythm.regularity ** 2
      if (weight === 0 || one.rhythm.alike.length === 0) continue
      all += weight
      step = one.rhythm.step
      one.rhythm.alike.forEach((value, lag) => {
        sum[lag] = (sum[lag] ?? 0) + weight * value
      })
    }
  if (all === 0) return null
  const { regularity, period } = beatOf(
    sum.map((value) => value / all),
    step,
  )
  return regularity > COMMON ? period : null
}

function candidate(source: Source, beat: number | null): Candidate | null {
  const { name, signal, lanes, mean, times } = source
  const widest = Math.max(...lanes.map(({ rhythm }) => rhythm.spread))
  const runs = lanes
    .filter((one) => sizeOf(one, source) > 0 && one.rhythm.spread >= ALONG * widest)
    .map((one) => {
      const rhythm = beat === null ? one.rhythm : rhythmAt(one.rhythm, beat)
      const counted = countCourse(one.even.values, one.even.rate, rhythm)
      const worth =
        counted.full.length === 0
          ? 0
          : sizeOf(one, source) *
            (STEADY + rhythm.regularity ** 1.5) *
            onBeat(counted, beat, one.even.values.length / one.even.rate)
      return { ...one, rhythm, counted, worth }
    })
    .toSorted((a, b) => b.worth - a.worth)
  const [first, second] = runs
  if (first === undefined || first.worth === 0) return null
  const { worth, rhythm } = first
  const result = { name, signal, worth, regularity: rhythm.regularity, direction: first.counted.direction }
  if (second === undefined) return { ...result, counted: sided(first.counted, first.side) }
  if (inPhase(first.even, second.even, rhythm.period)) {
    const both = evenly(times, mean)
    const own = rhythmOf(both.values, both.rate)
    const counted = countCourse(both.values, both.rate, beat === null ? own : rhythmAt(own, beat))
    return { ...result, counted: sided(counted, 'both') }
  }
  return { ...result, counted: [first, second].flatMap((run) => sided(run.counted, run.side)) }
}

/**
 * How well the repetitions of a course keep the beat, 0..1: the share of the ways from peak to peak that take about one beat, times how
 * nearly they fill the time. A course that misses some, or finds two in one, shows the movement badly.
 */
function onBeat({ full }: Counted, beat: number | null, seconds: number): number {
  if (beat === null || full.length < 2) return 1
  const ways = full.slice(1).map((one, i) => (one.peak - (full[i]?.peak ?? one.peak)) / beat)
  const steady = (1 + ways.filter((way) => way > 0.6 && way < 1.5).length) / (1 + ways.length)
  const filled = (full.length * beat) / Math.max(seconds, beat)
  return steady * Math.min(filled, 1 / filled)
}

const sided = ({ full, partial }: Counted, side: Side): Sided[] =>
  [...full, ...partial].map((excursion) => ({ side, excursion }))

function inPhase(a: Even, b: Even, period: number): boolean {
  const seconds = Number.isFinite(period) ? period : 4
  const [x, y] = [levelled(a.values, a.rate, seconds), levelled(b.values, b.rate, seconds)]
  let [xx, yy, xy] = [0, 0, 0]
  x.forEach((value, i) => {
    const other = y[i] ?? Number.NaN
    if (!Number.isFinite(value + other)) return
    xx += value * value
    yy += other * other
    xy += value * other
  })
  return xy > TOGETHER * Math.sqrt(xx * yy)
}

/** One coordinate of a landmark from the middle of the hips: metres with measured depth, else pixels of the picture. */
function about(frame: Frame, index: number, axis: 0 | 1 | 2): number {
  const points = frame.depth === 'sensor' ? frame.world : frame.image
  if (points === null || points.length < COUNT * 4 || !((points[index * 4 + 3] ?? 0) > 0.5)) return Number.NaN
  const at = (i: number): number => points[i * 4 + axis] ?? Number.NaN
  const unit = frame.depth === 'sensor' ? 1 : axis === 0 ? frame.width : frame.height
  return (at(index) - (at(INDEX.hipL) + at(INDEX.hipR)) / 2) * unit
}

function trunkOf(frames: readonly Frame[]): number {
  const lengths = frames
    .map((frame) => Math.abs((about(frame, INDEX.shoulderL, 1) + about(frame, INDEX.shoulderR, 1)) / 2))
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b)
  return Math.max(lengths[Math.floor(0.9 * (lengths.length - 1))] ?? 1, 1e-6)
}
