import {
  asksOfTexts,
  cardOf,
  clear,
  DISPOSITIONS,
  factsOf,
  missingEmergencyItems,
  openRedFlags,
  rankOf,
  screen,
  type TriageIntake,
  triage,
} from '@dorsal/care'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadContent } from '../load.ts'

const NOW = '2026-11-21T08:00:00.000Z'
const content = loadContent()
const table = content.redFlags
const RUNS = { numRuns: 300 }

const items = table.items.map((item) => item.id)
const yesNo = fc.constantFrom('yes', 'no', 'unsure', 'prefer_not')
const texts = fc.constantFrom(
  'fine',
  'no chest pain',
  'I have a fever',
  'I had cancer years ago',
  'my mother had a heart attack',
  'I cannot feel my legs',
  'osteoporosis',
)
const asked = [...content.questions, ...table.gates].filter((question) => question.options.length > 0)

/** Any intake that the form can give, whole or half done. */
const anyIntake: fc.Arbitrary<TriageIntake> = fc
  .record({
    yearOfBirth: fc.integer({ min: 1920, max: 2015 }),
    flags: fc.dictionary(fc.constantFrom(...items), yesNo, { maxKeys: 30 }),
    choices: fc.array(
      fc
        .constantFrom(...asked)
        .chain((question) => fc.tuple(fc.constant(question.id), fc.constantFrom(...question.options))),
      { maxLength: 15 },
    ),
    written: fc.dictionary(fc.constantFrom('H08', 'H10', 'H12'), texts),
    average: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
  })
  .map(({ yearOfBirth, flags, choices, written, average }) => {
    const chosen = choices.map(([id, option]): [string, unknown] => [
      id,
      /^(H03|H04|H05|H06|H09|H13|G\d)$/.test(id) ? [option.value] : option.value,
    ])
    const measures = average === undefined ? {} : { nprs: { now: average, average, worst: average } }
    return {
      yearOfBirth,
      answers: { ...flags, ...Object.fromEntries(chosen), ...written },
      measures,
    } as TriageIntake
  })

const of = (intake: TriageIntake) => triage(intake, content, NOW).result

describe('any intake', () => {
  it('ends in exactly one disposition, with a card when it is one and none when it is not', () => {
    fc.assert(
      fc.property(anyIntake, (intake) => {
        const result = of(intake)
        expect(DISPOSITIONS).toContain(result.disposition)
        expect(result.card === null).toBe(result.disposition === 'none')
        expect(result.rules.length === 0).toBe(result.disposition === 'none')
        expect(result.because.length).toBe(Math.max(1, result.rules.length))
        if (result.card !== 'self-harm' && result.card !== 'under-18')
          expect(result.card).toBe(cardOf(result.disposition))
      }),
      RUNS,
    )
  })

  it('is decided the same again from what its decision keeps', () => {
    fc.assert(
      fc.property(anyIntake, (intake) => {
        const first = triage(intake, content, NOW)
        fc.pre(first.result.card !== 'under-18' && !first.result.rules.includes('under-18'))
        const kept = JSON.parse(JSON.stringify(first.decision)) as typeof first.decision
        const inputs = kept.inputs as { intake: TriageIntake }
        expect(triage(inputs.intake, content, kept.at).result).toEqual(first.result)
      }),
      RUNS,
    )
  })

  it('never comes to less when a yes is added', () => {
    fc.assert(
      fc.property(anyIntake, fc.constantFrom(...items), (intake, id) => {
        const before = intake.answers?.[id]
        fc.pre(before === undefined || before === 'no')
        const more = { ...intake, answers: { ...intake.answers, [id]: 'yes' } }
        expect(rankOf(of(more).disposition)).toBeGreaterThanOrEqual(rankOf(of(intake).disposition))
      }),
      RUNS,
    )
  })

  it('never comes to less when something is written', () => {
    fc.assert(
      fc.property(anyIntake, texts, (intake, text) => {
        const more = { ...intake, answers: { ...intake.answers, own: text } }
        expect(rankOf(of(more).disposition)).toBeGreaterThanOrEqual(rankOf(of(intake).disposition))
      }),
      RUNS,
    )
  })

  it('is never "none" while an emergency item has no answer', () => {
    fc.assert(
      fc.property(anyIntake, (intake) => {
        if (missingEmergencyItems(intake, table).length > 0) expect(of(intake).disposition).not.toBe('none')
      }),
      RUNS,
    )
  })

  it('keeps every rule that was not cleared', () => {
    fc.assert(
      fc.property(anyIntake, fc.integer({ min: 0, max: 20 }), (intake, pick) => {
        const { rules } = of(intake)
        const rule = rules[pick % Math.max(1, rules.length)]
        fc.pre(rule !== undefined && rule !== 'under-18')
        const by = {
          rules: [rule],
          by: 'clinician:1',
          reason: 'examined today, no sign of it',
          at: NOW,
        }
        expect(clear(intake, content, NOW, [by]).result.rules).toEqual(
          rules.filter((other) => other !== rule),
        )
      }),
      RUNS,
    )
  })
})

/** What one answer implies, whatever was chosen in the gates. Written out here, not read from the gates. */
const IMPLIED: [object, string[]][] = [
  [{ H04: ['electric or band-like'] }, ['RF46']],
  [{ H04: ['deep constant'] }, ['RF42']],
  [{ H05: ['deep breath or cough'] }, ['RF03']],
  [{ H05: ['meals'] }, ['RF48']],
  [{ H05: ['walking uphill'] }, ['RF47']],
  [{ H05: ['nothing clear'] }, ['RF42']],
  [{ H06: ['nothing'] }, ['RF42']],
  [{ H07: 'worst in the morning (more than 30 min)' }, ['RF44']],
  [{ H07: 'worse at night' }, ['RF42']],
  [{ H03: ['front chest'] }, ['RF02', 'RF48']],
  [{ H02: 'fall or accident' }, ['RF23', 'RF29']],
  [{ H02: 'suddenly, no clear cause' }, ['RF23', 'RF29']],
  [{ H02: 'after pregnancy or birth' }, ['RF51', 'RF63']],
  [{ RF41: 'yes' }, ['RF22']],
  [{ RF41: 'unsure' }, ['RF22']],
  [{ RF53: 'yes' }, ['RF24', 'RF60']],
  [{ RF60: 'yes' }, ['RF23', 'RF45']],
  [{ RF71: 'yes' }, ['RF29']],
  [{ RF63: 'yes' }, ['RF51']],
  [{ G1: ['steroids'] }, ['RF53', 'RF60']],
]

describe('gates', () => {
  const openIn = (intake: TriageIntake) =>
    openRedFlags(table, factsOf(intake, NOW), asksOfTexts(intake, table)).map((item) => item.id)

  it.each(IMPLIED)('no gate hides what %j implies: %j', (answers, implied) => {
    fc.assert(
      fc.property(anyIntake, (intake) => {
        const open = openIn({ ...intake, answers: { ...intake.answers, ...answers } })
        expect(open).toEqual(expect.arrayContaining(implied))
      }),
      { numRuns: 60 },
    )
  })

  it.each(IMPLIED)('%j opens %j by itself', (answers, implied) => {
    const rest = { ...table, gates: [] }
    const shut = openRedFlags(rest, factsOf({ yearOfBirth: 1990, answers: answers as never }, NOW)).map(
      (item) => item.id,
    )
    const gated = implied.filter((id) => table.items.find((item) => item.id === id)?.gate !== null)
    for (const id of gated) if (!(id in answers)) expect(shut).not.toContain(id)
  })

  it('no gate hides what age implies', () => {
    fc.assert(
      fc.property(anyIntake, fc.integer({ min: 1930, max: 1961 }), (intake, yearOfBirth) => {
        expect(openIn({ ...intake, yearOfBirth })).toEqual(
          expect.arrayContaining(['RF23', 'RF45', 'RF60', 'RF64']),
        )
      }),
      RUNS,
    )
  })

  it('no gate hides what a text asks for', () => {
    fc.assert(
      fc.property(anyIntake, texts, (intake, text) => {
        const asks = screen(text, table, 'en').asks.filter((id) => id !== 'RF54')
        expect(openIn({ ...intake, answers: { ...intake.answers, own: text } })).toEqual(
          expect.arrayContaining(asks),
        )
      }),
      RUNS,
    )
  })

  it('always puts the emergency items, and what a gate’s own answer opens', () => {
    const emergency = table.items
      .filter((item) => item.disposition === 'emergency_now')
      .map((item) => item.id)
    fc.assert(
      fc.property(anyIntake, fc.constantFrom(...table.gates), (intake, gate) => {
        expect(openIn(intake)).toEqual(expect.arrayContaining(emergency))
        for (const option of gate.options) {
          const open = openIn({ ...intake, answers: { ...intake.answers, [gate.id]: [option.value] } })
          expect(open).toEqual(expect.arrayContaining(option.opens))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('spares a person without any sign most of the questions', () => {
    const none = Object.fromEntries(table.gates.map((gate) => [gate.id, ['none']]))
    expect(openIn({ yearOfBirth: 1990, answers: { ...none, H06: ['heat'] } }).length).toBeLessThanOrEqual(19)
    const unsure = Object.fromEntries(table.gates.map((gate) => [gate.id, ['unsure']]))
    expect(openIn({ yearOfBirth: 1990, answers: unsure }).length).toBe(48)
  })
})

describe('junk', () => {
  it('never throws, and is never "none"', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (answers, yearOfBirth, rest) => {
        const junk = { yearOfBirth, answers, goals: rest, measures: rest, movementTests: answers, lang: 'en' }
        expect(of(junk as unknown as TriageIntake).disposition).not.toBe('none')
        missingEmergencyItems(junk as unknown as TriageIntake, table)
        openRedFlags(table, factsOf(junk as unknown as TriageIntake, NOW))
      }),
      { numRuns: 500 },
    )
  })

  it('survives keys of the language itself', () => {
    const answers: unknown = JSON.parse(
      '{"__proto__": {"RF01": "no"}, "constructor": "yes", "RF02": "yes", "toString": 1}',
    )
    const result = of({ yearOfBirth: 1990, answers } as TriageIntake)
    expect(result.disposition).toBe('emergency_now')
    expect(result.rules).toContain('RF01.unanswered')
  })

  it('screens any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { start, end } of screen(text, table, 'en').spans) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
      RUNS,
    )
  })
})
