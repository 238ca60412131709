import type { Content } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { DATA_DIR } from '../read-parts.ts'
import { readContent } from '../load.ts'
import { LINT_RULES, lint } from './lint.ts'

const good = readContent(DATA_DIR)

/** One way to break the content a rule; each must be found by that rule. */
const BREAKS: Record<string, (content: Content) => void> = {
  'all-parts': (c) => c.redFlags.stopRules.splice(0),
  'unique-ids': (c) => c.questions.push(structuredClone(c.questions[0]!)),
  references: (c) => (c.exercises[0]!.progression.harderId = 'no-such-exercise'),
  'known-facts': (c) => (c.redFlags.combinations[0]!.when = { fact: 'RF2', is: 'yes' }),
  'known-values': (c) =>
    c.redFlags.gates[0]!.impliedBy.push({ when: { fact: 'H04', includes: 'electrick' }, opens: [] }),
  'precaution-tags': (c) => c.redFlags.items[20]!.precautionTags.push('bones_fragile'),
  'emergency-items': (c) => (c.redFlags.items[0]!.gate = 'G1'),
  'gates-open': (c) => (c.redFlags.items.find((item) => item.id === 'RF48')!.gate = 'G1'),
  'text-patterns': (c) => (c.redFlags.patterns[0]!.pattern = 'chest (pain'),
  'emergency-asks': (c) => (c.redFlags.patterns[0]!.asks = []),
  'warning-texts': (c) => (c.redFlags.items[3]!.patientMessage = null),
  'question-form': (c) => (c.questions.find((question) => question.id === 'H12')!.screen = false),
  'sign-off': (c) => (c.exercises[0]!.signOff = { state: 'reviewed', by: null, at: null }),
}

describe('the content linter', () => {
  it('finds nothing in the product’s own content', () => {
    expect(lint(good)).toEqual([])
  })

  it.each(LINT_RULES.map((rule) => rule.id))('%s finds what it is for, and nobody else needs to', (id) => {
    const broken = structuredClone(good)
    const break_ = BREAKS[id]
    expect(break_, `a break for ${id}`).toBeDefined()
    break_!(broken)
    expect(lint(broken).map((found) => found.rule)).toContain(id)
    const others = LINT_RULES.filter((rule) => rule.id !== id)
    expect(lint(broken, others).map((found) => found.rule)).not.toContain(id)
  })
})

describe('each fault of an emergency item and of a gate is its own finding', () => {
  const cases: [string, (c: Content) => void][] = [
    ['unsure as no', (c) => (c.redFlags.items[0]!.unsure = null)],
    ['no stop card', (c) => (c.redFlags.items[0]!.card = 'caution')],
    ['not at intake', (c) => (c.redFlags.items[0]!.askAt = ['weekly'])],
    ['a gate that opens nothing there is', (c) => c.redFlags.gates[0]!.options[0]!.opens.push('RF99')],
    ['a gate that is not there', (c) => (c.redFlags.items.find((item) => item.id === 'RF48')!.gate = 'G9')],
    ['unbounded repeat', (c) => (c.redFlags.patterns[0]!.pattern = 'chest.*pain')],
    [
      'a number without bounds',
      (c) => (c.questions.find((question) => question.type === 'number')!.max = null),
    ],
    [
      'options with one value',
      (c) => c.questions[0]!.options.push(structuredClone(c.questions[0]!.options[0]!)),
    ],
  ]
  it.each(cases)('%s', (_, break_) => {
    const broken = structuredClone(good)
    break_(broken)
    expect(lint(broken)).toHaveLength(1)
  })
})
