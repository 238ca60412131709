import type { Proposal } from '../adaptation/adaptation.ts'
import type { SessionReport } from '../session/session.ts'
import { certifiedUntil } from '../note/certified.ts'
import type { PanelRow, ReasonChip, Task } from './panel.ts'

/** What of a session's report the need looks at; pains 0..10, null where not asked. */
export type ReportBrief = {
  before: Pick<SessionReport['before'], 'pain' | 'sinceLast'>
  endedAt: string
  painAfter: number | null
}

/**
 * What the panel knows of one patient. `reports`: oldest first; all of them, or only those of `fewReports`, which come to the same.
 */
export type NeedInput = {
  tasks: readonly Pick<Task, 'kind' | 'level' | 'closedAt'>[]
  proposals: readonly Pick<Proposal, 'kind' | 'status'>[]
  reports: readonly ReportBrief[]
  /** How many home sessions a week the plan asks for; null without an active plan. */
  sessionsPerWeek: number | null
  createdAt: string
  contact: boolean
  /** Whether the person wrote something that nobody has answered yet. */
  messageWaiting: boolean
  /** Whether a note of an assistant waits for the therapist's signature. */
  noteAwaitsCoSign?: boolean
  /** When the plan of care in force was signed, and for how many days that holds; null: there is none. */
  planOfCare?: { signedAt: string; days: number } | null
  /** When the person began with an active plan, and when they last answered a check-in; null: no active plan. */
  checkIns?: { since: string; lastAt: string | null } | null
  now: string
}

const DAY = 86_400_000
const MISSED_AFTER_DAYS = 4
const CHECK_IN_AFTER_DAYS = 8

const openTask = (input: NeedInput, ...kinds: Task['kind'][]) =>
  input.tasks.some((task) => task.closedAt === null && kinds.includes(task.kind))
const pending = (input: NeedInput, kind: Proposal['kind']) =>
  input.proposals.some((proposal) => proposal.status === 'pending' && proposal.kind === kind)
const pains = (input: NeedInput) =>
  input.reports.map((report) => report.before.pain).filter((pain) => pain !== null)

function flare(input: NeedInput): boolean {
  const last = input.reports.at(-1)
  if (last === undefined) return false
  const rise = (last.painAfter ?? 0) - (last.before.pain ?? last.painAfter ?? 0)
  return last.before.sinceLast === 'much-worse' || rise >= 3 || (last.before.pain ?? 0) >= 7
}

function painTrend(input: NeedInput): boolean {
  const values = pains(input)
  const first = values[0]
  const recent = values.slice(-2)
  return first !== undefined && values.length >= 3 && recent.every((pain) => pain >= first + 2)
}

function missedDays(input: NeedInput): boolean {
  if (input.sessionsPerWeek === null) return false
  const last = input.reports.at(-1)?.endedAt ?? input.createdAt
  return Date.parse(input.now) - Date.parse(last) > MISSED_AFTER_DAYS * DAY
}

/** The last fortnight of the plan of care has begun, or it has run out. */
function planOfCareEnds({ planOfCare, now }: NeedInput): boolean {
  if (planOfCare === undefined || planOfCare === null) return false
  const { state } = certifiedUntil(planOfCare.signedAt, planOfCare.days, now)
  return state === 'due' || state === 'overdue'
}

/** More than a week since the last check-in, or since the beginning. */
function checkInDue({ checkIns, now }: NeedInput): boolean {
  if (checkIns === undefined || checkIns === null) return false
  return Date.parse(now) - Date.parse(checkIns.lastAt ?? checkIns.since) > CHECK_IN_AFTER_DAYS * DAY
}

/**
 * The few of somebody's reports that the need depends on: the first with a pain, the last two with one, and the last. Oldest first, as they
 * came.
 */
export function fewReports(reports: readonly ReportBrief[]): ReportBrief[] {
  const withPain = reports.filter(({ before }) => before.pain !== null)
  const few = new Set([withPain[0], ...withPain.slice(-2), reports.at(-1)])
  return reports.filter((report) => few.has(report))
}

/** Something beyond the bounds, the next phase or the end of the programme waits for an answer. */
const waitsForAnswer = (input: NeedInput) =>
  (['beyond-bounds', 'next-phase', 'discharge'] as const).some((kind) => pending(input, kind))

/** Reason chips and what each adds to the need, the more urgent so far above the rest that no sum of smaller ones overtakes it. */
export const NEEDS: readonly { chip: ReasonChip; weight: number; when: (input: NeedInput) => boolean }[] = [
  { chip: 'red-flag', weight: 1000, when: (input) => openTask(input, 'red-flag') },
  { chip: 'stopped-session', weight: 440, when: (input) => openTask(input, 'stopped-session') },
  { chip: 'first-plan-waiting', weight: 220, when: (input) => pending(input, 'first-plan') },
  { chip: 'flare', weight: 110, when: flare },
  { chip: 'pain-trend', weight: 55, when: painTrend },
  { chip: 'review', weight: 28, when: (input) => openTask(input, 'review') },
  { chip: 'appointment-request', weight: 14, when: (input) => openTask(input, 'appointment-request') },
  { chip: 'message-waiting', weight: 7, when: (input) => input.messageWaiting },
  { chip: 'proposal-waiting', weight: 3, when: waitsForAnswer },
  { chip: 'missed-days', weight: 1, when: missedDays },
  { chip: 'co-sign', weight: 0.5, when: (input) => pending(input, 'co-sign') },
  { chip: 'no-contact', weight: 0.25, when: (input) => !input.contact },
  { chip: 'note-co-sign', weight: 0.12, when: (input) => input.noteAwaitsCoSign === true },
  { chip: 'plan-of-care', weight: 0.06, when: planOfCareEnds },
  { chip: 'check-in-due', weight: 0.03, when: checkInDue },
]

/** Urgency of an open red flag on top of its chip: each level above all that lower ones can add up to. */
const LEVEL: Readonly<Record<Task['level'], number>> = {
  none: 0,
  caution: 0,
  see_clinician_first: 0,
  same_day_urgent: 900,
  emergency_now: 2000,
}

/** How much this patient needs somebody, and the chips that say why, most urgent first. Missing data adds nothing. */
export function needOf(input: NeedInput): Pick<PanelRow, 'reasons' | 'need'> {
  const rows = NEEDS.filter((row) => row.when(input))
  const levels = input.tasks
    .filter((task) => task.closedAt === null && task.kind === 'red-flag')
    .map((task) => LEVEL[task.level])
  const need = rows.reduce((sum, row) => sum + row.weight, 0) + Math.max(0, ...levels)
  return { reasons: rows.map((row) => row.chip), need }
}
