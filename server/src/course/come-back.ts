import { comeBackOf, type Plan, type ReportReply } from '@dorsal/care'
import { intakeNow } from '../evaluation/retest.ts'
import type { Call } from '../http/contract-routes.ts'
import { addDecisions } from '../patient/decision.store.ts'
import { type Episode, saveEpisode } from '../patient/episode.store.ts'
import { allowsPlan, stand } from '../patient/standing.ts'
import { beginPlan } from '../plan/begin-plan.ts'
import { addTask } from '../task/task.store.ts'
import { courseOf } from './course.ts'

/**
 * The pain is back after the end of a course: the plan begins again with the answers and tests that are there, within the clinician's own
 * bounds, or new answers are asked for; a clinician is told. Null where no course has ended or a warning sign holds the plan.
 */
export async function begunAgain(
  { tx, actor, deps, now }: Call<'sendDay'>,
  { episode, plan: before, pain }: { episode: Episode; plan: Plan; pain: number },
): Promise<Omit<ReportReply, 'saved' | 'changes'> | null> {
  const { content, config } = deps
  const course = await courseOf(tx, actor.patientId, { episode, plan: before, content, now })
  const how = comeBackOf(course, content)
  if (how === null || !allowsPlan(episode.triage)) return null
  if (how === 'anew') return { next: 'questionnaire', card: null, prescription: null }
  const known = await intakeNow(tx, actor.patientId, episode.intake)
  const { nprs } = known.measures
  const measures = nprs === undefined ? known.measures : { ...known.measures, nprs: { ...nprs, now: pain } }
  const { triage, sessionNumber } = episode
  const hold = config.firstPlan === 'after-clinician'
  const intake = { ...known, measures }
  const { plan, decisions } = await beginPlan(tx, actor, {
    intake,
    triage,
    content,
    hold,
    now,
    bounds: before.bounds,
  })
  const because = [{ id: 'course.came-back' }]
  await addTask(tx, actor, { kind: 'review', level: 'caution', because }, now)
  const { decisions: more, ...standing } = stand({
    triage,
    plan,
    content,
    sessionNumber,
    now: now.toISOString(),
  })
  await addDecisions(tx, actor, [...decisions, ...more])
  await saveEpisode(tx, actor, { ...episode, planVersion: plan.version, ...standing }, now)
  return standing
}
