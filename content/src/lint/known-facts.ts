import { COURSE_FACTS, type Content } from '@dorsal/care'
import { conditionsOf, leavesOf } from './conditions.ts'
import type { LintRule } from './rule.ts'

/** Facts that care computes from the answers. */
const COMPUTED = [
  'age',
  'sex',
  'unsure.count',
  'goals.count',
  'goal.first',
  'psfs.mean',
  'yellow.count',
  'yellow.clear',
  'tests.painful',
  'nprs.now',
  'nprs.average',
  'nprs.worst',
]
const OF_TEST = [
  'left',
  'right',
  'value',
  'difference',
  'pain',
  'rating',
  'limited',
  'typical',
  'asymmetric',
  'painful',
  'error',
  'raised',
  'own',
  'near-limit',
  'sides-near-limit',
]

function factsOfContent(content: Content): Set<string> {
  return new Set([
    ...COMPUTED,
    ...Object.keys(COURSE_FACTS),
    ...content.redFlags.items.map((item) => item.id),
    ...content.redFlags.gates.map((gate) => gate.id),
    ...content.questions.map((question) => question.id),
    ...content.yellowFlags.map((flag) => flag.id),
    ...content.movementTests.flatMap((test) => OF_TEST.map((name) => `test.${test.id}.${name}`)),
    ...content.selfTests.flatMap((test) => [`self.${test.id}`, `self.${test.id}.side`]),
    ...Object.keys(content.programme.precautionTags).map((tag) => `tag.${tag}`),
  ])
}

/** A condition looks only at facts that exist: a misspelt fact would silently never hold. */
export const knownFacts: LintRule = {
  id: 'known-facts',
  check(content) {
    const known = factsOfContent(content)
    return conditionsOf(content).flatMap(({ where, condition }) =>
      leavesOf(condition)
        .filter((leaf) => !known.has(leaf.fact))
        .map((leaf) => ({ where, message: `looks at ${leaf.fact}, which nothing gives` })),
    )
  },
}
