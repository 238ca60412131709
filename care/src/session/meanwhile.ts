import { nextDayLight, sessionLight } from '../adaptation/light.ts'
import { outcomeOf } from '../adaptation/session-rules.ts'
import { symptomOn } from '../adaptation/symptom.ts'
import type { Me } from '../contract/course-rows.ts'
import { dailyOutcome, offersMeanwhile } from '../daily/stopped.ts'
import type { DailyDone } from '../daily/timer.ts'
import type { DayReport } from '../course/day-report.ts'
import type { Because } from '../decision.ts'
import { rankOf } from '../triage/rank.ts'
import type { CardId, Disposition, TriageResult } from '../triage/red-flag.ts'
import { screenAsked, screenBefore } from '../triage/screen-before.ts'
import { type Ahead, sessionAhead } from './ahead.ts'
import type { Prescription, SessionReport } from './session.ts'

export type Meanwhile = {
  /** The record as the server last gave it, and the sessions that it handed out ahead with it; null where there are none. */
  me: Me
  ahead: Ahead | null
  /** What was told since and the server does not have yet. */
  reports: readonly SessionReport[]
  days: readonly DayReport[]
  /** Timers of daily life that ended since. */
  daily?: readonly DailyDone[]
  /** Danger signs in anything else that was told, such as the answers to what was due. */
  warnings?: readonly Warning[]
  /** What words come to; left out where nothing was written. */
  read?: (text: string) => Warning
  /** Whether the server is out of reach: what was handed out ahead then ends with its time, and a long gap is eased here. */
  offline?: boolean
  now: string
}

/** A danger sign that was found, and what it leads to. */
export type Warning = { disposition: Disposition; card: CardId | null; rules: string[]; because: Because[] }

const HOLDS = rankOf('see_clinician_first')
/** Where no sessions were handed out ahead, their limits are not known either; no danger sign depends on them. */
const STRICT = { greenUpTo: 0, amberUpTo: 0, redRise: 0 }
const GAP = 7 * 86_400_000
const URGENT = rankOf('same_day_urgent')

/** What danger signs in reports that nobody has seen yet come to, by the rules that the server will use on them. */
function warningsIn({ me, ahead, reports, days, daily = [], warnings = [], read }: Meanwhile): Warning[] {
  const table = ahead ?? me.prescription
  const found: Warning[] = [...warnings]
  const history = me.history.map(({ report }) => report)
  for (const report of reports) {
    if (table !== null) {
      const content = { redFlags: table, programme: { trafficLight: ahead?.limits ?? STRICT } }
      const { task, card, because, hold } = outcomeOf({ report, history, content })
      const rules = [report.stop?.rule ?? '', ...because.map(({ values }) => String(values?.['rule'] ?? ''))]
      if (hold && task !== null) found.push({ disposition: task.level, card, rules, because })
    }
    history.push(report)
  }
  for (const day of days) {
    if (table === null) break
    if (day.kind === 'flare-up' || day.kind === 'again')
      found.push(screenBefore(day.answers, day.pain, table))
    if (day.kind === 'morning' && day.answers !== undefined)
      found.push(screenAsked(day.answers, day.pain, table))
  }
  for (const { task, card } of daily.map((done) => dailyOutcome(done, table ?? { stopRules: [] })))
    if (task !== null) {
      const rules = task.because.map(({ values }) => String(values?.['rule'] ?? ''))
      found.push({ disposition: task.level, card, rules, because: task.because })
    }
  const written = [
    ...reports.flatMap(({ note, hardest }) => [note, hardest]),
    ...days.map((day) => ('note' in day ? day.note : 'barrier' in day ? day.barrier : null)),
  ]
  for (const text of written) {
    const said = text === null ? undefined : read?.(text)
    if (said !== undefined) found.push(said)
  }
  return found.filter(({ disposition }) => rankOf(disposition) >= HOLDS)
}

/** A week or more without a session: everything starts a step lower, as it does by the rules of the server. */
function longGap({ me, reports, offline, now }: Meanwhile): boolean {
  const last = [...me.history.map(({ report }) => report), ...reports].findLast(({ sets }) => sets.length > 0)
  return offline === true && last !== undefined && Date.parse(now) - Date.parse(last.endedAt) >= GAP
}

/** Items that hurt, or were ended for a symptom, rest until the server has heard of it; what was eased stays a set shorter. */
function gentler(session: Prescription, given: Meanwhile): Prescription {
  const { reports, ahead } = given
  const hurt = (id: string) =>
    reports.some(
      (report) =>
        symptomOn(report, id) ||
        (report.stop?.planItemId === id && report.stop.rule !== 'SS13') ||
        report.sets.some((set) => set.planItemId === id && (set.pain ?? 0) > session.painCeiling),
    )
  const hard =
    longGap(given) ||
    reports.some(
      (report) =>
        nextDayLight(report.before.sinceLast) === 'red' ||
        sessionLight(report, ahead?.limits ?? STRICT) === 'red',
    )
  const eased = (id: string) =>
    hard || reports.some(({ changes }) => changes.some((c) => c.planItemId === id && !c.undone))
  const lighter = (items: Prescription['items']) =>
    items
      .filter(({ planItemId }) => !hurt(planItemId))
      .map((item) =>
        eased(item.planItemId)
          ? { ...item, dosage: { ...item.dosage, sets: Math.max(1, item.dosage.sets - 1) } }
          : item,
      )
  const [items, more] = [lighter(session.items), lighter(session.more ?? [])]
  const setsOf = new Map([...items, ...more].map(({ planItemId, dosage }) => [planItemId, dosage.sets]))
  const versions = session.versions?.map((version) => ({
    minutes: version.minutes,
    items: version.items.flatMap(({ planItemId, sets }) => {
      const most = setsOf.get(planItemId)
      return most === undefined ? [] : [{ planItemId, sets: Math.min(sets, most) }]
    }),
  }))
  return { ...session, items, more, ...(versions && { versions }) }
}

function flared(days: readonly DayReport[]): boolean {
  const last = days.findLast(({ kind }) => kind === 'flare-up' || kind === 'settled')
  return last?.kind === 'flare-up'
}

const sameDay = (a: string, b: string) => Math.abs(Date.parse(a) - Date.parse(b)) < 16 * 3_600_000

/**
 * The record as it stands while the server does not know yet what was told on this device: a danger sign holds exercise at once, a
 * session that was done is followed by the one prescribed after it, never harder and without what hurt. It can only hold or ease; the
 * server's own answer replaces all of it. Nothing told: the record as it is. Without a connection no session is offered after `ahead.until`.
 * Deterministic in its inputs.
 */
export function meanwhile(given: Meanwhile): Me {
  const stands = standing(given)
  const { me, reports, days, daily = [], now } = given
  if (stands === me && daily.length === 0) return me
  const done = [...me.daily.done, ...daily]
  const held = stands.next === 'escalate' || stands.next === 'book'
  const offers = held ? [] : offersMeanwhile(me.daily.offers, { reports, done, days, now })
  return { ...stands, daily: { offers, done } }
}

function standing(given: Meanwhile): Me {
  const { me, ahead, reports, days, daily = [], now } = given
  // A timer of daily life tells nothing of the session but a danger sign.
  const untold = reports.length + days.length + (given.warnings ?? []).length === 0
  if (untold && daily.length === 0 && given.offline !== true) return me
  const cleared = me.cleared === null ? -Infinity : Date.parse(me.cleared.at)
  const since = {
    ...given,
    reports: reports.filter((report) => Date.parse(report.endedAt) > cleared),
    daily: daily.filter(({ at }) => Date.parse(at) > cleared),
  }
  const [worst] = warningsIn(since).sort((a, b) => rankOf(b.disposition) - rankOf(a.disposition))
  const history = [...me.history, ...reports.map((report) => ({ receivedAt: report.endedAt, report }))]
  const toldAll = [...me.told, ...days]
  if (worst !== undefined) {
    const next = rankOf(worst.disposition) >= URGENT ? 'escalate' : 'book'
    const triage: TriageResult = {
      ...worst,
      precautionTags: [],
      contentVersion: me.plan?.contentVersion ?? '',
    }
    return { ...me, history, told: toldAll, next, triage, prescription: null, task: null }
  }
  if (me.prescription === null) return { ...me, history, told: toldAll }
  const done = reports.filter(({ sets }) => sets.length > 0).length
  const number = me.prescription.sessionNumber + done
  const over = given.offline === true && ahead !== null && now >= ahead.until
  if (untold && !over && !longGap(given)) return me
  const usable = ahead !== null && ahead.planVersion === me.prescription.planVersion && now < ahead.until
  const following = usable ? sessionAhead(ahead, flared(days) ? 'calm' : 'next', number) : null
  const session = done === 0 && !flared(days) && !over ? me.prescription : following
  const lighter = session === null ? null : gentler(session, given)
  const prescription = lighter !== null && lighter.items.length > 0 ? lighter : null
  const rest =
    prescription === null ||
    days.some((day) => day.kind === 'not-today' && sameDay(day.at, now)) ||
    reports.some(({ stop, endedAt }) => stop !== null && stop.rule !== 'SS13' && sameDay(endedAt, now))
  return { ...me, history, told: toldAll, prescription, next: rest ? 'rest' : 'session' }
}
