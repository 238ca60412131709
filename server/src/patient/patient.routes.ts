import { type Content, type PatientRecord, Refusal } from '@dorsal/care'
import { glassOver, noticesFor } from '../access/glass.store.ts'
import { proposalsOf } from '../adaptation/proposal.store.ts'
import { courseOf } from '../course/course.ts'
import { daysOf } from '../course/day.store.ts'
import { soFarOf } from '../course/so-far.ts'
import type { Deps } from '../deps.ts'
import type { Tx } from '../db/connect.ts'
import { dailyDone } from '../daily/daily-life.ts'
import { lessonsRead } from '../education/lesson.store.ts'
import type { HandlersOf } from '../http/contract-routes.ts'
import { checkInsOf } from '../outcome/check-in.store.ts'
import { latestPlan, planVersions } from '../plan/plan.store.ts'
import { reportsOf } from '../session/report.store.ts'
import { staffNames } from '../staff/staff-names.ts'
import { tasksOf } from '../task/task.store.ts'
import { clearFlags } from './clearance.ts'
import { decisionsOf } from './decision.store.ts'
import { episodeOf } from './episode.store.ts'
import { findPatient } from './patient.store.ts'

/** All that the clinic holds of one person. */
export async function recordOf(
  tx: Tx,
  id: string,
  { content, texts, now }: { content: Content; texts: Deps['texts']; now: Date },
): Promise<PatientRecord> {
  const patient = await findPatient(tx, id)
  if (patient === undefined) throw new Refusal('not-found')
  const episode = await episodeOf(tx, id)
  const plan = await latestPlan(tx, id)
  const checkIns = await checkInsOf(tx, id)
  const course =
    episode === null || plan === null ? null : await courseOf(tx, id, { episode, plan, content, now })
  return {
    patientId: id,
    label: patient.contact?.name ?? patient.label,
    contact: patient.contact,
    createdAt: patient.created_at.toISOString(),
    intake: episode?.intake ?? null,
    triage: episode?.triage ?? null,
    plan,
    planVersions: await planVersions(tx, id),
    decisions: await decisionsOf(tx, id),
    reports: await reportsOf(tx, id),
    told: await daysOf(tx, id),
    checkIns,
    course: course === null ? null : await soFarOf(tx, id, { course, checkIns, content }),
    lessons: await lessonsRead(tx, id),
    daily: await dailyDone(tx, id, now),
    glass: null,
    opened: [],
    proposals: await proposalsOf(tx, id),
    tasks: await tasksOf(tx, id),
    texts,
  }
}

export const patientRoutes: HandlersOf<'patient' | 'clearFlags'> = {
  patient: async ({ tx, actor, params, deps, subject, now }) => {
    const texts = { ...deps.texts, ...(await staffNames(tx, actor.tenantId)) }
    const record = await recordOf(tx, params.id, { content: deps.content, texts, now })
    const open = subject.relation === 'break-glass'
    return {
      ...record,
      glass: open ? await glassOver(tx, actor.staffId, params.id, now) : null,
      opened: await noticesFor(tx, params.id, now),
    }
  },
  clearFlags,
}
