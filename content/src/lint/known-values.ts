import type { Content } from '@dorsal/care'
import { conditionsOf, leavesOf } from './conditions.ts'
import type { LintRule } from './rule.ts'

function valuesOf(content: Content): Map<string, Set<string>> {
  const own = content.selfTests.map(({ id }): [string, Set<string>] => [
    `self.${id}`,
    new Set(['pass', 'limited', 'painful']),
  ])
  const asked = [...content.questions, ...content.redFlags.gates]
  const chosen = asked
    .filter((question) => question.options.length > 0)
    .map((question): [string, Set<string>] => [
      question.id,
      new Set(question.options.map((option) => option.value)),
    ])
  return new Map([...own, ...chosen])
}

/** A condition compares an answer only with values that can be chosen: a misspelt value would silently never hold. */
export const knownValues: LintRule = {
  id: 'known-values',
  check(content) {
    const values = valuesOf(content)
    return conditionsOf(content).flatMap(({ where, condition }) =>
      leavesOf(condition).flatMap((leaf) => {
        const value = 'is' in leaf ? leaf.is : 'includes' in leaf ? leaf.includes : null
        const options = values.get(leaf.fact)
        if (typeof value !== 'string' || options === undefined || options.has(value)) return []
        return [{ where, message: `${leaf.fact} has no answer "${value}"` }]
      }),
    )
  },
}
