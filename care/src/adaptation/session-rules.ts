import type { Because } from '../decision.ts'
import type { Next, SessionReport } from '../session/session.ts'
import type { CardId, Disposition, RedFlagTable } from '../triage/red-flag.ts'
import { screenBefore } from '../triage/screen-before.ts'
import { stopOf } from '../triage/stop-rule.ts'
import { symptomIn } from './symptom.ts'
import { type Limits, nextDayLight, sessionLight } from './light.ts'

/** Work for a person at the clinic that a report makes. */
export type TaskNeeded = {
  kind: 'red-flag' | 'stopped-session' | 'review'
  level: Disposition
  because: Because[]
}

export type SessionOutcome = {
  id: string
  next: Next
  card: CardId | null
  task: TaskNeeded | null
  because: Because[]
  /** True when a person must look before any exercise: the plan is held and nothing in it changes. */
  hold: boolean
}

export type SessionInput = {
  report: SessionReport
  history: readonly SessionReport[]
  /** What of the content the rules look at: a device without a connection has no more of it. */
  content: {
    redFlags: Pick<RedFlagTable, 'preSession' | 'stopRules'>
    programme: { trafficLight: Limits }
  }
}

const DAY = 86_400_000
const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY

/** What the answers before the session raise; a question that was not put is asked next time and raises nothing here. */
function danger({ report, content }: SessionInput) {
  const table = {
    ...content.redFlags,
    preSession: content.redFlags.preSession.filter((item) =>
      item.answerType === 'number_0_10' ? report.before.pain !== null : item.id in report.before.answers,
    ),
  }
  const screened = screenBefore(report.before.answers, report.before.pain, table)
  const strange = Object.keys(report.before.answers).find(
    (id) =>
      report.before.answers[id] === 'yes' && !content.redFlags.preSession.some((item) => item.id === id),
  )
  // A yes to a question of other content than ours is a danger all the same; which one, a person has to find out.
  return strange === undefined || (screened.disposition !== 'none' && screened.disposition !== 'caution')
    ? screened
    : {
        ...screened,
        disposition: 'see_clinician_first' as const,
        card: 'clinician-first' as const,
        because: [{ id: 'triage.before', values: { rule: strange, question: strange } }],
      }
}

const stopIn = (input: SessionInput) =>
  input.report.stop === null ? null : stopOf(input.report.stop.rule, input.content.redFlags)

const said = (id: string, values?: Because['values']): Because[] =>
  values === undefined ? [{ id }] : [{ id, values }]

function redDays({ report, history, content }: SessionInput): number {
  const reports = [...history, report]
  return reports.filter((past, index) => {
    if (days(past.endedAt, report.endedAt) > 7) return false
    const after = reports[index + 1]
    return (
      sessionLight(past, content.programme.trafficLight) === 'red' ||
      (after !== undefined && nextDayLight(after.before.sinceLast) === 'red')
    )
  }).length
}

/** Mean pain before the last three sessions against the first three; null until there are six. */
function painTrend({ report, history }: SessionInput): number | null {
  const pains = [...history, report].map((past) => past.before.pain).filter((pain) => pain !== null)
  if (pains.length < 6) return null
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.round((mean(pains.slice(-3)) - mean(pains.slice(0, 3))) * 10) / 10
}

export type SessionRule = {
  id: string
  when: (input: SessionInput) => boolean
  gives: (input: SessionInput) => SessionOutcome
}

const URGENT: readonly Disposition[] = ['emergency_now', 'same_day_urgent']

/**
 * What a report means for the person as a whole: the first row that holds decides the one next step, the card and the
 * clinic's task. Danger first. Every row names what is next; the last row always holds.
 */
export const SESSION_RULES: readonly SessionRule[] = [
  {
    id: 'danger-before-urgent',
    when: (input) => URGENT.includes(danger(input).disposition),
    gives: (input) => {
      const { disposition, card, because } = danger(input)
      return {
        id: 'danger-before-urgent',
        next: 'escalate',
        card,
        task: { kind: 'red-flag', level: disposition, because },
        because,
        hold: true,
      }
    },
  },
  {
    id: 'danger-during',
    when: (input) => stopIn(input)?.action === 'emergency',
    gives: (input) => {
      const because = said('session.danger', { rule: input.report.stop?.rule ?? '' })
      return {
        id: 'danger-during',
        next: 'escalate',
        card: stopIn(input)?.card ?? 'emergency',
        task: { kind: 'red-flag', level: 'emergency_now', because },
        because,
        hold: true,
      }
    },
  },
  {
    id: 'danger-before',
    when: (input) => danger(input).disposition === 'see_clinician_first',
    gives: (input) => {
      const { disposition, card, because } = danger(input)
      return {
        id: 'danger-before',
        next: 'book',
        card,
        task: { kind: 'red-flag', level: disposition, because },
        because,
        hold: true,
      }
    },
  },
  {
    id: 'session-stopped',
    when: (input) => stopIn(input)?.action === 'end-session' && input.report.stop?.rule !== 'SS13',
    gives: (input) => {
      const because = said('session.stopped', { rule: input.report.stop?.rule ?? '' })
      return {
        id: 'session-stopped',
        next: 'rest',
        card: 'stop-session',
        task: { kind: 'stopped-session', level: 'caution', because },
        because,
        hold: false,
      }
    },
  },
  {
    id: 'nerve-symptom',
    when: (input) => symptomIn(input.report),
    gives: () => {
      const because = said('session.symptom')
      return {
        id: 'nerve-symptom',
        next: 'session',
        card: null,
        task: { kind: 'review', level: 'caution', because },
        because,
        hold: false,
      }
    },
  },
  {
    id: 'recovery-day',
    when: (input) => danger(input).recoveryOnly,
    gives: (input) => ({
      id: 'recovery-day',
      next: 'rest',
      card: null,
      task: null,
      because: said('session.recovery', { pain: input.report.before.pain ?? '' }),
      hold: false,
    }),
  },
  {
    id: 'two-red-days',
    when: (input) => redDays(input) >= 2,
    gives: (input) => {
      const because = said('session.two-red', { count: redDays(input) })
      return {
        id: 'two-red-days',
        next: 'session',
        card: null,
        task: { kind: 'review', level: 'caution', because },
        because,
        hold: false,
      }
    },
  },
  {
    id: 'pain-trend',
    when: (input) => (painTrend(input) ?? 0) >= 2,
    gives: (input) => {
      const because = said('session.pain-trend', { points: painTrend(input) ?? 0 })
      return {
        id: 'pain-trend',
        next: 'session',
        card: null,
        task: { kind: 'review', level: 'caution', because },
        because,
        hold: false,
      }
    },
  },
  {
    id: 'carry-on',
    when: () => true,
    gives: () => ({ id: 'carry-on', next: 'session', card: null, task: null, because: [], hold: false }),
  },
]

/** A symptom is told to the therapist whatever row decides: something graver must not cover it up. */
function withSymptom(outcome: SessionOutcome, report: SessionReport): SessionOutcome {
  const { task } = outcome
  if (!symptomIn(report) || task === null || outcome.id === 'nerve-symptom') return outcome
  return { ...outcome, task: { ...task, because: [...task.because, ...said('session.symptom')] } }
}

/** The row that decides what is next. */
export function outcomeOf(
  input: SessionInput,
  rules: readonly SessionRule[] = SESSION_RULES,
): SessionOutcome {
  const rule = rules.find((row) => row.when(input)) ?? rules.at(-1)
  if (rule === undefined) throw new Error('there is no session rule')
  return withSymptom(rule.gives(input), input.report)
}
