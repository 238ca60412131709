import type { Proposal } from '../adaptation/adaptation.ts'
import type { SessionReport } from '../session/session.ts'
import { certifyFrom } from '../note/certified.ts'
import type { PanelRow, ReasonChip, Task } from './panel.ts'
import { type RangeBrief, STALL, stalledRange } from './stalled-range.ts'

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
  /** Year of birth, null where it is not known, and sessions with a measured range: all, or those of `fewRanges`, which come to the same. */
  bornIn?: number | null
  ranges?: readonly RangeBrief[]
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

/** From when on a chip stands by itself as time goes by, in ms; null: never, as things are. */
type Begins = (input: NeedInput) => number | null

/** More than so many days after a moment, to the millisecond. */
const after = (moment: string, days: number): number => Date.parse(moment) + days * DAY + 1

const missedFrom: Begins = ({ sessionsPerWeek, reports, createdAt }) =>
  sessionsPerWeek === null ? null : after(reports.at(-1)?.endedAt ?? createdAt, MISSED_AFTER_DAYS)

/** The last fortnight of the plan of care, and from then on. */
const planOfCareFrom: Begins = ({ planOfCare }) =>
  planOfCare === undefined || planOfCare === null ? null : certifyFrom(planOfCare.signedAt, planOfCare.days)

/** More than a week since the last check-in, or since the beginning. */
const checkInFrom: Begins = ({ checkIns }) =>
  checkIns === undefined || checkIns === null
    ? null
    : after(checkIns.lastAt ?? checkIns.since, CHECK_IN_AFTER_DAYS)

/**
 * The few of somebody's reports that the need depends on: the first with a pain, the last two with one, and the last. Oldest first, as they
 * came.
 */
export function fewReports(reports: readonly ReportBrief[]): ReportBrief[] {
  const withPain = reports.filter(({ before }) => before.pain !== null)
  const few = new Set([withPain[0], ...withPain.slice(-2), reports.at(-1)])
  return reports.filter((report) => few.has(report))
}

/** The few sessions with a measured range that the need depends on: the last ones. Oldest first, as they came. */
export const fewRanges = (ranges: readonly RangeBrief[]): RangeBrief[] => ranges.slice(-STALL.kept.value)

function stalled({ ranges = [], bornIn = null, reports }: NeedInput): boolean {
  const lastAt = reports.at(-1)?.endedAt
  return lastAt !== undefined && stalledRange({ ranges: fewRanges(ranges), bornIn, lastAt })
}

/** Something beyond the bounds, the next phase or the end of the programme waits for an answer. */
const waitsForAnswer = (input: NeedInput) =>
  (['beyond-bounds', 'next-phase', 'discharge'] as const).some((kind) => pending(input, kind))

type When = { when: (input: NeedInput) => boolean; begins?: Begins }
const from = (begins: Begins): When => ({
  begins,
  when: (input) => (begins(input) ?? Infinity) <= Date.parse(input.now),
})

/** Reason chips and what each adds to the need, the more urgent so far above the rest that no sum of smaller ones overtakes it. */
export const NEEDS: readonly ({ chip: ReasonChip; weight: number } & When)[] = [
  { chip: 'red-flag', weight: 1000, when: (input) => openTask(input, 'red-flag') },
  { chip: 'stopped-session', weight: 440, when: (input) => openTask(input, 'stopped-session') },
  { chip: 'first-plan-waiting', weight: 220, when: (input) => pending(input, 'first-plan') },
  { chip: 'flare', weight: 110, when: flare },
  { chip: 'pain-trend', weight: 55, when: painTrend },
  { chip: 'review', weight: 28, when: (input) => openTask(input, 'review') },
  { chip: 'appointment-request', weight: 14, when: (input) => openTask(input, 'appointment-request') },
  { chip: 'message-waiting', weight: 7, when: (input) => input.messageWaiting },
  { chip: 'proposal-waiting', weight: 3, when: waitsForAnswer },
  { chip: 'missed-days', weight: 1, ...from(missedFrom) },
  { chip: 'co-sign', weight: 0.5, when: (input) => pending(input, 'co-sign') },
  { chip: 'no-contact', weight: 0.25, when: (input) => !input.contact },
  { chip: 'note-co-sign', weight: 0.12, when: (input) => input.noteAwaitsCoSign === true },
  { chip: 'plan-of-care', weight: 0.06, ...from(planOfCareFrom) },
  { chip: 'check-in-due', weight: 0.03, ...from(checkInFrom) },
  { chip: 'stalled-range', weight: 0.015, when: stalled },
]

/** Urgency of an open red flag on top of its chip: each level above all that lower ones can add up to. */
const LEVEL: Readonly<Record<Task['level'], number>> = {
  none: 0,
  caution: 0,
  see_clinician_first: 0,
  same_day_urgent: 900,
  emergency_now: 2000,
}

/**
 * Names these rules wherever what they came to is kept: another name, and all of it is made anew. To be raised with every change of what
 * they come to; a test notices.
 */
export const NEED_RULES = 'need/2'

/** How much this patient needs somebody, and the chips that say why, most urgent first. Missing data adds nothing. */
export function needOf(input: NeedInput): Pick<PanelRow, 'reasons' | 'need'> {
  const rows = NEEDS.filter((row) => row.when(input))
  const levels = input.tasks
    .filter((task) => task.closedAt === null && task.kind === 'red-flag')
    .map((task) => LEVEL[task.level])
  const need = rows.reduce((sum, row) => sum + row.weight, 0) + Math.max(0, ...levels)
  return { reasons: rows.map((row) => row.chip), need }
}

/** The next moment at which the need is another by nothing but the time; null: there is none. Until just before it `needOf` says the same. */
export function needChangesAt(input: NeedInput): string | null {
  const now = Date.parse(input.now)
  const next = NEEDS.map(({ begins }) => begins?.(input) ?? 0).filter((at) => at > now)
  return next.length === 0 ? null : new Date(Math.min(...next)).toISOString()
}
