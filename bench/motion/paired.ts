import { type Recording, signalOf } from '@dorsal/motion'
import { correlation, has, load, mean, rms } from './recordings.ts'
import { median } from '../../motion/src/geometry.ts'
import { type Row, SKIPPED } from './table.ts'

/*
 * Elevation of the working arm by a depth sensor and by optical capture at the same time: 8 sets of 10 repetitions of four people.
 *
 * Both records of a set were cut into repetitions, each by itself and by eye: of the same repetition one piece may be two seconds
 * longer than the other. The pieces follow each other without a gap, so that joined they are the sets as they were recorded, in
 * seconds. What is left open is by how much one device was started later, one number for a whole set: it is read from the middle of
 * the time that the arm is above half of its height in either record, which a wrong scale does not move. It is never chosen by how
 * alike the two courses are.
 *
 * The bias that is left (too little at rest, too much overhead) is that of elbow markers, which lie beside the joint, and of the
 * sensor's shoulders, which stay as far apart as ever while real ones come nearer to each other as the arm goes up.
 */

const FILE = 'ui-prmd-paired.jsonl.gz'
const GOAL = { reach: 'r >= 0.98', goal: 'arm elevation' } as const
const WHAT = 'arm elevation, depth sensor against optical capture'

type Side = 'left' | 'right'
type Course = { t: number; value: number }[]
type Skeletal = Extract<Recording, { kind: 'skeleton' }>

const elevation = (one: Recording, side: Side): Course =>
  signalOf(one, 'shoulder_abduction').map((point) => ({ t: point.t, value: point[side] ?? Number.NaN }))

const valuesOf = (course: Course): number[] =>
  course.flatMap(({ value }) => (Number.isFinite(value) ? [value] : []))
const top = (course: Course): number => Math.max(...valuesOf(course))
const workingSide = (one: Recording): Side =>
  top(elevation(one, 'left')) > top(elevation(one, 'right')) ? 'left' : 'right'

/** The pieces of one set in their order as the one record that they were cut from. */
function joined(pieces: readonly Skeletal[]): Skeletal | null {
  const [first] = pieces
  if (first === undefined) return null
  return { ...first, record: { ...first.record, frames: pieces.flatMap(({ record }) => record.frames) } }
}

/** The middle of the time, seconds, during which the arm is above half of its height, one for each repetition. */
function middles(course: Course): number[] {
  const all = valuesOf(course)
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const found: number[] = []
  let up = Number.NaN
  let over = Number.NaN
  for (const { t, value } of course) {
    if (value > (low + high) / 2) {
      if (Number.isNaN(up)) up = t
      over = t
    } else if (value < low + (high - low) / 3 && up < t) {
      found.push((up + over) / 2)
      up = Number.NaN
    }
  }
  return found
}

/** Seconds by which the sensor's clock is ahead: in the middle one of the repetitions, by the middle of each in either record. */
function ahead(sensor: Course, capture: Course): number {
  const known = middles(capture)
  return median(middles(sensor).map((t, i) => t - (known[i] ?? Number.NaN)))
}

/** The value of a course at `t` seconds, between its samples; NaN beyond its ends. */
function at(course: Course, t: number): number {
  const i = course.findIndex((point) => point.t >= t)
  const [a, b] = [course[i - 1], course[i]]
  if (a === undefined || b === undefined) return Number.NaN
  return a.value + ((b.value - a.value) * (t - a.t)) / (b.t - a.t)
}

type Pair = readonly [sensor: number, capture: number]

/** Both courses on the sensor's samples, `lag` seconds being how much later the sensor's clock shows the same moment. */
const together = (sensor: Course, capture: Course, lag: number): Pair[] =>
  sensor.flatMap(({ t, value }): Pair[] => {
    const known = at(capture, t - lag)
    return Number.isFinite(value + known) ? [[value, known]] : []
  })

/** A course by shares of its own length in place of seconds. */
const inShares = (course: Course): Course => {
  const last = course.at(-1)?.t ?? 1
  return course.map(({ t, value }) => ({ t: t / last, value }))
}

/** Bias, error and correlation of what both have. */
function compare(pairs: readonly Pair[]): string {
  const off = pairs.map(([ours, known]) => ours - known)
  return `bias ${mean(off).toFixed(1)}, RMSE ${rms(off).toFixed(1)} deg, r ${likeness(pairs).toFixed(3)}`
}

const likeness = (pairs: readonly Pair[]): number =>
  correlation(
    pairs.map(([ours]) => ours),
    pairs.map(([, known]) => known),
  )

/** Elevation of the working arm by both devices: the sets as recorded, the pieces as cut, and the height of each repetition. */
export function paired(): Row[] {
  if (!has(FILE)) return [{ what: WHAT, anchor: 'r 0.989', ...GOAL, ours: SKIPPED }]
  const pieces = load(FILE).filter((one): one is Skeletal => one.kind === 'skeleton')
  const captureOf = new Map(pieces.map((one) => [one.id.replace(/-vicon$/, '-kinect'), one]))
  const sensed = pieces.filter(({ id }) => id.endsWith('-kinect'))
  const pairs = sensed.flatMap((one) => {
    const other = captureOf.get(one.id)
    return other === undefined || other === one ? [] : [[one, other] as const]
  })
  const setOf = ({ id }: Skeletal): string => id.replace(/_e\d+-kinect$/, '')
  const names = [...new Set(sensed.map(setOf))]
  const sets = names.map((name) => pairs.filter(([one]) => setOf(one) === name))
  const recorded = sets.flatMap((list) => {
    const [sensor, capture] = [joined(list.map(([one]) => one)), joined(list.map(([, one]) => one))]
    if (sensor === null || capture === null) return []
    const side = workingSide(sensor)
    const [ours, known] = [elevation(sensor, side), elevation(capture, side)]
    return [together(ours, known, ahead(ours, known))]
  })
  const cut = pairs.map(([sensor, capture]) => {
    const side = workingSide(sensor)
    const [ours, known] = [elevation(sensor, side), elevation(capture, side)]
    return { course: together(inShares(ours), inShares(known), 0), top: [top(ours), top(known)] as const }
  })
  const each = recorded.map(likeness).toSorted((a, b) => a - b)
  return [
    {
      what: `${WHAT}: ${sets.length} sets as recorded (cut pieces joined, one start a set)`,
      anchor: 'r 0.989',
      ...GOAL,
      ours: `${compare(recorded.flat())}; each set ${(each[0] ?? Number.NaN).toFixed(3)}-${(each.at(-1) ?? Number.NaN).toFixed(3)}`,
    },
    {
      what: `${WHAT}: ${cut.length} pieces as cut by eye, by share of their length`,
      anchor: '-',
      ours: compare(cut.flatMap(({ course }) => course)),
    },
    {
      what: `${WHAT}: highest of each of ${cut.length} repetitions`,
      anchor: 'bias 13.3, MAE 13.5 deg',
      ours: compare(cut.map((one) => one.top)),
    },
  ]
}
