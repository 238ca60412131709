import type { Tests } from './test-changes.tsx'
import type { CheckIn, CourseSoFar, Measure, OutcomeRules, SessionReport } from '@dorsal/care'

/** All that the charts of one person's course are drawn from. */
export type CourseView = {
  course: CourseSoFar
  checkIns: readonly CheckIn[]
  reports: readonly SessionReport[]
  measures: readonly Measure[]
  curves: OutcomeRules['curves']
  /** The tests that may have been done again; null while they are not known yet. */
  tests: Tests | null
  texts: Readonly<Record<string, string>>
  now: string
  /** Who reads it: the person themselves, or the clinic. */
  reader: 'person' | 'clinic'
}
