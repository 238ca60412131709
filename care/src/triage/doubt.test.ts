import { describe, expect, it } from 'vitest'
import type { RedFlagTable, TextModel, TextPattern } from './red-flag.ts'
import { screen } from './screen.ts'

const FORMS: Readonly<Record<string, string>> = {
  chest: 'chest',
  pain: 'hurts',
  fever: 'fever',
  harm: 'kill myself',
  'cue.other': 'my mother, she, her',
  'cue.self': 'i, my, me',
  'cue.effort': 'squats',
  'cue.present': 'today',
}
const row = (id: string, all: string[], more: Partial<TextPattern> = {}): TextPattern => ({
  id,
  lang: '*',
  domain: id,
  disposition: 'emergency_now',
  card: 'emergency',
  asks: ['RF02'],
  all,
  ...more,
})
const bytes = (length: number) => ({
  scale: 0,
  weights: Buffer.from(new Int8Array(length)).toString('base64'),
})

/** A classifier that thinks the same of every text: `danger` and `emergency` are how sure it is. */
function model(danger: number, emergency: number): TextModel {
  const odds = (chance: number) => Math.log(chance / (1 - chance))
  return {
    version: '1',
    bits: 3,
    width: 2,
    classes: ['RF02', 'calm'],
    common: Buffer.from(new Int8Array(8)).toString('base64'),
    embedding: bytes(8),
    bias: [0, 0],
    out: bytes(6),
    outBias: [odds(danger), 0, odds(emergency)],
    ask: 0.9,
    askEmergency: 0.9,
    askSelfHarm: 2,
    level: 0.99,
    sure: 0.5,
    sureEmergency: 0.5,
    doubt: 0.05,
    asks: { RF02: ['RF02'] },
  }
}

const table = (textModel?: TextModel) =>
  ({
    items: [],
    patterns: [
      row('chest-pain', ['chest', 'pain'], { effort: true }),
      row('fever-asked', ['fever'], { asked: true }),
      row('harm', ['harm'], { card: 'self-harm' }),
      { ...row('floor', []), all: undefined, lang: 'en', pattern: 'chest hurts badly' },
    ],
    concepts: Object.entries(FORMS).map(([id, forms]) => ({ id, lang: 'en', forms })),
    textModel,
  }) as unknown as RedFlagTable

const asked = (text: string, textModel?: TextModel) => screen(text, table(textModel), 'en').ask
const SURE_OF_NONE = model(0.01, 0.01)

describe('what a rule finds in doubt', () => {
  it.each(['my mother says her chest hurts today', 'today her chest hurts'])('%s is asked about without a classifier', (text) => {
    expect(asked(text)).toBe(true)
  })

  it.each(['my mother says her chest hurts today', 'today her chest hurts'])(
    '%s is no question when the classifier is sure that nothing is meant, of a danger and of an emergency',
    (text) => {
      expect(asked(text, SURE_OF_NONE)).toBe(false)
      expect(asked(text, model(0.06, 0.01))).toBe(true)
      expect(asked(text, model(0.01, 0.06))).toBe(true)
    },
  )
})

describe('what a person says of themself now', () => {
  it.each(['my chest hurts', 'my chest hurts after squats', 'fever', 'I want to kill myself', 'my mother says kill myself', 'my chest hurts badly'])(
    '%s is never silent, however sure the classifier is of nothing',
    (text) => {
      const found = screen(text, table(SURE_OF_NONE), 'en')
      expect(found.ask || found.disposition !== 'none').toBe(true)
    },
  )
})
