import {
  type Content,
  type Course,
  type DailyDone,
  type DailyLife,
  dailyOffers,
  type Me,
  type Plan,
  recoveryToday,
  stoppedToday,
} from '@dorsal/care'
import { planToday, runningFlare } from '../course/today.ts'
import type { Tx } from '../db/connect.ts'
import type { Episode } from '../patient/episode.store.ts'
import { dailyAtBothTimes, dailyDoneSince } from './daily.store.ts'

const DAY = 86_400_000
/** So far back what was done is shown. */
const SHOWN_DAYS = 28

/** What was done of daily life in the last four weeks, oldest first. */
export const dailyDone = (tx: Tx, patientId: string, now: Date): Promise<DailyDone[]> =>
  dailyDoneSince(tx, patientId, new Date(now.getTime() - SHOWN_DAYS * DAY))

type Given = {
  episode: Episode
  plan: Plan
  course: Course
  history: Me['history']
  content: Content
  now: Date
}

/** The timers that are offered now, and what was done. A stop counts as today's by the device's clock or by its arrival. */
export async function dailyLife(
  tx: Tx,
  patientId: string,
  { episode, plan, course, history, content, now }: Given,
): Promise<DailyLife> {
  const at = now.toISOString()
  const reports = history.flatMap(({ report, receivedAt }) => [report, { ...report, endedAt: receivedAt }])
  const done = await dailyAtBothTimes(tx, patientId, new Date(now.getTime() - 2 * DAY))
  const offers = dailyOffers({
    plan: planToday(plan, course, content),
    triage: episode.triage,
    stopped: stoppedToday({ reports, done, now: at }),
    hardDay: runningFlare(course, content) !== null || recoveryToday({ reports, now: at }),
    content,
  })
  return { offers, done: await dailyDone(tx, patientId, now) }
}
