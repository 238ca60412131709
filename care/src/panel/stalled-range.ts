import type { SessionReport } from '../session/session.ts'

const DAY = 86_400_000

/**
 * From when a movement is said to have stalled. None of these has been tested in a study; a clinician signs them off with the rules.
 * `sessions`: good ones at least; `days`: from the first to the last of them, at least and at most; `seen`: share of a set in which the camera
 * could judge; `ends`: the middle one of so many at each end is compared; `lately`: days between the last good one and the last session of
 * any kind, at most; `kept`: sessions that are looked at.
 */
export const STALL = {
  sessions: {
    value: 6,
    source: 'clinical judgement: fewer tell a good day from a trend no better than chance',
  },
  leastDays: {
    value: 21,
    source: 'clinical judgement: three weeks are the shortest in which a therapist would expect a change',
  },
  mostDays: {
    value: 56,
    source: 'clinical judgement: spread over more than eight weeks they tell of gaps, not of a stall',
  },
  seen: {
    value: 0.6,
    source: 'clinical judgement: of a set that was seen less, the furthest may have been missed',
  },
  ends: { value: 3, source: 'clinical judgement: the middle one of three outlives one bad measurement' },
  lately: { value: 14, source: 'clinical judgement: what is no longer done is no stall' },
  kept: { value: 24, source: 'as many as three weeks can hold at one a day' },
} as const

/**
 * The range below which a movement counts as limited at an age, in degrees: until then its goal is not reached. By the signal that the camera
 * measures; the bands and sources of the movement tests (`seated-rotation`, `lateral-flexion`, `neck-rotation`, `shoulder-flexion`), unsigned. A
 * movement that is not here has no goal that could be missed, and never stalls.
 */
export const RANGE_GOALS: Readonly<Record<string, readonly { fromAge: number; enough: number }[]>> = {
  trunk_axial_rotation: [
    { fromAge: 18, enough: 35 },
    { fromAge: 40, enough: 30 },
    { fromAge: 60, enough: 22 },
  ],
  trunk_lateral_flexion: [
    { fromAge: 18, enough: 25 },
    { fromAge: 40, enough: 20 },
    { fromAge: 60, enough: 14 },
  ],
  neck_rotation: [
    { fromAge: 18, enough: 60 },
    { fromAge: 50, enough: 50 },
    { fromAge: 70, enough: 42 },
  ],
  shoulder_flexion: [
    { fromAge: 18, enough: 145 },
    { fromAge: 60, enough: 135 },
    { fromAge: 75, enough: 120 },
  ],
}

/** One set with a measured range: degrees, null where a side went no further; `error` as it was stated with it; `eased`: made smaller in the session. */
export type RangeSeen = {
  exerciseId: string
  signal: string
  left: number | null
  right: number | null
  best: number | null
  error: number
  seen: number
  eased: boolean
}

/** What of a session's report a stall looks at. `stopped`: it ended before its time. */
export type RangeBrief = { endedAt: string; stopped: boolean; sets: readonly RangeSeen[] }

/** What of a report counts here: its sets that the camera counted, with a range of a movement that has a goal; null: none. */
export function rangeBrief(
  report: Pick<SessionReport, 'endedAt' | 'stop' | 'sets' | 'changes'>,
): RangeBrief | null {
  const sets = report.sets.flatMap(({ planItemId, exerciseId, counted, summary }): RangeSeen[] => {
    const range = summary?.range
    if (counted !== 'camera' || range == null || RANGE_GOALS[range.signal] === undefined) return []
    const eased = report.changes.some(
      (change) => change.variable === 'range' && !change.undone && change.planItemId === planItemId,
    )
    const { signal, left, right, best, error } = range
    return [{ exerciseId, signal, left, right, best, error, seen: summary?.seenShare ?? 0, eased }]
  })
  return sets.length === 0 ? null : { endedAt: report.endedAt, stopped: report.stop !== null, sets }
}

type Point = { at: number; value: number; error: number }

const SIDES = ['left', 'right', 'best'] as const

/** The furthest of each good session, by exercise, movement and side; `best` only where the movement has no sides. */
function coursesOf(ranges: readonly RangeBrief[]): Map<string, { signal: string; points: Point[] }> {
  const courses = new Map<string, { signal: string; points: Point[] }>()
  for (const { endedAt, stopped, sets } of ranges)
    for (const set of sets) {
      if (stopped || set.eased || set.seen < STALL.seen.value || !Number.isFinite(set.error)) continue
      const sided = set.left !== null || set.right !== null
      for (const side of SIDES) {
        const value = sided === (side === 'best') ? null : set[side]
        if (value === null || !Number.isFinite(value)) continue
        const key = `${set.exerciseId}/${set.signal}/${side}`
        const points = courses.get(key)?.points ?? []
        const at = Date.parse(endedAt)
        const own = points.find((point) => point.at === at)
        if (own === undefined) points.push({ at, value, error: set.error })
        else Object.assign(own, { value: Math.max(own.value, value), error: Math.max(own.error, set.error) })
        courses.set(key, { signal: set.signal, points })
      }
    }
  return courses
}

/** The last good sessions that are enough and span long enough, as few as that takes; null: there are none, or they lie too far apart. */
function lastOf(points: readonly Point[]): Point[] | null {
  const sorted = points.toSorted((a, b) => a.at - b.at)
  const end = sorted.at(-1)?.at ?? 0
  const long = sorted.filter(({ at }) => end - at >= STALL.leastDays.value * DAY).length
  const from = Math.min(long - 1, sorted.length - STALL.sessions.value)
  if (from < 0 || end - (sorted[from]?.at ?? 0) > STALL.mostDays.value * DAY) return null
  return sorted.slice(from)
}

function middle(points: readonly Point[]): number {
  const values = points.map(({ value }) => value).sort((a, b) => a - b)
  return values[Math.floor(values.length / 2)] ?? Number.NaN
}

/** What of a person a stall is told by. `bornIn`: year, null where it is not known; `lastAt`: end of their last session of any kind. */
export type StallInput = { ranges: readonly RangeBrief[]; bornIn: number | null; lastAt: string }

/**
 * Whether the range of a movement has not grown by more than the error that was stated with it, over at least six good sessions and three
 * weeks, while it is below what counts as unlimited at this age. A loss counts too. Good: seen by the camera, not stopped, not made smaller
 * within the session. Each exercise, movement and side is compared with itself only. By the sessions alone, never by today.
 * Missing data is silent: no age, too few good sessions, none lately, no goal for the movement.
 */
export function stalledRange({ ranges, bornIn, lastAt }: StallInput): boolean {
  if (bornIn === null) return false
  const age = new Date(lastAt).getUTCFullYear() - bornIn
  return [...coursesOf(ranges).values()].some(({ signal, points }) => {
    const enough = RANGE_GOALS[signal]?.findLast(({ fromAge }) => fromAge <= age)?.enough
    const window = lastOf(points)
    if (enough === undefined || window === null) return false
    const end = window.at(-1)?.at ?? 0
    if (Date.parse(lastAt) - end > STALL.lately.value * DAY) return false
    const [first, last] = [middle(window.slice(0, STALL.ends.value)), middle(window.slice(-STALL.ends.value))]
    return last < enough && last - first <= Math.max(...window.map(({ error }) => error))
  })
}
