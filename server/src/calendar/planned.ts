import {
  calmUpTo,
  type Content,
  dayAfter,
  dayIn,
  flaresOf,
  goalWeek,
  mondayOf,
  plannedDays,
} from '@dorsal/care'
import { courseOf } from '../course/course.ts'
import type { Tx } from '../db/connect.ts'
import { episodeOf } from '../patient/episode.store.ts'
import { latestPlan } from '../plan/plan.store.ts'
import { moveOf } from './feed.store.ts'

const WEEKS = 4

/** On which days of this week and the next ones a session at home is meant; none while no plan runs. */
export async function daysMeant(
  tx: Tx,
  patientId: string,
  { content, zone, now }: { content: Content; zone: string; now: Date },
): Promise<string[]> {
  const episode = await episodeOf(tx, patientId)
  const plan = await latestPlan(tx, patientId)
  if (episode === null || plan === null || plan.status !== 'active' || episode.prescription === null)
    return []
  const course = await courseOf(tx, patientId, { episode, plan, content, now })
  if (course.endedAt !== null) return []
  const { told, reports, intake, startedAt: since } = course
  const today = dayIn(now.toISOString(), zone)
  const move = await moveOf(tx, patientId)
  const flares = flaresOf(told, reports, calmUpTo(intake, content))
  const perWeek = plan.cadence.homeSessionsPerWeek
  return Array.from({ length: WEEKS }, (_, n) => dayAfter(mondayOf(today), n * 7)).flatMap((monday) => {
    const week = goalWeek({ monday, today, zone, perWeek, since, reports, told, flares })
    return plannedDays(week, today, move)
  })
}
