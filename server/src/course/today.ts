import { calmUpTo, type Content, type Course, flarePlan, flaresOf, type Plan } from '@dorsal/care'

const DAY = 86_400_000

/** The flare-up that runs, with its day (0: it began today); null when none does. */
export function runningFlare(
  { intake, told, reports, now }: Pick<Course, 'intake' | 'told' | 'reports' | 'now'>,
  content: Content,
): { began: string; day: number } | null {
  const last = flaresOf(told, reports, calmUpTo(intake, content)).at(-1)
  if (last === undefined || last.ended !== null) return null
  return { began: last.began, day: Math.max(0, Math.floor((Date.parse(now) - Date.parse(last.began)) / DAY)) }
}

/** The plan that today's session is made from: the calm one while a flare-up runs, else the plan itself. */
export function planToday(
  plan: Plan,
  course: Pick<Course, 'intake' | 'told' | 'reports' | 'now'>,
  content: Content,
): Plan {
  const flare = runningFlare(course, content)
  return flare === null ? plan : flarePlan(plan, content, flare.day)
}
