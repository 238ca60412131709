import { mean } from '../geometry.ts'
import type { MeasuredRange, Repetition, SetSummary } from '../events.ts'
import type { Excursion } from '../repetition/segmenter.ts'
import type { Side } from '../pose.ts'

/** What one record came to; seconds from its first frame. */
export type Analysis = {
  id: string
  exercise: string | null
  seconds: number
  seenShare: number
  reps: SetSummary['reps']
  repetitions: Pick<Repetition, 'start' | 'end' | 'peak' | 'side' | 'holdSeconds'>[]
  range: ({ errorDegrees: number } & Omit<MeasuredRange, 'error'>) | null
  tempo: { secondsPerRep: number | null; outSeconds: number | null }
  faults: SetSummary['faults']
  notes: string[]
}

/** Rounded to thousandths, as everything is written. */
export const round = (value: number): number => Math.round(value * 1000) / 1000
/** The same, null where there is no number. */
export const orNull = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : round(value)

/** The analysis of a set that the tracker summarised; `start`: time of the first frame. */
export function fromSummary(
  id: string,
  exercise: string | null,
  summary: SetSummary,
  time: { start: number; seconds: number },
  notes: string[],
): Analysis {
  const { repetitions } = summary
  return {
    id,
    exercise,
    seconds: round(time.seconds),
    seenShare: round(summary.seenShare),
    reps: summary.reps,
    repetitions: repetitions.map((one) => written(one, one.side, time.start)),
    range: rangeOf(summary.range),
    tempo: {
      secondsPerRep: orNull(summary.tempoSeconds),
      outSeconds: orNull(mean(repetitions.map((one) => one.peak - one.start))),
    },
    faults: summary.faults,
    notes,
  }
}

/** A repetition of a course, and on which side it was. */
export type Sided = { side: Side; excursion: Excursion }

/** The analysis of a course of values that was counted without an exercise; times already run from the first frame. */
export function fromCourse(
  id: string,
  counted: readonly Sided[],
  of: { seconds: number; seenShare: number },
  notes: string[],
): Analysis {
  const all = counted.toSorted((a, b) => a.excursion.peak - b.excursion.peak)
  const full = all.filter(({ excursion }) => !excursion.partial)
  const on = (side: Side): number => full.filter((one) => one.side === side).length
  const peaks = full.map(({ excursion }) => excursion.peak)
  return {
    id,
    exercise: null,
    seconds: round(of.seconds),
    seenShare: round(of.seenShare),
    reps: { total: full.length, left: on('left'), right: on('right'), partial: all.length - full.length },
    repetitions: all.map(({ side, excursion }) => written(excursion, side, 0)),
    range: null,
    tempo: {
      secondsPerRep: orNull(mean(peaks.slice(1).map((peak, i) => peak - (peaks[i] ?? peak)))),
      outSeconds: orNull(mean(full.map(({ excursion }) => excursion.peak - excursion.start))),
    },
    faults: [],
    notes,
  }
}

function written(
  { start, end, peak, holdSeconds }: Pick<Excursion, 'start' | 'end' | 'peak' | 'holdSeconds'>,
  side: Side,
  from: number,
): Analysis['repetitions'][number] {
  return {
    start: round(start - from),
    end: round(end - from),
    peak: round(peak - from),
    side,
    holdSeconds: round(holdSeconds),
  }
}

function rangeOf(range: MeasuredRange | null): Analysis['range'] {
  if (range === null) return null
  const { error, ...rest } = range
  return {
    ...rest,
    left: orNull(rest.left),
    right: orNull(rest.right),
    best: orNull(rest.best),
    errorDegrees: error,
  }
}
