import type { Repetition, Trace, TracePoint, Watched } from '@dorsal/motion'

/** How far a repetition went in the signal that is shown: in its unit, with its error. */
export type Reached = { value: number; error: number }

/** One repetition of a replay. `number`: from 1. `reached`: null where it was withheld, or where the signal is only a trend. */
export type RepetitionSeen = {
  number: number
  side: Repetition['side']
  start: number
  peak: number
  end: number
  seconds: number
  partial: boolean
  reached: Reached | null
}

/** Seconds about the peak within which the furthest must have been seen, for its number to be the repetition's. */
const NEAR_PEAK = 0.5

const valueOf = (point: TracePoint, trace: Trace, side: Repetition['side']): number | null =>
  trace.paired && side !== 'both' ? point[side] : point.value

/**
 * The furthest that a repetition went from rest, as the signal was read about its peak; null where nothing was seen there, and for a
 * trend, which no unit makes a measurement.
 */
function reachedIn(trace: Trace, { side, start, end, peak }: Repetition): Reached | null {
  if (trace.kind !== 'angle') return null
  let furthest: Reached | null = null
  let way = -1
  for (const point of trace.points) {
    if (point.t < start || point.t > end || Math.abs(point.t - peak) > NEAR_PEAK) continue
    const value = valueOf(point, trace, side)
    if (value === null || point.error === null || Math.abs(value - trace.rest) <= way) continue
    way = Math.abs(value - trace.rest)
    furthest = { value, error: point.error }
  }
  return furthest
}

/** The repetitions of a replay in the order in which they were done, numbered, each with how far it went in the first signal. */
export function repetitionsSeen({ traces, events }: Pick<Watched, 'traces' | 'events'>): RepetitionSeen[] {
  const [shown] = traces
  return events
    .flatMap((event) => (event.type === 'rep' ? [event.repetition] : []))
    .toSorted((a, b) => a.start - b.start)
    .map((one, index) => ({
      number: index + 1,
      side: one.side,
      start: one.start,
      peak: one.peak,
      end: one.end,
      seconds: one.end - one.start,
      partial: one.partial,
      reached: shown === undefined ? null : reachedIn(shown, one),
    }))
}

/** How one repetition went against another: `error` is that of both numbers together; a difference within it is none that can be told. */
export type Difference =
  | { verdict: 'not-measured' }
  | { verdict: 'within-error' | 'more' | 'less'; difference: number; error: number }

/** The later against the earlier. A missing number cannot be compared. */
export function differenceOf(earlier: Reached | null, later: Reached | null): Difference {
  if (earlier === null || later === null) return { verdict: 'not-measured' }
  const difference = later.value - earlier.value
  const error = earlier.error + later.error
  if (!(Math.abs(difference) > error)) return { verdict: 'within-error', difference, error }
  return { verdict: difference > 0 ? 'more' : 'less', difference, error }
}

/** What two replays are laid over each other by. */
export type AlignedBy = 'start' | 'peak'

/** Pairs by order within each side, so that a left one is never held against a right one; what has no partner is left out. */
export function pairsOf(
  a: readonly RepetitionSeen[],
  b: readonly RepetitionSeen[],
): { a: RepetitionSeen; b: RepetitionSeen }[] {
  const of = (list: readonly RepetitionSeen[], side: Repetition['side']) =>
    list.filter((one) => one.side === side)
  return (['left', 'right', 'both'] as const)
    .flatMap((side) =>
      of(a, side).flatMap((one, i) => {
        const other = of(b, side)[i]
        return other === undefined ? [] : [{ a: one, b: other }]
      }),
    )
    .toSorted((x, y) => x.a.start - y.a.start)
}

/** The time in the other replay that belongs to a time in this one, when the pair lies over each other at its start or peak. */
export const alignedTime = (
  t: number,
  pair: { a: RepetitionSeen; b: RepetitionSeen },
  by: AlignedBy,
): number => t - pair.a[by] + pair.b[by]

/** What was counted while the set was done, and what today's engine counts in it. */
export type Recounted = { live: number; today: number; differs: boolean }

const full = (events: readonly { type: string; repetition?: Pick<Repetition, 'partial'> }[]): number =>
  events.filter((event) => event.type === 'rep' && event.repetition?.partial === false).length

/** Whole repetitions then and now. */
export function recounted(
  live: readonly { type: string; repetition?: Pick<Repetition, 'partial'> }[],
  today: Watched['events'],
): Recounted {
  const [then, now] = [full(live), full(today)]
  return { live: then, today: now, differs: then !== now }
}
