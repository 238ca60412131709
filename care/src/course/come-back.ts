import { holds } from '../condition.ts'
import type { Content } from '../content.ts'
import { type Course, courseFacts } from './course-facts.ts'

/** How somebody comes back after the end of a course: with the answers that are there (`again`), or with new ones (`anew`). */
export type ComeBack = 'again' | 'anew'

/**
 * How the person would come back now, by the months since the end of the course; null while a course runs. Warning signs are asked about
 * either way. Source: restart of the programme (less than six months: no new intake); author default.
 */
export function comeBackOf(course: Course, content: Content): ComeBack | null {
  if (course.endedAt === null) return null
  const facts = courseFacts(course, content)
  const row = content.programme.restart.afterGap.find(({ when }) => holds(when, facts))
  return row?.id === 'within' ? 'again' : 'anew'
}
