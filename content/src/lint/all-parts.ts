import type { Content } from '@dorsal/care'
import type { LintRule } from './rule.ts'

function partsOf(content: Content): Record<string, { length: number }> {
  const { items, gates, combinations, patterns, preSession, stopRules, safetyNet } = content.redFlags
  return {
    items,
    gates,
    combinations,
    patterns,
    preSession,
    stopRules,
    safetyNet,
    questions: content.questions,
    yellowFlags: content.yellowFlags,
    findings: content.findings,
    'working patterns': content.patterns,
    movementTests: content.movementTests,
    selfTests: content.selfTests,
    exercises: content.exercises,
    notes: content.notes,
    measures: content.measures,
    lessons: content.lessons,
    pages: content.pages,
    references: content.references,
    'codes.codes': content.codes.codes,
    'outcome.moments': content.outcome.moments,
    'programme.phases': content.programme.phases,
    'programme.decisions': content.programme.decisions,
  }
}

/** Every part of the content is there. */
export const allParts: LintRule = {
  id: 'all-parts',
  check: (content) =>
    Object.entries(partsOf(content))
      .filter(([, part]) => part.length === 0)
      .map(([where]) => ({ where, message: 'this part is empty' })),
}
