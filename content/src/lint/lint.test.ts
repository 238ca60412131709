import type { Content } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { DATA_DIR } from '../parts/entries.ts'
import { readContent } from '../load.ts'
import { LINT_RULES, lint } from './lint.ts'

const good = readContent(DATA_DIR)

function pick<T>(list: readonly T[], index = 0): T {
  const found = list.at(index)
  if (found === undefined) throw new Error(`nothing at ${index}`)
  return found
}

function exercise(content: Content, id: string) {
  return pick(content.exercises.filter((one) => one.id === id))
}

/** One way to break the content a rule; each must be found by that rule. */
const BREAKS: Record<string, (content: Content) => void> = {
  'all-parts': (c) => c.redFlags.stopRules.splice(0),
  'unique-ids': (c) => c.questions.push(structuredClone(pick(c.questions, 0))),
  references: (c) => (pick(c.exercises, 0).progression.harderId = 'no-such-exercise'),
  'known-facts': (c) => (pick(c.redFlags.combinations, 0).when = { fact: 'RF2', is: 'yes' }),
  'known-values': (c) =>
    pick(c.redFlags.gates, 0).impliedBy.push({ when: { fact: 'H04', includes: 'electrick' }, opens: [] }),
  'movement-tests': (c) => pick(c.movementTests, 0).protocol.skipTags.push('no-such-tag'),
  'precaution-tags': (c) => pick(c.redFlags.items, 20).precautionTags.push('bones_fragile'),
  figures: (c) => (pick(c.exercises, 0).movement.figure = undefined),
  'whole-movement': (c) => (exercise(c, 'squat').movement.count = null),
  'least-range': (c) => Object.assign(exercise(c, 'squat').movement.count ?? {}, { minRange: 0.05 }),
  'measured-numbers': (c) =>
    (exercise(c, 'shoulder-rolls').movement.measure = { signal: 'shrug_index', views: ['front'] }),
  'honest-views': (c) => exercise(c, 'squat').movement.measure?.views.push('front'),
  'fault-cues': (c) => (pick(exercise(c, 'squat').movement.faults).cue = 'no-such-cue'),
  'fault-limits': (c) => (pick(exercise(c, 'squat').movement.faults).threshold = 4),
  'easier-neighbours': (c) => (exercise(c, 'squat').progression.easierId = 'bridge'),
  ladders: (c) => (pick(c.ladders).steps = pick(c.ladders).steps.toReversed()),
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

describe('each fault of a movement is its own finding', () => {
  const rule = (c: Content, id: string, index = 0) => pick(exercise(c, id).movement.faults, index)
  const cases: [string, (c: Content) => void][] = [
    ['a limit that no body reaches', (c) => (rule(c, 'squat').threshold = 130)],
    [
      'a limit to both sides that no body reaches',
      (c) => (rule(c, 'seated-thoracic-rotation', 1).threshold = 55),
    ],
    ['a limit within the error', (c) => (rule(c, 'seated-thoracic-rotation', 1).threshold = 4)],
    ['a limit of a trend within its trembling', (c) => (rule(c, 'band-pull-apart').threshold = 0.95)],
    ['a speed within the trembling', (c) => (rule(c, 'squat', 1).threshold = 10)],
    ['a short range that is none', (c) => (rule(c, 'band-row-seated', 1).threshold = 1.2)],
    ['a fault of one frame', (c) => (rule(c, 'squat').seconds = 0.02)],
    ['a correction from a view that shows nothing', (c) => rule(c, 'squat').views.push('front')],
    [
      'an empty hold band',
      (c) => Object.assign(exercise(c, 'counter-lat-stretch').movement.hold ?? {}, { max: 90 }),
    ],
    ['a camera without a view', (c) => (exercise(c, 'squat').movement.cameraView = null)],
    ['a camera for what goes by the timer', (c) => (exercise(c, 'squat').trackability = 'timer-only')],
    ['a timed exercise that counts', (c) => (exercise(c, 'squat').movement.template = 'timed')],
    ['easier with a band', (c) => (exercise(c, 'squat').progression.easierId = 'band-row-seated')],
  ]
  it.each(cases)('%s', (_, break_) => {
    const broken = structuredClone(good)
    break_(broken)
    expect(lint(broken)).toHaveLength(1)
  })

  it('five corrections are more than anybody can follow', () => {
    const broken = structuredClone(good)
    const { movement } = exercise(broken, 'squat')
    movement.faults = Array.from({ length: 5 }, () => pick(movement.faults))
    expect(lint(broken).map((found) => found.rule)).toEqual(['fault-limits'])
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
