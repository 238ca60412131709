import { OUTCOMES, type Next, type TriageResult } from '@dorsal/care'
import type { Call } from '../http/contract-routes.ts'
import { addDecisions } from '../patient/decision.store.ts'
import { episodeOf, saveEpisode } from '../patient/episode.store.ts'
import { stand, together } from '../patient/standing.ts'
import { latestPlan } from '../plan/plan.store.ts'

/** A danger in words counts as one anywhere else: no exercise until a clinician has cleared it. Says what comes next for the person. */
export async function heed(
  { tx, actor, deps, now }: Pick<Call<'sendMessage'>, 'tx' | 'actor' | 'deps' | 'now'>,
  found: TriageResult,
): Promise<Next> {
  const episode = await episodeOf(tx, actor.patientId)
  if (episode === null) return OUTCOMES[found.disposition].card === 'stop' ? 'escalate' : 'questionnaire'
  if (!OUTCOMES[found.disposition].holds) return episode.next
  const { content } = deps
  const triage = together(episode.triage, [found])
  const plan = episode.planVersion === null ? null : await latestPlan(tx, actor.patientId)
  const { sessionNumber } = episode
  const at = now.toISOString()
  const { decisions, ...ahead } = stand({ triage, plan, content, sessionNumber, now: at })
  await addDecisions(tx, actor, decisions)
  const warnings = [...episode.warnings, found]
  await saveEpisode(tx, actor, { ...episode, triage, warnings, ...ahead }, now)
  return ahead.next
}
