import { type Ahead, AHEAD_DAYS, flarePlan, packAhead, type Plan, type Prescription } from '@dorsal/care'
import { courseOf } from '../course/course.ts'
import { planToday } from '../course/today.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { type Episode, episodeOf } from '../patient/episode.store.ts'
import { stand } from '../patient/standing.ts'
import { latestPlan } from '../plan/plan.store.ts'

const DAY = 86_400_000

/** The sessions of the next two weeks from the plan of today as it is: what would have to be looked at first is not handed out. */
async function sessionsAhead(call: Call<'ahead'>, episode: Episode, plan: Plan): Promise<Ahead | null> {
  const { tx, actor, deps, now } = call
  const { content } = deps
  const course = await courseOf(tx, actor.patientId, { episode, plan, content, now })
  const { triage, sessionNumber } = episode
  const made = (from: Plan, number: number): Prescription | null =>
    stand({ triage, plan: from, content, sessionNumber: number, now: now.toISOString() }).prescription
  const today = planToday(plan, course, content)
  const coming = Array.from({ length: AHEAD_DAYS }, (_, day) => made(today, sessionNumber + day))
  const { greenUpTo, amberUpTo, redRise } = content.programme.trafficLight
  return packAhead(
    coming.filter((session) => session !== null),
    {
      calm: made(flarePlan(plan, content, 0), sessionNumber),
      limits: { greenUpTo, amberUpTo, redRise },
      until: new Date(now.getTime() + AHEAD_DAYS * DAY).toISOString(),
    },
  )
}

export const aheadRoutes: HandlersOf<'ahead'> = {
  ahead: async (call) => {
    const episode = await episodeOf(call.tx, call.actor.patientId)
    const plan = await latestPlan(call.tx, call.actor.patientId)
    if (episode === null || plan === null || episode.planVersion === null) return { ahead: null }
    if (episode.prescription === null) return { ahead: null }
    return { ahead: await sessionsAhead(call, episode, plan) }
  },
}
