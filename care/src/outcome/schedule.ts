import type { Measure, MeasureItem, MeasureMoment } from './measure.ts'
import type { MomentRule, OutcomeRules } from './outcome-rules.ts'

const DAY = 86_400_000

/** What is known of somebody's course when the calendar is looked at. Instants in UTC. */
export type CourseDates = {
  startedAt: string
  endedAt: string | null
  lastSessionAt: string | null
  answered: readonly { measureId: string; at: string }[]
}

/** A measure that is due: for which moments, since when, until when, and which of its items are put. */
export type Due = {
  measureId: string
  moments: MeasureMoment[]
  dueAt: string
  closesAt: string
  items: string[]
}

type Window = { from: number; until: number }

/** The items of a measure that are put at a moment; an item without moments of its own belongs to each of its measure. */
export function itemsAt(measure: Measure, moment: MeasureMoment): MeasureItem[] {
  if (!measure.schedule.includes(moment)) return []
  return measure.items.filter((item) => item.moments === null || item.moments.includes(moment))
}

function windowOf(rule: MomentRule, dates: CourseDates, now: number): Window | null {
  const start = Date.parse(dates.startedAt)
  const end = dates.endedAt === null ? null : Date.parse(dates.endedAt)
  const open = (from: number): Window | null => {
    const until = from + (rule.openDays + 1) * DAY
    return now >= from && now < until ? { from, until } : null
  }
  if (rule.from === 'session') {
    if (rule.onDay === null || dates.lastSessionAt === null) return null
    const day = Math.floor(Date.parse(dates.lastSessionAt) / DAY) + rule.onDay
    return open(day * DAY)
  }
  const anchor = rule.from === 'start' ? start : end
  if (anchor === null) return null
  if (rule.onDay !== null) return open(anchor + rule.onDay * DAY)
  if (rule.everyDays === null) return open(anchor)
  if (end !== null && now >= end) return null
  const turn = Math.floor((now - anchor) / (rule.everyDays * DAY))
  return turn < 1 ? null : open(anchor + turn * rule.everyDays * DAY)
}

function mergedDue(found: readonly Due[]): Due {
  const [first] = found
  const items = new Set(found.flatMap((due) => due.items))
  return {
    measureId: first?.measureId ?? '',
    moments: found.flatMap((due) => due.moments),
    dueAt: found.map((due) => due.dueAt).reduce((a, b) => (a < b ? a : b)),
    closesAt: found.map((due) => due.closesAt).reduce((a, b) => (a < b ? a : b)),
    items: [...items],
  }
}

/**
 * What is due now, a row a measure in the order of content: moments that fall together are asked once, with the items of all of them.
 * What was answered since it fell due is not asked again, and what was missed is not asked later: an answer belongs to its time.
 * Questions of a session itself are put there (`itemsAt(measure, 'session')`). Only core measures unless `all`.
 */
export function dueMeasures(
  measures: readonly Measure[],
  rules: Pick<OutcomeRules, 'moments'>,
  dates: CourseDates,
  now: string,
  all = false,
): Due[] {
  const at = Date.parse(now)
  const iso = (time: number) => new Date(time).toISOString()
  return measures
    .filter((measure) => (measure.core || all) && measure.items.length > 0)
    .flatMap((measure) => {
      const found = measure.schedule.flatMap((moment): Due[] => {
        const rule = rules.moments.find((row) => row.moment === moment)
        const window = rule === undefined ? null : windowOf(rule, dates, at)
        const items = itemsAt(measure, moment).map(({ id }) => id)
        if (window === null || items.length === 0) return []
        const done = dates.answered.some(
          (row) =>
            row.measureId === measure.id && Date.parse(row.at) >= window.from && Date.parse(row.at) <= at,
        )
        if (done) return []
        return [
          {
            measureId: measure.id,
            moments: [moment],
            dueAt: iso(window.from),
            closesAt: iso(window.until),
            items,
          },
        ]
      })
      return found.length === 0 ? [] : [mergedDue(found)]
    })
}
