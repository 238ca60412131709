import type { Content } from '@dorsal/care'
import { lookAtCourse } from '../course/look.ts'
import { planToday } from '../course/today.ts'
import { type Db, inClinic } from '../db/connect.ts'
import { addDecisions } from '../patient/decision.store.ts'
import { episodeOf, saveEpisode } from '../patient/episode.store.ts'
import { holdPatient } from '../patient/patient.store.ts'
import { stand } from '../patient/standing.ts'
import { latestPlan } from '../plan/plan.store.ts'

/** Looks at one course and keeps what comes of it, in a transaction of its own. True when the plan moved. */
async function lookAt(
  db: Db,
  tenantId: string,
  patientId: string,
  content: Content,
  now: Date,
): Promise<boolean> {
  return inClinic(db, tenantId, async (tx) => {
    await holdPatient(tx, patientId)
    const episode = await episodeOf(tx, patientId)
    const plan = await latestPlan(tx, patientId)
    if (episode === null || plan === null || episode.planVersion === null) return false
    const key = { tenantId, patientId }
    const looked = await lookAtCourse(tx, key, { episode, plan, content, now })
    if (!looked.moved) return false
    const { triage, sessionNumber } = episode
    const today = planToday(looked.plan, looked.course, content)
    const at = now.toISOString()
    const standing = stand({ triage, plan: today, content, sessionNumber, changes: looked.changes, now: at })
    const { decisions, ...ahead } = standing
    await addDecisions(tx, key, decisions)
    await saveEpisode(tx, key, { ...episode, planVersion: looked.plan.version, ...ahead }, now)
    return true
  })
}

/**
 * The daily look at every running course: what nobody reports (a gap, few sessions, a flare-up that lasts) is seen all the same. One
 * person's trouble stops nobody else's look. Says how many plans moved.
 */
export async function lookAtCourses(db: Db, content: Content, now: Date): Promise<number> {
  const clinics = await db.selectFrom('auth.tenant').select('tenant_id').execute()
  const failed: unknown[] = []
  let moved = 0
  for (const { tenant_id } of clinics) {
    const people = await inClinic(db, tenant_id, (tx) =>
      tx.selectFrom('app.episode').select('patient_id').where('plan_version', 'is not', null).execute(),
    )
    for (const { patient_id } of people)
      try {
        if (await lookAt(db, tenant_id, patient_id, content, now)) moved += 1
      } catch (error) {
        failed.push(error)
      }
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} courses could not be looked at`)
  return moved
}
