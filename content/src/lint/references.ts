import type { LintRule } from './rule.ts'

/** What one item says of another exists. */
export const references: LintRule = {
  id: 'references',
  check(content) {
    const { items, patterns, preSession, stopRules } = content.redFlags
    const rules = new Set([...items, ...stopRules].map((rule) => rule.id))
    const exercises = new Set(content.exercises.map((exercise) => exercise.id))
    const missing = (where: string, ids: readonly (string | null)[], known: ReadonlySet<string>) =>
      ids
        .filter((id) => id !== null && !known.has(id))
        .map((id) => ({ where, message: `names ${id}, which is not there` }))
    return [
      ...patterns.flatMap((pattern) => missing(pattern.id, pattern.asks, rules)),
      ...preSession.flatMap((item) => missing(item.id, item.maps, rules)),
      ...content.movementTests.flatMap((test) => missing(test.id, [test.exerciseId ?? null], exercises)),
      ...content.patterns.flatMap((pattern) =>
        missing(
          pattern.id,
          pattern.menu.map((row) => row.exerciseId),
          exercises,
        ),
      ),
      ...content.findings.flatMap(({ id, asks }) => missing(id, asks?.exercises ?? [], exercises)),
      ...content.exercises.flatMap(({ id, progression }) =>
        missing(id, [progression.easierId, progression.harderId], exercises),
      ),
    ]
  },
}
