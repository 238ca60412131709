import { comeBackOf, type Content, type Course, flareStep, type Me, type Plan, Refusal } from '@dorsal/care'
import { noticesFor } from '../access/glass.store.ts'
import { proposalsOf } from '../adaptation/proposal.store.ts'
import { appointmentRequestedAt } from '../appointment/appointment.store.ts'
import { courseOf } from '../course/course.ts'
import { soFarOf } from '../course/so-far.ts'
import { sessionToday } from '../course/session-today.ts'
import { runningFlare } from '../course/today.ts'
import { lessonOffer } from '../education/lesson-offer.ts'
import { dailyDone, dailyLife } from '../daily/daily-life.ts'
import { lessonsRead } from '../education/lesson.store.ts'
import { retestNow } from '../evaluation/retest.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { unreadOf } from '../message/message.store.ts'
import { checkInsOf } from '../outcome/check-in.store.ts'
import { dueNow } from '../outcome/due.ts'
import { latestPlan } from '../plan/plan.store.ts'
import { reportsOf } from '../session/report.store.ts'
import { daysOf } from '../course/day.store.ts'
import { tasksOf } from '../task/task.store.ts'
import { decisionsOf } from './decision.store.ts'
import { type Episode, episodeOf } from './episode.store.ts'
import { licensedNames } from '../staff/staff-names.ts'
import { erasedAfter, erasePatient, findPatient, lockPatient, setContact } from './patient.store.ts'

function lastClearance(episode: Episode | null, names: Me['texts']): Me['cleared'] {
  const last = episode?.clearances.at(-1)
  return last === undefined ? null : { by: names[last.by] ?? last.by, at: last.at, reason: last.reason }
}

type Running = Pick<
  Me,
  | 'flare'
  | 'ended'
  | 'due'
  | 'prescription'
  | 'checkIns'
  | 'course'
  | 'lessons'
  | 'lesson'
  | 'daily'
  | 'history'
>

/** The end of a course, and what there is after it. */
function endOf(course: Course, content: Content): Me['ended'] {
  const comeBack = comeBackOf(course, content)
  if (comeBack === null || course.endedAt === null) return null
  const keepUp = content.programme.discharge.relapsePlan.map(({ text }) => text)
  return { since: course.endedAt, keepUp, comeBack }
}

/** What runs now: a flare-up and the session that fits it, and what is due to be asked. */
async function running(
  { tx, actor, deps, now }: Call<'me'>,
  episode: Episode | null,
  plan: Plan | null,
): Promise<Running> {
  const checkIns = await checkInsOf(tx, actor.patientId)
  const lessons = await lessonsRead(tx, actor.patientId)
  const history = await reportsOf(tx, actor.patientId)
  const prescribed = episode?.prescription ?? null
  if (episode === null || plan === null || episode.planVersion === null)
    return {
      flare: null,
      ended: null,
      due: [],
      prescription: prescribed,
      checkIns,
      course: null,
      lessons,
      lesson: null,
      history,
      daily: { offers: [], done: await dailyDone(tx, actor.patientId, now) },
    }
  const { content } = deps
  const course = await courseOf(tx, actor.patientId, { episode, plan, content, now })
  const flare = runningFlare(course, content)
  return {
    flare: flare === null ? null : { ...flare, steps: flareStep(content, flare.day)?.steps ?? [] },
    ended: endOf(course, content),
    checkIns,
    course: await soFarOf(tx, actor.patientId, { course, checkIns, content }),
    due: dueNow(course, checkIns, content, now.toISOString()),
    lessons,
    history,
    daily: await dailyLife(tx, actor.patientId, { episode, plan, course, history, content, now }),
    lesson: lessonOffer({ episode, plan, read: lessons, now }, content),
    prescription: sessionToday({ episode, plan, course, content, now }),
  }
}

async function myRecord(call: Call<'me'>): Promise<Me> {
  const { tx, actor, deps, now } = call
  const id = actor.patientId
  await lockPatient(tx, id, now)
  const patient = await findPatient(tx, id)
  if (patient === undefined) throw new Refusal('sign-in')
  const episode = await episodeOf(tx, id)
  const names = await licensedNames(tx, actor.tenantId)
  const warning = (await tasksOf(tx, id)).find(
    (t) => t.closedAt === null && (t.kind === 'red-flag' || t.kind === 'stopped-session'),
  )
  const plan = await latestPlan(tx, id)
  return {
    patientId: id,
    createdAt: patient.created_at.toISOString(),
    erasedAfter: erasedAfter(patient, deps.config.anonRetentionDays),
    contact: patient.contact,
    next: episode?.next ?? 'questionnaire',
    triage: episode?.triage ?? null,
    cleared: lastClearance(episode, names),
    plan,
    ...(await running(call, episode, plan)),
    told: await daysOf(tx, id),
    retest: episode === null || plan === null ? null : await retestNow(tx, id, episode.intake),
    decisions: await decisionsOf(tx, id),
    proposals: await proposalsOf(tx, id),
    task: warning ? { acknowledgedAt: warning.acknowledgedAt, acknowledgedBy: warning.acknowledgedBy } : null,
    appointmentRequestedAt: await appointmentRequestedAt(tx, id),
    unreadMessages: await unreadOf(tx, id),
    opened: await noticesFor(tx, id, now),
    texts: { ...deps.texts, ...names },
  }
}

export const meRoutes: HandlersOf<'me' | 'eraseMe' | 'setContact'> = {
  me: myRecord,
  eraseMe: async ({ tx, actor, cookies, now }) => {
    await lockPatient(tx, actor.patientId, now)
    await erasePatient(tx, actor.patientId)
    cookies.clear('me')
    return { done: true }
  },
  setContact: async ({ tx, actor, body, now }) => {
    await lockPatient(tx, actor.patientId, now)
    await setContact(tx, actor.patientId, body)
    return { done: true }
  },
}
