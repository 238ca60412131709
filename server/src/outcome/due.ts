import { type CheckIn, type Content, type Course, type Due, dueMeasures } from '@dorsal/care'

const sameDay = (a: string, b: string): boolean => a.slice(0, 10) === b.slice(0, 10)

/**
 * What is due to be asked now apart from a session. What the intake asked counts as answered; what a session asks before and after itself
 * is not asked here, nor the morning after once the next session has begun and asked the same.
 */
export function dueNow(course: Course, checkIns: readonly CheckIn[], content: Content, now: string): Due[] {
  const { startedAt, endedAt, intake, reports } = course
  const asked = [
    ...(intake.measures.nprs === undefined ? [] : ['nprs']),
    ...(intake.goals.length === 0 ? [] : ['psfs']),
  ]
  const answered = [
    ...asked.map((measureId) => ({ measureId, at: startedAt })),
    ...checkIns.flatMap(({ answers, at }) => Object.keys(answers).map((measureId) => ({ measureId, at }))),
  ]
  const lastSessionAt = reports.findLast(({ sets }) => sets.length > 0)?.endedAt ?? null
  const today = reports.some((report) => sameDay(report.startedAt, now))
  const moments = content.outcome.moments.filter(
    ({ moment }) => moment !== 'session' && !(moment === 'next-day' && today),
  )
  return dueMeasures(content.measures, { moments }, { startedAt, endedAt, lastSessionAt, answered }, now)
}
