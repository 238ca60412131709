import type { Content } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { DATA_DIR } from '../read-parts.ts'
import { readContent } from '../load.ts'
import { LINT_RULES, lint } from './lint.ts'

const good = readContent(DATA_DIR)

function pick<T>(list: readonly T[], index = 0): T {
  const found = list.at(index)
  if (found === undefined) throw new Error(`nothing at ${index}`)
  return found
}

/** One way to break the content a rule; each must be found by that rule. */
const BREAKS: Record<string, (content: Content) => void> = {
  'all-parts': (c) => c.redFlags.stopRules.splice(0),
  'unique-ids': (c) => c.questions.push(structuredClone(pick(c.questions, 0))),
  references: (c) => (pick(c.exercises, 0).progression.harderId = 'no-such-exercise'),
  'known-facts': (c) => (pick(c.redFlags.combinations, 0).when = { fact: 'RF2', is: 'yes' }),
  'known-values': (c) =>
    pick(c.redFlags.gates, 0).impliedBy.push({ when: { fact: 'H04', includes: 'electrick' }, opens: [] }),
  'precaution-tags': (c) => pick(c.redFlags.items, 20).precautionTags.push('bones_fragile'),
  figures: (c) => (pick(c.exercises, 0).movement.figure = undefined),
  'emergency-items': (c) => (pick(c.redFlags.items, 0).gate = 'G1'),
  'gates-open': (c) => (pick(c.redFlags.items.filter((item) => item.id === 'RF48')).gate = 'G1'),
  'text-patterns': (c) => (pick(c.redFlags.patterns, 0).pattern = 'chest (pain'),
  'emergency-asks': (c) => (pick(c.redFlags.patterns, 0).asks = []),
  'warning-texts': (c) => (pick(c.redFlags.items, 3).patientMessage = null),
  'question-form': (c) => (pick(c.questions.filter((question) => question.id === 'H12')).screen = false),
  'sign-off': (c) => (pick(c.exercises, 0).signOff = { state: 'reviewed', by: null, at: null }),
}

describe('the content linter', () => {
  it('finds nothing in the product’s own content', () => {
    expect(lint(good)).toEqual([])
  })

  it.each(LINT_RULES.map((rule) => rule.id))('%s finds what it is for, and nobody else needs to', (id) => {
    const broken = structuredClone(good)
    const break_ = BREAKS[id]
    expect(break_, `a break for ${id}`).toBeDefined()
    break_?.(broken)
    expect(lint(broken).map((found) => found.rule)).toContain(id)
    const others = LINT_RULES.filter((rule) => rule.id !== id)
    expect(lint(broken, others).map((found) => found.rule)).not.toContain(id)
  })
})

describe('each fault of an emergency item and of a gate is its own finding', () => {
  const cases: [string, (c: Content) => void][] = [
    ['unsure as no', (c) => (pick(c.redFlags.items, 0).unsure = null)],
    ['no stop card', (c) => (pick(c.redFlags.items, 0).card = 'caution')],
    ['not at intake', (c) => (pick(c.redFlags.items, 0).askAt = ['weekly'])],
    ['a gate that opens nothing there is', (c) => pick(pick(c.redFlags.gates, 0).options).opens.push('RF99')],
    [
      'a gate that is not there',
      (c) => (pick(c.redFlags.items.filter((item) => item.id === 'RF48')).gate = 'G9'),
    ],
    ['unbounded repeat', (c) => (pick(c.redFlags.patterns, 0).pattern = 'chest.*pain')],
    [
      'a number without bounds',
      (c) => (pick(c.questions.filter((question) => question.type === 'number')).max = null),
    ],
    [
      'options with one value',
      (c) => pick(c.questions, 0).options.push(structuredClone(pick(pick(c.questions, 0).options))),
    ],
  ]
  it.each(cases)('%s', (_, break_) => {
    const broken = structuredClone(good)
    break_(broken)
    expect(lint(broken)).toHaveLength(1)
  })
})
