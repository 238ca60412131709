import * as z from 'zod/mini'
import { GlassNotice } from '../access/glass.ts'
import { Contact } from '../account/contact.ts'
import { PlanChange, Proposal } from '../adaptation/adaptation.ts'
import { DayReport } from '../course/day-report.ts'
import { CourseSoFar } from '../course/so-far.ts'
import { DailyDone, DailyLife } from '../daily/timer.ts'
import { Decision } from '../decision.ts'
import { LessonDone, LessonOffer, LessonRead } from '../education/lesson-done.ts'
import { Retest } from '../evaluation/retest.ts'
import { Instant, Uuid } from '../ids.ts'
import { ConsentGiven, Intake } from '../intake/intake.ts'
import { CheckIn } from '../outcome/check-in.ts'
import { MeasureMoment } from '../outcome/measure.ts'
import { PatientRecord, Task } from '../panel/panel.ts'
import { PanelPage } from '../panel/wish.ts'
import { Plan } from '../plan/plan.ts'
import { Ahead } from '../session/ahead.ts'
import { Next, Prescription, SessionReport } from '../session/session.ts'
import { Disposition, TriageResult } from '../triage/red-flag.ts'
import { byId, done, endpoint } from './endpoint.ts'
import { CheckInReply, IntakeReply, LessonReply, ReportReply, saved } from './replies.ts'

const shortText = z.string().check(z.maxLength(200))

/** The person's own record as their device shows it. `taskAcknowledged` is the only ground for saying that somebody knows. */
export const Me = z.object({
  patientId: Uuid,
  createdAt: Instant,
  erasedAfter: z.nullable(Instant),
  contact: z.nullable(
    z.object({ name: z.nullable(z.string()), email: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  ),
  next: Next,
  triage: z.nullable(TriageResult),
  cleared: z.nullable(z.object({ by: z.string(), at: Instant, reason: z.string() })),
  plan: z.nullable(Plan),
  prescription: z.nullable(Prescription),
  decisions: z.array(Decision),
  proposals: z.array(Proposal),
  history: z.array(z.object({ receivedAt: Instant, report: SessionReport })),
  task: z.nullable(z.object({ acknowledgedAt: z.nullable(Instant), acknowledgedBy: z.nullable(z.string()) })),
  appointmentRequestedAt: z.nullable(Instant),
  /** Messages of the clinic that the person has not seen yet. */
  unreadMessages: z._default(z.number(), 0),
  /** Who opened the record with a reason without being on its team, newest first, of the last quarter. */
  opened: z._default(z.array(GlassNotice), []),
  /** What was told between sessions, oldest first, and the flare-up that runs, with its day from 0. */
  told: z.array(DayReport),
  flare: z.nullable(z.object({ began: Instant, day: z.number(), steps: z.array(z.string()) })),
  /** The course has ended: since when, what keeps the back well, and how one would come back. Null while it runs. */
  ended: z.optional(
    z.nullable(
      z.object({ since: Instant, keepUp: z.array(z.string()), comeBack: z.enum(['again', 'anew']) }),
    ),
  ),
  checkIns: z.array(CheckIn),
  /** What the charts and the questions start from; null before there is a plan. */
  course: z.nullable(CourseSoFar),
  /** What is due to be asked now, a row a measure. */
  due: z.array(
    z.object({
      measureId: z.string(),
      moments: z.array(MeasureMoment),
      dueAt: Instant,
      closesAt: Instant,
      items: z.array(z.string()),
    }),
  ),
  /** Lessons read, in the order of reading, and the one that is offered now, if any. */
  lessons: z._default(z.array(LessonRead), []),
  lesson: z._default(z.nullable(LessonOffer), null),
  /** The timers of daily life that fit today, and what was done of them lately. */
  daily: z._default(DailyLife, { offers: [], done: [] }),
  /** The movement tests again: when they are due and what came of them last; null before there is a plan. */
  retest: z.optional(z.nullable(Retest)),
  texts: z.record(z.string(), z.string()),
})
export type Me = z.infer<typeof Me>

/** A wish for an appointment, made on the device under its own id. */
export const AppointmentRequest = z.object({
  id: Uuid,
  contact: Contact,
  when: z.enum(['soonest', 'morning', 'afternoon', 'after-work']),
  note: z.nullable(z.string().check(z.maxLength(500))),
  /** Warning-sign items that the note made the device ask about and that were answered with yes or not sure. */
  yes: z.optional(z.array(shortText).check(z.maxLength(20))),
})
export type AppointmentRequest = z.infer<typeof AppointmentRequest>

/** A therapist's answer to a proposal. `lock` is the one that was seen; `edit` carries the items as they shall be. */
export const ProposalAnswer = z.object({
  action: z.enum(['accept', 'edit', 'reject']),
  lock: z.int().check(z.gte(0), z.lte(1_000_000)),
  changes: z.optional(z.array(PlanChange)),
  note: z.nullable(z.string().check(z.maxLength(1000))),
})
export type ProposalAnswer = z.infer<typeof ProposalAnswer>

/** The rows of the API for a person's course, and what the desk sees of it. */
export const courseRows = {
  giveConsent: endpoint({
    method: 'POST',
    path: '/api/consents',
    action: 'consent.give',
    summary: 'Agree, and open an anonymous record on this device',
    params: null,
    body: ConsentGiven,
    reply: z.object({ saved, patientId: Uuid }),
    perMinute: 20,
  }),
  me: endpoint({
    method: 'GET',
    path: '/api/me',
    action: 'own.read',
    summary: 'My record, plan and next session',
    params: null,
    body: null,
    reply: Me,
    perMinute: null,
  }),
  ahead: endpoint({
    method: 'GET',
    path: '/api/me/ahead',
    action: 'own.read',
    summary: 'The sessions of the next two weeks, for a device without a connection',
    params: null,
    body: null,
    reply: z.object({ ahead: z.nullable(Ahead) }),
    perMinute: null,
  }),
  eraseMe: endpoint({
    method: 'DELETE',
    path: '/api/me',
    action: 'own.erase',
    summary: 'Erase my record',
    params: null,
    body: null,
    reply: done,
    perMinute: 10,
  }),
  setContact: endpoint({
    method: 'PUT',
    path: '/api/me/contact',
    action: 'own.write',
    summary: 'How the clinic can reach me',
    params: null,
    body: Contact,
    reply: done,
    perMinute: 20,
  }),
  sendIntake: endpoint({
    method: 'PUT',
    path: '/api/intakes/:id',
    action: 'own.write',
    summary: 'Send the intake; the reply holds the plan or the card',
    params: byId,
    body: Intake,
    reply: IntakeReply,
    perMinute: 20,
  }),
  sendReport: endpoint({
    method: 'PUT',
    path: '/api/sessions/:id/report',
    action: 'own.write',
    summary: 'Send a session report, exactly once under its own id',
    params: byId,
    body: SessionReport,
    reply: ReportReply,
    perMinute: 60,
  }),
  sendDay: endpoint({
    method: 'PUT',
    path: '/api/days/:id',
    action: 'own.write',
    summary: 'Say how a day is: not today, a flare-up, settled, the morning after, a smaller programme',
    params: byId,
    body: DayReport,
    reply: ReportReply,
    perMinute: 30,
  }),
  sendCheckIn: endpoint({
    method: 'PUT',
    path: '/api/check-ins/:id',
    action: 'own.write',
    summary: 'Answer what is due: pain, function, sleep, side effects',
    params: byId,
    body: CheckIn,
    reply: CheckInReply,
    perMinute: 30,
  }),
  finishLesson: endpoint({
    method: 'PUT',
    path: '/api/lessons/:id',
    action: 'own.write',
    summary: 'A lesson was read to its end',
    params: byId,
    body: LessonDone,
    reply: LessonReply,
    perMinute: 60,
  }),
  finishDaily: endpoint({
    method: 'PUT',
    path: '/api/daily/:id',
    action: 'own.write',
    summary: 'A timer of daily life has ended',
    params: byId,
    body: DailyDone,
    reply: ReportReply,
    perMinute: 60,
  }),
  requestAppointment: endpoint({
    method: 'PUT',
    path: '/api/appointment-requests/:id',
    action: 'own.write',
    summary: 'Ask for an appointment',
    params: byId,
    body: AppointmentRequest,
    reply: z.object({ saved }),
    perMinute: 10,
  }),
  panel: endpoint({
    method: 'GET',
    path: '/api/panel',
    action: 'panel.read',
    summary: 'Patients by need, the first of them',
    params: null,
    body: null,
    reply: PanelPage,
    perMinute: null,
  }),
  patient: endpoint({
    method: 'GET',
    path: '/api/patients/:id',
    action: 'record.read',
    summary: 'One patient on one screen',
    params: byId,
    body: null,
    reply: PatientRecord,
    perMinute: null,
  }),
  clearFlags: endpoint({
    method: 'POST',
    path: '/api/patients/:id/clearances',
    action: 'warning.clear',
    summary: 'Clear warning signs after assessment, with a reason; composes the plan',
    params: byId,
    body: z.object({
      id: Uuid,
      rules: z.array(shortText).check(z.minLength(1)),
      reason: z.string().check(z.minLength(10), z.maxLength(1000)),
    }),
    reply: z.object({ saved, disposition: Disposition }),
    perMinute: null,
  }),
  answerProposal: endpoint({
    method: 'POST',
    path: '/api/proposals/:id/answer',
    action: 'proposal.answer',
    summary: 'Accept, edit or reject a proposed change',
    params: byId,
    body: ProposalAnswer,
    reply: Proposal,
    perMinute: null,
  }),
  acknowledgeTask: endpoint({
    method: 'POST',
    path: '/api/tasks/:id/acknowledge',
    action: 'task.handle',
    summary: 'Say that you have seen this task',
    params: byId,
    body: null,
    reply: Task,
    perMinute: null,
  }),
  closeTask: endpoint({
    method: 'POST',
    path: '/api/tasks/:id/close',
    action: 'task.handle',
    summary: 'Close a task',
    params: byId,
    body: null,
    reply: Task,
    perMinute: null,
  }),
} as const
