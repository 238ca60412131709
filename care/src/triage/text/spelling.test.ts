import { describe, expect, it } from 'vitest'
import { spellingOf } from './spelling.ts'

const words = new Set([
  'chest',
  'pressure',
  'weakness',
  'vejiga',
  'brazo',
  'peito',
  'numb*',
  'cancer',
  'alive',
])
const mend = (word: string, lang = 'en') =>
  spellingOf(words, new Set(['cancel']), new Map([['xq', 'porque']]), lang).mend(word)

describe('a mistyped word', () => {
  it.each([
    ['chset', 'chest'],
    ['presure', 'pressure'],
    ['pressurre', 'pressure'],
    ['weakmess', 'weakness'],
    ['alvie', 'alive'],
    ['peiot', 'peito'],
    ['xq', 'porque'],
  ])('%s is read as %s', (typed, meant) => {
    expect(mend(typed)).toBe(meant)
  })

  it('is read by ear in Spanish', () => {
    expect(mend('begiga', 'es')).toBe('vejiga')
    expect(mend('vrazo', 'es')).toBe('brazo')
  })

  it.each(['cancel', 'numbing', 'test', 'quest', 'crest', 'pan'])('%s stays', (word) => {
    expect(mend(word)).toBe(word)
  })
})
