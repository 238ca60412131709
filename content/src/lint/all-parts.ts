import type { LintRule } from './rule.ts'

/** Every part of the content is there. */
export const allParts: LintRule = {
  id: 'all-parts',
  check(content) {
    const parts: Record<string, { length: number }> = {
      ...content.redFlags,
      questions: content.questions,
      yellowFlags: content.yellowFlags,
      findings: content.findings,
      'working patterns': content.patterns,
      movementTests: content.movementTests,
      exercises: content.exercises,
      notes: content.notes,
      'programme.phases': content.programme.phases,
    }
    return Object.entries(parts)
      .filter(([, part]) => part.length === 0)
      .map(([where]) => ({ where, message: 'this part is empty' }))
  },
}
