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

function measure(content: Content, id: string) {
  return pick(content.measures.filter((one) => one.id === id))
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
  'self-tests': (c) => (pick(c.selfTests).finding = 'no-such-finding'),
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
  'text-concepts': (c) =>
    (pick(c.redFlags.patterns.filter(({ all }) => all !== undefined)).all = ['no-such-concept']),
  'progressions-acyclic': (c) => {
    exercise(c, 'cat-cow').progression.easierId = null
    exercise(c, 'prone-w').progression.harderId = 'prone-t'
    exercise(c, 'prone-t').progression.harderId = 'prone-w'
  },
  timers: (c) => pick(c.timers.filter(({ kind }) => kind === 'heat')).minutes.push(25),
  cards: (c) => c.redFlags.cards.pop(),
  'spoken-cues': (c) => (pick(exercise(c, 'squat').faults).cue = ' '),
  'page-form': (c) => (pick(c.pages).slug = 'Not An Address'),
  claims: (c) =>
    (pick(pick(c.lessons).passages.filter(({ claim }) => claim !== null)).claim = {
      grade: 'weak',
      references: [],
    }),
  'sources-known': (c) => pick(c.redFlags.items).sources.push('NOBODY'),
  licences: (c) => (measure(c, 'peg').name = 'Oswestry'),
  'measure-form': (c) => (measure(c, 'peg').scoring.needs = 4),
  'lesson-form': (c) => (pick(c.lessons).check.answer = 'neither'),
  'programme-form': (c) => pick(c.programme.phases).exit.all.push('no-such-criterion'),
  'yellow-flags': (c) => pick(c.yellowFlags).lessons.push('no-such-lesson'),
  'outcome-form': (c) => (pick(pick(c.outcome.curves).points, 1).low = 0.9),
  'can-fire': (c) =>
    (pick(c.redFlags.items).trigger = {
      all: [{ fact: 'RF01', is: 'yes' }, { not: { fact: 'RF01', is: 'yes' } }],
    }),
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

describe('each fault of a measure, lesson, claim, flag, curve and of the programme is its own finding', () => {
  const cases: [string, string, (c: Content) => void][] = [
    ['measure-form', 'a score of no item', (c) => measure(c, 'peg').scoring.of.push('peg9')],
    ['measure-form', 'a range that is another', (c) => (measure(c, 'phq2').range = [0, 10])],
    ['measure-form', 'a change for the worse', (c) => (pick(measure(c, 'psfs').changes).points = -2)],
    ['measure-form', 'a change out of the blue', (c) => (pick(measure(c, 'psfs').changes).references = [])],
    ['measure-form', 'a limit outside of the range', (c) => (pick(measure(c, 'phq2').cutoffs).value = 7)],
    ['measure-form', 'a moment without a rule', (c) => c.outcome.moments.splice(0, 1)],
    [
      'measure-form',
      'an item asked when the measure is not',
      (c) => (pick(measure(c, 'peg').items).moments = ['weekly']),
    ],
    [
      'measure-form',
      'a code that must not be used',
      (c) => (pick(measure(c, 'gad2').codes).code = '70273-8'),
    ],
    ['measure-form', 'a code that nobody looked up', (c) => (pick(measure(c, 'gad2').codes).code = '1-1')],
    ['licences', 'no reason why it may be shipped', (c) => (measure(c, 'peg').licenceNote = ' ')],
    ['licences', 'one that may not be shipped by its id', (c) => (measure(c, 'groc').id = 'odi')],
    ['lesson-form', 'one option', (c) => pick(c.lessons).check.options.splice(1)],
    ['lesson-form', 'no phase', (c) => (pick(c.lessons).dose.phases = [])],
    ['lesson-form', 'too long', (c) => (pick(c.lessons).action = 'Walk a little. '.repeat(100))],
    ['lesson-form', 'nothing to do', (c) => (pick(c.lessons).action = '')],
    ['lesson-form', 'nothing claimed', (c) => pick(c.lessons).passages.forEach((one) => (one.claim = null))],
    [
      'claims',
      'thoracic without a thoracic source',
      (c) =>
        pick(c.lessons).passages.forEach(
          (one) => one.claim && Object.assign(one.claim, { grade: 'thoracic', references: ['who'] }),
        ),
    ],
    [
      'claims',
      'borrowed from our own judgement',
      (c) => Object.assign(exercise(c, 'squat'), { evidence: 'borrowed' }),
    ],
    [
      'claims',
      'a source that is not in the bibliography',
      (c) => (exercise(c, 'squat').sources = ['Nobody N. Nothing. 1900']),
    ],
    ['programme-form', 'phases out of order', (c) => c.programme.phases.reverse()],
    ['programme-form', 'a gate that cannot be passed', (c) => (pick(c.programme.phases).exit.atLeast = 9)],
    [
      'programme-form',
      'a session of nothing',
      (c) => pick(pick(c.programme.phases).sessions).exercises.push('nothing'),
    ],
    ['programme-form', 'amber above red', (c) => (c.programme.trafficLight.amberUpTo = 9)],
    ['programme-form', 'stop is not first', (c) => c.programme.decisions.reverse()],
    [
      'programme-form',
      'half as much again in a week',
      (c) =>
        c.programme.decisions
          .filter(({ action }) => action === 'progress')
          .forEach(({ values }) => (values['weeklyVolumeShare'] = 0.5)),
    ],
    [
      'references',
      'a finding that asks for an exercise that is not there',
      (c) => (pick(c.findings.flatMap(({ asks }) => asks ?? [])).exercises = ['gone']),
    ],
    ['yellow-flags', 'a question that is not there', (c) => (pick(c.yellowFlags).asked.id = 'YF99')],
    ['yellow-flags', 'nothing is done about it', (c) => (pick(c.yellowFlags).action = '')],
    [
      'outcome-form',
      'a curve for an answer that nobody gives',
      (c) => pick(c.outcome.curves).durations.push('a year'),
    ],
    ['outcome-form', 'a curve that does not say what it is', (c) => (pick(c.outcome.curves).label = '')],
    [
      'outcome-form',
      'nothing is serious',
      (c) => c.outcome.severities.forEach((one) => (one.serious = false)),
    ],
    ['outcome-form', 'a responder of nothing', (c) => (c.outcome.responder.item = 'nothing')],
    [
      'spoken-cues',
      'a cue of a whole paragraph',
      (c) => (pick(exercise(c, 'squat').faults).cue = 'slowly '.repeat(20)),
    ],
    [
      'can-fire',
      'a flag that never rises',
      (c) => (pick(c.yellowFlags).when = { atLeast: 2, of: [{ fact: 'YF01', atLeast: 7 }] }),
    ],
  ]
  it.each(cases)('%s: %s', (rule, _, break_) => {
    const broken = structuredClone(good)
    break_(broken)
    expect(new Set(lint(broken).map((found) => found.rule))).toEqual(new Set([rule]))
  })
})

describe('each fault of a movement is its own finding', () => {
  const rule = (c: Content, id: string, index = 0) => pick(exercise(c, id).movement.faults, index)
  const cases: [string, (c: Content) => void][] = [
    ['a limit that no body reaches', (c) => (rule(c, 'squat').threshold = 130)],
    [
      'a limit to both sides that no body reaches',
      (c) => (rule(c, 'seated-thoracic-rotation').threshold = 55),
    ],
    ['a limit within the error', (c) => (rule(c, 'seated-thoracic-rotation').threshold = 4)],
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
