import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainWords, slipsBetween, slipsForgiven } from './near.ts'

describe('words', () => {
  it.each([
    ['Crédito & Saúde, S.A.', ['credito', 'saude', 's', 'a']],
    ['Österreichische Straße', ['osterreichische', 'strasse']],
    ['Łódź Ørsted Æther', ['lodz', 'orsted', 'aether']],
    ['ＢＬＵＥ  Cross', ['blue', 'cross']],
    ['—', []],
  ])('of %s are compared without accents, capitals and signs', (text, words) => {
    expect(plainWords(text)).toEqual(words)
  })

  it('stay as they are the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const words = plainWords(text)
        expect(plainWords(words.join(' '))).toEqual(words)
      }),
    )
  })
})

describe('slips', () => {
  it.each([
    ['stretch', 'strecth', 1, 1],
    ['stretch', 'strech', 1, 1],
    ['stretch', 'stretchy', 1, 1],
    ['stretch', 'strexxh', 1, 2],
    ['stretch', 'strexxh', 3, 2],
    ['stretch', 'stre', 2, 3],
    ['', 'a', 1, 1],
    ['ca', 'abc', 5, 3],
  ])('between %s and %s, up to %i: %i', (a, b, limit, expected) => {
    expect(slipsBetween(a, b, limit)).toBe(expected)
  })

  /** The same by its definition, slowly and without a limit. */
  function slowly(a: string, b: string): number {
    const known = new Map<string, number>()
    const d = (i: number, j: number): number => {
      const key = `${i} ${j}`
      const before = known.get(key)
      if (before !== undefined) return before
      const ways = [i === 0 && j === 0 ? 0 : Number.POSITIVE_INFINITY]
      if (i > 0) ways.push(d(i - 1, j) + 1)
      if (j > 0) ways.push(d(i, j - 1) + 1)
      if (i > 0 && j > 0) ways.push(d(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(d(i - 2, j - 2) + 1)
      known.set(key, Math.min(...ways))
      return Math.min(...ways)
    }
    return d(a.length, b.length)
  }

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 })
  it('are as many as by the definition, from either side, and never more than are asked about', () => {
    fc.assert(
      fc.property(word, word, fc.nat(6), (a, b, limit) => {
        expect(slipsBetween(a, b, limit)).toBe(Math.min(slowly(a, b), limit + 1))
        expect(slipsBetween(b, a, limit)).toBe(slipsBetween(a, b, limit))
      }),
    )
  })

  it('are forgiven in words that are long enough', () => {
    expect(['abc', 'abcd', 'abcdefg', 'abcdefgh'].map(slipsForgiven)).toEqual([0, 1, 1, 2])
  })
})
