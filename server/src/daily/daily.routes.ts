import { dailyOutcome, type ReportReply } from '@dorsal/care'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { once, ownAddress } from '../http/receipt.ts'
import { addDecisions } from '../patient/decision.store.ts'
import { type Episode, episodeOf, saveEpisode } from '../patient/episode.store.ts'
import { stand, together } from '../patient/standing.ts'
import { latestPlan } from '../plan/plan.store.ts'
import { warningsOf } from '../session/warnings.ts'
import { addTask } from '../task/task.store.ts'
import { addDailyDone } from './daily.store.ts'

type Sent = Call<'finishDaily'>

const as = ({ body, now }: Sent, rest: Omit<ReportReply, 'saved' | 'changes'>): ReportReply => ({
  saved: { id: body.id, at: now.toISOString() },
  changes: [],
  ...rest,
})

/** A danger sign holds the plan as it does anywhere else; any other stop is for the clinic to look at and moves nothing. */
async function stopped(call: Sent, episode: Episode): Promise<ReportReply> {
  const { tx, actor, body, deps, now } = call
  const { content } = deps
  const { card, task } = dailyOutcome(body, content.redFlags)
  const { next, prescription } = episode
  if (task === null) return as(call, { next, card: null, prescription })
  await addTask(tx, actor, task, now)
  const raised = warningsOf([task], card, content)
  if (raised.length === 0) return as(call, { next: next === 'session' ? 'rest' : next, card, prescription })
  const triage = together(episode.triage, raised)
  const plan = await latestPlan(tx, actor.patientId)
  const { sessionNumber } = episode
  const { decisions, ...standing } = stand({ triage, plan, content, sessionNumber, now: now.toISOString() })
  await addDecisions(tx, actor, decisions)
  const warnings = [...episode.warnings, ...raised]
  await saveEpisode(tx, actor, { ...episode, triage, warnings, ...standing }, now)
  return as(call, standing)
}

/** A timer of daily life is kept whenever it comes, also while a plan is held. It is listed; no dose, count or streak depends on it. */
export const dailyRoutes: HandlersOf<'finishDaily'> = {
  finishDaily: (call) => {
    const { actor, params, body, now, tx } = call
    ownAddress(params, body)
    const { tenantId, patientId } = actor
    return once(tx, { tenantId, patientId, endpoint: 'finishDaily', id: body.id, body, now }, async () => {
      await addDailyDone(tx, actor, body, now)
      const episode = await episodeOf(tx, patientId)
      if (episode === null) return as(call, { next: 'questionnaire', card: null, prescription: null })
      return stopped(call, episode)
    })
  },
}
