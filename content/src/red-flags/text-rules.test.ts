import { readFileSync } from 'node:fs'
import { readText, screen } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { loadContent } from '../load.ts'

const table = loadContent().redFlags
const rows = table.patterns.filter((row) => row.all !== undefined)
/** For each concept rule, how somebody says it in each language. */
const TEXTS = JSON.parse(readFileSync(new URL('./rule-texts.json', import.meta.url), 'utf8')) as Record<
  string,
  Record<string, string>
>
const CASES = Object.entries(TEXTS).flatMap(([id, texts]) =>
  Object.entries(texts).map(([lang, text]): [string, string, string] => [id, lang, text]),
)
/** Entries that only help others: fillers, everyday words, short forms. */
const words = (table.concepts ?? []).filter(({ id }) => !/^[@=]|^cue\.(?:filler|word)$/.test(id))

const whole = new Map(
  ['en', 'es', 'pt'].map((lang) => [lang, (table.concepts ?? []).filter((entry) => entry.lang === lang)]),
)

/** A form of a list as somebody would write it: the first of each choice. */
const plainOf = (form: string): string =>
  form
    .replace(/\(([^|)]*)[^)]*\)/g, '$1')
    .replace(/\|\S+/g, '')
    .replace(/\*/g, '')
    .replace(/@kin/g, 'mother')
    .replace(/~/g, '')

describe('each concept rule', () => {
  it('has a text in every language', () => {
    expect(Object.keys(TEXTS).sort()).toEqual(rows.map(({ id }) => id).sort())
    for (const texts of Object.values(TEXTS)) expect(Object.keys(texts).sort()).toEqual(['en', 'es', 'pt'])
  })

  it.each(CASES)('%s (%s) finds "%s", and its deletion is noticed', (id, lang, text) => {
    const row = rows.find((one) => one.id === id)
    const found = screen(text, table, lang)
    expect(found.rules).toContain(id)
    expect(found.disposition !== 'none' || found.ask).toBe(true)
    const alone = screen(text, { ...table, textModel: undefined }, lang)
    if (row?.asked !== true) expect(alone.disposition).not.toBe('none')
    const rest = { ...table, patterns: table.patterns.filter((one) => one !== row) }
    expect(screen(text, rest, lang).rules).not.toContain(id)
  })
})

describe('each list of words', () => {
  it('is there in the languages of its concept', () => {
    const cues = words.filter(({ id }) => id.startsWith('cue.')).map(({ id }) => id)
    const used = rows
      .flatMap(({ all = [], unless = '' }) => [...all, unless])
      .flatMap((slot) => slot.split('|'))
    for (const id of new Set([...cues, ...used, 'idiom']))
      if (id !== '')
        expect([
          id,
          [...new Set(words.filter((entry) => entry.id === id).map(({ lang }) => lang))].sort(),
        ]).toEqual([id, ['en', 'es', 'pt']])
  })

  it.each(words.map(({ id, lang, forms }): [string, string, string] => [id, lang, forms]))(
    '%s (%s) is read',
    (id, lang, forms) => {
      const some = forms.split(', ').slice(0, 12).map(plainOf)
      const concepts = whole.get(lang) ?? []
      const mentioned = some.some((text) =>
        readText(text, { patterns: [], concepts }, lang).reading.layout.mentions.some(
          (m) => m.concept === id,
        ),
      )
      expect(mentioned).toBe(true)
    },
  )
})
