import { type Facts, holds } from '../condition.ts'
import type { PatternId } from '../evaluation/evaluation.ts'
import type { PhaseId } from '../exercise/exercise.ts'
import type { Instant } from '../ids.ts'
import type { Lesson } from './lesson.ts'

/** What is known of somebody when their lessons are chosen. `first`: lessons that answer a worry or circumstance that they named. */
export type Learner = {
  pattern: PatternId
  phase: PhaseId
  facts: Facts
  read: readonly string[]
  first?: readonly string[]
}

/** So long after a lesson no other is offered: at most three or four a week, and never two on a day. Author default. */
export const LESSON_REST_HOURS = 40

/** Whether a lesson is meant for this person now: its phase, its pattern (none named: all) and its own condition. */
export function isDosedTo(lesson: Lesson, { pattern, phase, facts }: Learner): boolean {
  const { phases, patterns, when } = lesson.dose
  const forPattern = patterns.length === 0 || patterns.includes(pattern)
  return phases.includes(phase) && forPattern && (when === null || holds(when, facts))
}

/**
 * The lessons of this phase for this person that they have not read, in the order of the course: lessons with a condition of their own
 * that holds, and those named in `first`, go first, for they answer something that the person said. Missing facts never hold, so nothing
 * is guessed.
 */
export function lessonsFor(lessons: readonly Lesson[], learner: Learner): Lesson[] {
  const rank = ({ id, dose }: Lesson) => (dose.when !== null || learner.first?.includes(id) === true ? 0 : 1)
  return lessons
    .filter((lesson) => isDosedTo(lesson, learner) && !learner.read.includes(lesson.id))
    .sort((a, b) => rank(a) - rank(b) || a.dose.order - b.dose.order || (a.id < b.id ? -1 : 1))
}

/**
 * The one lesson to offer now, or null: none is left for this phase, or the last one was read less than `LESSON_REST_HOURS` hours ago. A
 * lesson that is not read stays the offer; nobody is reminded of it. `readAt`: when lessons were read, of this course or before it.
 */
export function nextLesson(
  lessons: readonly Lesson[],
  learner: Learner,
  readAt: readonly Instant[],
  now: Instant,
): Lesson | null {
  const last = Math.max(...readAt.map((at) => Date.parse(at)), Number.NEGATIVE_INFINITY)
  if (Date.parse(now) - last < LESSON_REST_HOURS * 3_600_000) return null
  return lessonsFor(lessons, learner)[0] ?? null
}
