import * as z from 'zod/mini'
import { PlanChange } from '../adaptation/adaptation.ts'
import { Instant, Uuid } from '../ids.ts'
import { Plan } from '../plan/plan.ts'
import { Next, Prescription } from '../session/session.ts'
import { CardId, TriageResult } from '../triage/red-flag.ts'

/** That something is stored: under which id, and when. */
export const saved = z.object({ id: Uuid, at: Instant })

/** What an intake comes to: saved, the one next step, and the plan with its first session, or the card. */
export const IntakeReply = z.object({
  saved,
  next: Next,
  card: z.nullable(CardId),
  triage: TriageResult,
  plan: z.nullable(Plan),
  prescription: z.nullable(Prescription),
})
export type IntakeReply = z.infer<typeof IntakeReply>

/** What a report comes to: saved, the one next step, and what changes in the plan. */
export const ReportReply = z.object({
  saved,
  next: Next,
  card: z.nullable(CardId),
  changes: z.array(PlanChange),
  prescription: z.nullable(Prescription),
})
export type ReportReply = z.infer<typeof ReportReply>

/** What a check-in comes to: its scores (null where too little was answered), and what else a report comes to. */
export const CheckInReply = z.extend(ReportReply, {
  scores: z.array(
    z.object({
      measureId: z.string(),
      version: z.number(),
      value: z.nullable(z.number()),
      missing: z.array(z.string()),
    }),
  ),
})
export type CheckInReply = z.infer<typeof CheckInReply>

/** What a lesson read comes to: saved, and the one next step, which it never changes. */
export const LessonReply = z.object({ saved, next: Next })
export type LessonReply = z.infer<typeof LessonReply>
