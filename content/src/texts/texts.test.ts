import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { loadContent } from '../load.ts'
import { lineOf, lineOfSyntaxError } from '../parts/json-lines.ts'
import { coverageOf, translationFaults } from './lint-locale.ts'
import { type Locale, readLocale } from './locales.ts'
import { openTexts } from './mark.ts'
import { LOCALES_DIR } from '../parts/entries.ts'
import { LANGUAGES, markOf, type Overlay, stateOf, usable } from './overlay.ts'
import { TEXT_KINDS } from './patient-texts.ts'
import { mapTexts, textsOf } from './text-paths.ts'
import { translated } from './translate.ts'

const english = loadContent()
const spanish = (): Locale => readLocale([LOCALES_DIR], 'es', [])

/** The Spanish locale with one item's translations changed. */
function with_(key: string, change: (overlay: Overlay) => void): Locale {
  const locale = spanish()
  const overlay = structuredClone(locale.overlays.get(key) ?? {})
  change(overlay)
  locale.overlays.set(key, overlay)
  return locale
}

describe('texts of an item', () => {
  const item = {
    id: 'x',
    name: 'One',
    steps: ['a', '', 'b'],
    options: [{ value: 'yes', label: 'Yes' }],
    help: null,
    days: 3,
  }

  it('are found by pattern, lists by id, value or place, and what is no text is passed over', () => {
    expect(textsOf(item, ['name', 'steps.*', 'options.*.label', 'help', 'days', 'none.*.x'])).toEqual([
      { path: 'name', text: 'One' },
      { path: 'steps.0', text: 'a' },
      { path: 'steps.2', text: 'b' },
      { path: 'options.yes.label', text: 'Yes' },
    ])
  })

  it('are changed without touching anything else', () => {
    const loud = mapTexts(item, ['name', 'options.*.label'], ({ text }) => text.toUpperCase())
    expect(loud).toEqual({ ...item, name: 'ONE', options: [{ value: 'yes', label: 'YES' }] })
    expect(item.name).toBe('One')
  })

  it('have paths of their own in all of the content: no two texts of an item share one', () => {
    for (const { kind, paths, of } of TEXT_KINDS)
      for (const row of of(english)) {
        const own = textsOf(row, paths).map(({ path }) => path)
        expect(new Set(own).size, `${kind}/${row.id}`).toBe(own.length)
      }
  })
})

describe('the state of a translation', () => {
  const good = { text: 'Uno', of: markOf('One'), state: 'draft' as const }
  it.each<[string, Overlay | undefined, string]>([
    ['no file', undefined, 'missing'],
    ['no entry', {}, 'missing'],
    ['just written', { name: 'Uno' }, 'unmarked'],
    ['made from another English', { name: { ...good, of: markOf('Two') } }, 'stale'],
    ['as it is', { name: good }, 'draft'],
    ['read by somebody', { name: { ...good, state: 'reviewed' } }, 'reviewed'],
  ])('%s: %s', (_, overlay, state) => {
    expect(stateOf(overlay, 'name', 'One')).toBe(state)
    expect(usable(overlay, 'name', 'One')).toBe(state === 'draft' || state === 'reviewed' ? 'Uno' : null)
  })
})

describe.each(LANGUAGES.filter((lang) => lang !== 'en'))('in %s', (lang) => {
  const content = loadContent(lang)

  it('every text about safety is there, and fresh', () => {
    const safety = coverageOf(english, readLocale([LOCALES_DIR], lang, [])).filter((row) => row.safety)
    expect(safety.length).toBeGreaterThanOrEqual(7)
    for (const { kind, states } of safety)
      expect([kind, states.missing, states.unmarked, states.stale]).toEqual([kind, 0, 0, 0])
  })

  it('the rules are the same, only the words are others', () => {
    expect(content.version).toBe(english.version)
    expect(content.textVersion).toMatch(/^[0-9a-f]{16}$/)
    expect(content.redFlags.items.map(({ id, trigger, disposition }) => [id, trigger, disposition])).toEqual(
      english.redFlags.items.map(({ id, trigger, disposition }) => [id, trigger, disposition]),
    )
    for (const [index, item] of content.redFlags.items.entries())
      expect(item.question).not.toBe(english.redFlags.items[index]?.question)
    expect(content.redFlags.safetyNet).not.toBe(english.redFlags.safetyNet)
    expect(content.lessons.every((lesson) => lesson.lang === undefined)).toBe(true)
  })

  it('questions, measures, programme and lessons are given in it', () => {
    const open = coverageOf(english, readLocale([LOCALES_DIR], lang, []))
      .filter(({ kind }) => kind !== 'exercises')
      .filter(({ states }) => states.missing + states.stale + states.unmarked > 0)
      .map(({ kind }) => kind)
    expect(open).toEqual([])
  })
})

describe('what is missing or stale', () => {
  it('of a lesson: the whole lesson is English, and says so', () => {
    const locale = with_('lessons/desk', (overlay) => delete overlay['hook'])
    const desk = translated(english, locale).lessons.find(({ id }) => id === 'desk')
    expect(desk).toEqual({ ...english.lessons.find(({ id }) => id === 'desk'), lang: 'en' })
    expect(translationFaults(english, locale, false)).toEqual([])
    expect(openTexts(english, locale, 'lessons', 'desk')).toEqual({ desk: { hook: desk?.hook } })
  })

  it.each<[string, string, (overlay: Overlay) => void, RegExp]>([
    [
      'missing',
      'red-flags/items/RF02',
      (o) => delete o['question'],
      /no translation, and it is about safety/,
    ],
    [
      'stale',
      'red-flags/items/RF02',
      (o) => (o['question'] = { text: '¿…?', of: 'aaaaaaaa', state: 'draft' }),
      /another English/,
    ],
    ['unmarked', 'red-flags/stop-rules/SS01', (o) => (o['label'] = '¿…?'), /no mark/],
    ['missing', 'measures/peg', (o) => delete o['items.peg1.text'], /about safety/],
  ])('a %s text about safety (%s) keeps the language from being used', (_, key, change, message) => {
    const faults = translationFaults(english, with_(key, change), false)
    expect(faults).toHaveLength(1)
    expect(faults[0]?.message).toMatch(message)
    expect(faults[0]?.file).toBe(`es/${key}.json`)
  })

  it.each<[string, string, (overlay: Overlay) => void]>([
    [
      'a stale one of a lesson',
      'lessons/desk',
      (o) => (o['hook'] = { text: 'x', of: 'aaaaaaaa', state: 'draft' }),
    ],
    ['a text that the item has not', 'lessons/desk', (o) => (o['nothing'] = 'x')],
    ['an item that is not there', 'lessons/none', (o) => (o['title'] = 'x')],
  ])('%s is told by the linter, and nobody is kept from reading', (_, key, change) => {
    const locale = with_(key, change)
    expect(translationFaults(english, locale, true).length).toBeGreaterThan(0)
    expect(translationFaults(english, locale, false)).toEqual([])
  })
})

describe('the line of a place in JSON', () => {
  const text =
    '{\n  "a": [\n    { "b": "x, ] }" },\n    {\n      "c": { "d": 1 }\n    }\n  ],\n  "e\\"f": true\n}\n'
  it.each<[(string | number)[], number]>([
    [[], 1],
    [['a'], 2],
    [['a', 0, 'b'], 3],
    [['a', 1], 4],
    [['a', 1, 'c', 'd'], 5],
    [['e"f'], 8],
    [['a', 7, 'x'], 2],
    [['none'], 1],
  ])('%j is on line %d', (path, line) => {
    expect(lineOf(text, path)).toBe(line)
  })

  it('is found in whatever JSON there is', () => {
    fc.assert(
      fc.property(fc.json(), fc.array(fc.oneof(fc.string(), fc.nat(3)), { maxLength: 4 }), (json, path) => {
        const pretty = JSON.stringify(JSON.parse(json), null, 2)
        const line = lineOf(pretty, path)
        return line >= 1 && line <= pretty.split('\n').length
      }),
    )
  })

  it('of a syntax error comes from the message, or is the last', () => {
    expect(lineOfSyntaxError('{\n"a": ]', 'Unexpected token at position 7')).toBe(2)
    expect(lineOfSyntaxError('{\n\n', 'Unexpected end')).toBe(3)
    expect(lineOfSyntaxError('', 'bad (line 4 column 2)')).toBe(4)
  })
})
