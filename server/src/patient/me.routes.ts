import { type Me, Refusal } from '@dorsal/care'
import { proposalsOf } from '../adaptation/proposal.store.ts'
import { appointmentRequestedAt } from '../appointment/appointment.store.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { latestPlan } from '../plan/plan.store.ts'
import { reportsOf } from '../session/report.store.ts'
import { tasksOf } from '../task/task.store.ts'
import { decisionsOf } from './decision.store.ts'
import { type Episode, episodeOf } from './episode.store.ts'
import { staffNames } from '../staff/staff-names.ts'
import { erasedAfter, erasePatient, findPatient, lockPatient, setContact } from './patient.store.ts'

function lastClearance(episode: Episode | null, names: Me['texts']): Me['cleared'] {
  const last = episode?.clearances.at(-1)
  return last === undefined ? null : { by: names[last.by] ?? last.by, at: last.at, reason: last.reason }
}

async function myRecord({ tx, actor, deps, now }: Call<'me'>): Promise<Me> {
  const id = actor.patientId
  await lockPatient(tx, id, now)
  const patient = await findPatient(tx, id)
  if (patient === undefined) throw new Refusal('sign-in')
  const episode = await episodeOf(tx, id)
  const names = await staffNames(tx, actor.tenantId)
  const warning = (await tasksOf(tx, id)).find(
    (t) => t.closedAt === null && (t.kind === 'red-flag' || t.kind === 'stopped-session'),
  )
  return {
    patientId: id,
    createdAt: patient.created_at.toISOString(),
    erasedAfter: erasedAfter(patient, deps.config.anonRetentionDays),
    contact: patient.contact,
    next: episode?.next ?? 'questionnaire',
    triage: episode?.triage ?? null,
    cleared: lastClearance(episode, names),
    plan: await latestPlan(tx, id),
    prescription: episode?.prescription ?? null,
    decisions: await decisionsOf(tx, id),
    proposals: await proposalsOf(tx, id),
    history: await reportsOf(tx, id),
    task: warning ? { acknowledgedAt: warning.acknowledgedAt, acknowledgedBy: warning.acknowledgedBy } : null,
    appointmentRequestedAt: await appointmentRequestedAt(tx, id),
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
