import type { LintRule } from './rule.ts'

/** An id means one thing. */
export const uniqueIds: LintRule = {
  id: 'unique-ids',
  check(content) {
    const { items, gates, combinations, patterns, preSession, stopRules } = content.redFlags
    const lists = [
      [...items, ...gates, ...combinations, ...patterns, ...preSession, ...stopRules, ...content.questions],
      content.yellowFlags,
      content.findings,
      content.patterns,
      [...content.movementTests, ...content.selfTests],
      content.exercises,
      content.notes,
      content.measures,
      content.lessons,
      content.pages,
      content.ladders,
      content.timers,
      content.references,
      content.codes.codes,
    ]
    return lists.flatMap((list) => {
      const ids = list.map((item) => item.id)
      const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index))
      return [...twice].map((id) => ({ where: id, message: 'this id is used twice' }))
    })
  },
}
