import { type Facts, holds } from '../condition.ts'
import type { PatternId } from '../evaluation/evaluation.ts'
import type { PhaseId } from '../exercise/exercise.ts'
import type { Lesson } from './lesson.ts'

/** What is known of somebody when their lessons are chosen. */
export type Learner = { pattern: PatternId; phase: PhaseId; facts: Facts; read: readonly string[] }

/** Whether a lesson is meant for this person now: its phase, its pattern (none named: all) and its own condition. */
export function isDosedTo(lesson: Lesson, { pattern, phase, facts }: Learner): boolean {
  const { phases, patterns, when } = lesson.dose
  const forPattern = patterns.length === 0 || patterns.includes(pattern)
  return phases.includes(phase) && forPattern && (when === null || holds(when, facts))
}

/**
 * The lessons of this phase for this person that they have not read, in the order of the course: lessons with a condition of their own
 * that holds go first, for they answer something that the person said. Missing facts never hold, so nothing is guessed.
 */
export function lessonsFor(lessons: readonly Lesson[], learner: Learner): Lesson[] {
  const rank = ({ dose }: Lesson) => (dose.when === null ? 1 : 0)
  return lessons
    .filter((lesson) => isDosedTo(lesson, learner) && !learner.read.includes(lesson.id))
    .sort((a, b) => rank(a) - rank(b) || a.dose.order - b.dose.order || (a.id < b.id ? -1 : 1))
}
