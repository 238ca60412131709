import { describe, expect, it } from 'vitest'
import type { TextConcept } from '../red-flag.ts'
import { formsOf, withoutClitics } from './inflect.ts'
import { readText } from './grammar.ts'

describe('forms of a verb', () => {
  it.each([
    ['es', 'sentir', ['siento', 'senti', 'sintio', 'sentia', 'sintiendo', 'sienta']],
    ['es', 'caer', ['caigo', 'cayo', 'caimos', 'caido']],
    ['pt', 'sentir', ['sinto', 'sentiu', 'sentia', 'sentindo']],
    ['pt', 'conseguir', ['consigo', 'consegue', 'conseguia']],
    ['en', 'feel', ['feels', 'feeling', 'felt']],
    ['en', 'drop', ['drops', 'dropped', 'dropping']],
  ])('%s %s', (lang, verb, forms) => {
    expect(formsOf(verb, lang)).toEqual(expect.arrayContaining(forms))
  })

  it('takes the pronouns off a Spanish infinitive or gerund only', () => {
    expect(['sentirlo', 'levantandome', 'vestirse', 'costilla'].map(withoutClitics)).toEqual([
      'sentir',
      'levantando',
      'vestir',
      'costilla',
    ])
  })

  it('finds every form that a list names once, also inside a choice', () => {
    const concepts: TextConcept[] = [{ id: 'unfelt', lang: 'es', forms: '(no|sin) ~sentir (nada|salir)' }]
    const found = (text: string) =>
      readText(text, { patterns: [], concepts }, 'es').reading.layout.mentions.map(({ concept }) => concept)
    expect(found('no sentía nada')).toEqual(['unfelt'])
    expect(found('sin sentirlo salir')).toEqual(['unfelt'])
    expect(found('no salía nada')).toEqual([])
  })
})
