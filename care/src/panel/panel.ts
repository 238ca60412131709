import * as z from 'zod/mini'
import { Glass, GlassNotice } from '../access/glass.ts'
import { PlanChange, Proposal } from '../adaptation/adaptation.ts'
import { DayReport } from '../course/day-report.ts'
import { CourseSoFar } from '../course/so-far.ts'
import { DailyDone } from '../daily/timer.ts'
import { Because, Decision } from '../decision.ts'
import { LessonRead } from '../education/lesson-done.ts'
import { PhaseId } from '../exercise/exercise.ts'
import { Instant, Uuid } from '../ids.ts'
import { Intake } from '../intake/intake.ts'
import { CheckIn } from '../outcome/check-in.ts'
import { Plan } from '../plan/plan.ts'
import { SessionReport } from '../session/session.ts'
import { Disposition, TriageResult } from '../triage/red-flag.ts'

/** Why a patient needs a look. */
export const ReasonChip = z.enum([
  'red-flag',
  'stopped-session',
  'flare',
  'pain-trend',
  'review',
  'message-waiting',
  'proposal-waiting',
  'first-plan-waiting',
  'appointment-request',
  'missed-days',
  'co-sign',
  'no-contact',
  'note-co-sign',
  'plan-of-care',
  'check-in-due',
  'stalled-range',
])
export type ReasonChip = z.infer<typeof ReasonChip>

/** Something a person at the clinic must look at. `acknowledgedBy` is the only ground on which a card may say that somebody knows. */
export const Task = z.object({
  id: Uuid,
  patientId: Uuid,
  kind: z.enum(['red-flag', 'stopped-session', 'appointment-request', 'review']),
  level: Disposition,
  because: z.array(Because),
  createdAt: Instant,
  dueAt: z.nullable(Instant),
  acknowledgedAt: z.nullable(Instant),
  acknowledgedBy: z.nullable(z.string()),
  closedAt: z.nullable(Instant),
})
export type Task = z.infer<typeof Task>

/** A proposal as the panel shows it, to be answered at the version that was seen. `low`: the rules call it low-risk as things stand. */
export const WaitingProposal = z.object({
  id: Uuid,
  lock: z.number(),
  kind: Proposal.shape.kind,
  createdAt: Instant,
  because: z.array(Because),
  changes: z.array(z.extend(PlanChange, { title: z.string() })),
  low: z.boolean(),
})
export type WaitingProposal = z.infer<typeof WaitingProposal>

/** One patient among all, with the reasons; `need` sorts (higher first), pains are 0..10 and null when never asked. */
export const PanelRow = z.object({
  patientId: Uuid,
  label: z.string(),
  contact: z.boolean(),
  reasons: z.array(ReasonChip),
  need: z.number(),
  lastSessionAt: z.nullable(Instant),
  painLast: z.nullable(z.number()),
  painFirst: z.nullable(z.number()),
  sessionsLast7Days: z.number(),
  openTasks: z.number(),
  pendingProposals: z.number(),
  phase: z.nullable(PhaseId),
  /** Who leads the care, by name; null while nobody does. */
  lead: z.nullable(z.string()),
  /** Until when the caller stands in for somebody here; null: they do not. */
  coverUntil: z.nullable(Instant),
  /** What waits for an answer, with what it would change. */
  waiting: z.array(WaitingProposal),
})
export type PanelRow = z.infer<typeof PanelRow>

/** One patient on one screen. */
export const PatientRecord = z.object({
  patientId: Uuid,
  label: z.string(),
  contact: z.nullable(
    z.object({ name: z.nullable(z.string()), email: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  ),
  createdAt: Instant,
  intake: z.nullable(Intake),
  /** What the warning signs come to now, clearances and sessions counted in; null before the intake. */
  triage: z.nullable(TriageResult),
  plan: z.nullable(Plan),
  /** Why the record is open to the caller, where they are not on its team and opened it with a reason; shown above it. */
  glass: z._default(z.nullable(Glass), null),
  /** Who opened this record with a reason without being on its team, newest first, of the last quarter. */
  opened: z._default(z.array(GlassNotice), []),
  planVersions: z.array(z.object({ version: z.number(), at: Instant, decidedBy: z.string() })),
  decisions: z.array(Decision),
  reports: z.array(z.object({ receivedAt: Instant, report: SessionReport })),
  told: z.array(DayReport),
  lessons: z._default(z.array(LessonRead), []),
  /** Small timed things of daily life, of the last four weeks, oldest first. */
  daily: z._default(z.array(DailyDone), []),
  checkIns: z.array(CheckIn),
  course: z.nullable(CourseSoFar),
  proposals: z.array(Proposal),
  tasks: z.array(Task),
  texts: z.record(z.string(), z.string()),
})
export type PatientRecord = z.infer<typeof PatientRecord>
