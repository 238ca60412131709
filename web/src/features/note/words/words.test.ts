import { NOTE_SENTENCES, NOTE_WORDS, type Sayings } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { NOTE_ES } from './es.ts'
import { NOTE_PT } from './pt.ts'

const holes = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort()

describe.each<[string, Sayings]>([
  ['Spanish', NOTE_ES],
  ['Portuguese', NOTE_PT],
])('notes in %s', (_, { sentences, words }) => {
  it('have every sentence and word of a note, and no other', () => {
    expect(Object.keys(sentences).sort()).toEqual(Object.keys(NOTE_SENTENCES).sort())
    expect(Object.keys(words).sort()).toEqual([...NOTE_WORDS].sort())
  })

  it('name the same values, and are not left in English', () => {
    for (const [id, english] of Object.entries(NOTE_SENTENCES)) {
      expect([id, ...holes(sentences[id] ?? '')]).toEqual([id, ...holes(english)])
      if (/[a-z]{3}/i.test(english.replaceAll(/\{\w+\}/g, '')))
        expect([id, sentences[id]]).not.toEqual([id, english])
    }
  })
})
