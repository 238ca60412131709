import { describe, expect, it } from 'vitest'
import { MessageTemplate, STARTER_TEMPLATES, templatesOf, wordsOf } from './templates.ts'

describe('templates', () => {
  it('are there in three different languages, and fit their own form', () => {
    for (const template of STARTER_TEMPLATES) {
      expect(MessageTemplate.parse(template)).toEqual(template)
      expect(new Set(Object.values(template.words)).size).toBe(3)
    }
    expect(new Set(STARTER_TEMPLATES.map(({ id }) => id)).size).toBe(STARTER_TEMPLATES.length)
  })

  it('of a clinic take the place of ours under the same id', () => {
    const own = { id: 'got-it', title: 'Ours', words: { en: 'a', es: 'b', pt: 'c' } }
    const all = templatesOf([own])
    expect(all).toHaveLength(STARTER_TEMPLATES.length)
    expect(all.filter(({ id }) => id === 'got-it')).toEqual([own])
  })

  it('speak the language of the person, and English where there is none', () => {
    const own = { id: 'x', title: 'X', words: { en: 'a', es: 'b', pt: 'c' } }
    expect(['en', 'es', 'pt', 'de', 'constructor'].map((lang) => wordsOf(own, lang))).toEqual([
      'a',
      'b',
      'c',
      'a',
      'a',
    ])
  })
})
