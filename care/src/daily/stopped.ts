import type { TaskNeeded } from '../adaptation/session-rules.ts'
import type { DayReport } from '../course/day-report.ts'
import type { SessionReport } from '../session/session.ts'
import type { CardId, RedFlagTable } from '../triage/red-flag.ts'
import { stopOf } from '../triage/stop-rule.ts'
import type { DailyDone, DailyOffer } from './timer.ts'

/** A stop holds for the rest of the day, which is over after so many hours. */
const DAY_HOURS = 16
/** The person's own wish to stop, and rest because of strong pain, hold nothing back. */
const HOLDS_NOTHING: readonly string[] = ['SS13', 'SS11']
const RECOVERY = 'SS11'

type Stops = Pick<RedFlagTable, 'stopRules'>

const isToday = (at: string, now: string) =>
  Math.abs(Date.parse(now) - Date.parse(at)) < DAY_HOURS * 3_600_000

/** What was done and told that may hold the timers back. */
export type DayDone = {
  reports: readonly SessionReport[]
  done: readonly DailyDone[]
  now: string
}

/** Whether a session or a timer was stopped today by a stop rule other than the person's own wish. A rule that is not known holds. */
export function stoppedToday({ reports, done, now }: DayDone): boolean {
  const stops = [
    ...reports.map(({ stop, endedAt }) => ({ rule: stop?.rule, at: endedAt })),
    ...done.map(({ stop, at }) => ({ rule: stop?.rule, at })),
  ]
  return stops.some(({ rule, at }) => rule !== undefined && !HOLDS_NOTHING.includes(rule) && isToday(at, now))
}

/** Whether pain left only recovery today (SS11): breathing, warmth and an easy walk stay, breaks with exercises do not. */
export function recoveryToday({ reports, now }: Pick<DayDone, 'reports' | 'now'>): boolean {
  return reports.some(({ stop, endedAt }) => stop?.rule === RECOVERY && isToday(endedAt, now))
}

/** What a timer that was stopped means: the card, and work for the clinic; both null where nothing was wrong. */
export type DailyOutcome = { card: CardId | null; task: TaskNeeded | null }

/**
 * What comes of a timer: a danger sign shows its card and makes an urgent task that holds the plan; any other stop rule but the person's own
 * wish makes a task to look at. Everything else is only listed. No dose depends on it.
 */
export function dailyOutcome({ stop }: Pick<DailyDone, 'stop'>, table: Stops): DailyOutcome {
  if (stop === null || HOLDS_NOTHING.includes(stop.rule)) return { card: null, task: null }
  const { action, card, disposition } = stopOf(stop.rule, table)
  const values = { rule: stop.rule }
  if (action === 'emergency')
    return { card, task: { kind: 'red-flag', level: disposition, because: [{ id: 'daily.danger', values }] } }
  return {
    card: 'stop-session',
    task: { kind: 'stopped-session', level: 'caution', because: [{ id: 'daily.stopped', values }] },
  }
}

/**
 * The offers as they stand while the server does not know yet what was told here: none after a stop today, only what suits a hard day
 * after a flare-up or strong pain. It can only take away.
 */
export function offersMeanwhile(
  offers: readonly DailyOffer[],
  { reports, done, now, days }: DayDone & { days: readonly DayReport[] },
): DailyOffer[] {
  if (stoppedToday({ reports, done, now })) return []
  const last = days.findLast(({ kind }) => kind === 'flare-up' || kind === 'settled')
  const hard = last?.kind === 'flare-up' || recoveryToday({ reports, now })
  return offers.filter(({ kind }) => !(hard && kind === 'micro-break'))
}
