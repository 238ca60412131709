import type { Content, Course, Plan, Prescription } from '@dorsal/care'
import type { Episode } from '../patient/episode.store.ts'
import { stand } from '../patient/standing.ts'
import { planToday, runningFlare } from './today.ts'

type Given = { episode: Episode; plan: Plan; course: Course; content: Content; now: Date }

/** The session that the person has now: while a flare-up runs each day its own, for what was made when it began would be yesterday's. */
export function sessionToday({ episode, plan, course, content, now }: Given): Prescription | null {
  const { triage, sessionNumber, prescription } = episode
  if (prescription === null || runningFlare(course, content) === null) return prescription
  const today = planToday(plan, course, content)
  return stand({ triage, plan: today, content, sessionNumber, now: now.toISOString() }).prescription
}
