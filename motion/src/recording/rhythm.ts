/** What a course of values in time shows of repeated movement. Lengths of time in seconds, sizes in the unit of the values. */
export type Rhythm = {
  /** From the 3rd to the 97th hundredth, so that slips do not widen it. */
  spread: number
  /** How alike one repetition is to the next, 0..1: the peak of the self-correlation behind its first trough. 0 = no rhythm. */
  regularity: number
  /** Length of one repetition; NaN without rhythm. */
  period: number
  /** How far the values tremble from one tenth of a second to the next. */
  tremble: number
  /** Share of the samples that are there. */
  seen: number
  /** How alike the course is to itself so many steps later, -1..1, and the seconds of one step. */
  alike: readonly number[]
  step: number
}

/** Seconds of one step at which rhythm is looked for: human repetitions last from about one second. */
const STEP = 0.1
const SHORTEST = 0.8
const LONGEST = 15
/** A rhythm takes this many repetitions to show: two bumps in one movement are none. */
const LEAST_REPETITIONS = 2.5
/** By how much the peak must stand above the trough before it: slow drift is alike at every distance and has no trough. */
const STANDS_OUT = 0.25
/** A repetition can be twice as long as one bump, and two look as alike as one: the shortest peak nearly as high as the highest is it. */
const NEARLY = 0.8
/** Median of the size of the second difference of white noise of deviation 1: 0.6745 times the root of 6. */
const BENDS = 1.652

/**
 * Looks for repeated movement in a whole course of values, one every 1/`rate` seconds; NaN is missing. Slow drift is taken out by
 * a straight line before. Nothing is assumed of the unit.
 */
export function rhythmOf(values: readonly number[], rate: number): Rhythm {
  const known = values.filter(Number.isFinite)
  const seen = known.length / Math.max(1, values.length)
  const sorted = known.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  const spread = at(0.97) - at(0.03)
  const each = Math.max(1, Math.round(rate * STEP))
  const step = each / rate
  const all = inSteps(values, each)
  const still = { spread, regularity: 0, period: Number.NaN, tremble: trembleOf(all), seen, alike: [], step }
  if (!(spread > 0)) return still
  const steps = withoutDrift(all)
  const last = Math.min(Math.round(LONGEST / step), Math.floor(steps.length / LEAST_REPETITIONS))
  const alike = Array.from({ length: Math.max(0, last + 1) }, (_, lag) => alikeAt(steps, lag))
  return { ...still, alike, ...beatOf(alike, step) }
}

/** The repetition that a self-correlation shows: its length in seconds, and how alike one is to the next. */
export function beatOf(alike: readonly number[], step: number): Pick<Rhythm, 'regularity' | 'period'> {
  const peaks = peaksOf(alike, step)
  const highest = peaks.reduce((most, lag) => Math.max(most, alike[lag] ?? 0), 0)
  const lag = peaks.find((one) => (alike[one] ?? 0) >= NEARLY * highest)
  return lag === undefined
    ? { regularity: 0, period: Number.NaN }
    : { regularity: Math.min(1, alike[lag] ?? 0), period: lag * step }
}

/** Tolerance on the length of a repetition that another course of the same body gives. */
const TOLERANCE = 0.12

/** The rhythm of a course at a length of repetition that is known from elsewhere (other joints of the same movement). */
export function rhythmAt(rhythm: Rhythm, period: number): Rhythm {
  const reach = Math.max(1, Math.round((TOLERANCE * period) / rhythm.step))
  const lag = Math.round(period / rhythm.step)
  const near = rhythm.alike.slice(Math.max(0, lag - reach), lag + reach + 1)
  return { ...rhythm, period, regularity: Math.max(0, ...near) }
}

/** Median size of the second difference, as the deviation of the noise that would make it: movement itself is too smooth to add. */
function trembleOf(steps: readonly number[]): number {
  const bends = steps.flatMap((value, i) => {
    const [before, after] = [steps[i - 1], steps[i + 1]]
    return before === undefined || after === undefined ? [] : [Math.abs(before - 2 * value + after)]
  })
  bends.sort((a, b) => a - b)
  return (bends[bends.length >> 1] ?? 0) / BENDS
}

/** Means over `each` samples; a step without a value takes the one before. */
function inSteps(values: readonly number[], each: number): number[] {
  const steps: number[] = []
  let before = values.find(Number.isFinite) ?? 0
  for (let i = 0; i < values.length; i += each) {
    const here = values.slice(i, i + each).filter(Number.isFinite)
    if (here.length > 0) before = here.reduce((sum, value) => sum + value, 0) / here.length
    steps.push(before)
  }
  return steps
}

function withoutDrift(steps: readonly number[]): number[] {
  const n = steps.length
  const middle = (n - 1) / 2
  const mean = steps.reduce((sum, value) => sum + value, 0) / Math.max(1, n)
  let along = 0
  let square = 0
  steps.forEach((value, i) => {
    along += (i - middle) * (value - mean)
    square += (i - middle) ** 2
  })
  const slope = square > 0 ? along / square : 0
  return steps.map((value, i) => value - mean - slope * (i - middle))
}

/** Correlation of the course with itself `lag` steps later. */
function alikeAt(steps: readonly number[], lag: number): number {
  const n = steps.length - lag
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0]
  for (let i = 0; i < n; i++) {
    const x = steps[i] ?? 0
    const y = steps[i + lag] ?? 0
    a += x
    b += y
    aa += x * x
    bb += y * y
    ab += x * y
  }
  const spread = Math.sqrt((aa - (a * a) / n) * (bb - (b * b) / n))
  return spread > 1e-12 ? (ab - (a * b) / n) / spread : 0
}

/** Lags of the peaks that stand out above the lowest point before them. */
function peaksOf(alike: readonly number[], step: number): number[] {
  let trough = 1
  return alike.flatMap((value, lag) => {
    trough = Math.min(trough, value)
    const top = value >= (alike[lag - 1] ?? 1) && value > (alike[lag + 1] ?? Number.NEGATIVE_INFINITY)
    return top && lag * step >= SHORTEST && value > 0 && value - trough > STANDS_OUT ? [lag] : []
  })
}
