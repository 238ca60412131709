import { describe, expect, it } from 'vitest'
import { mendedText, plainText } from './normal-text.ts'

describe('a text made even', () => {
  it.each([
    ['I CAN’T  Breathe', "i can't breathe"],
    ['soooo tight', 'so tight'],
    ['dou\u0308leur\u200b', 'douleur'],
    ['one\n\ntwo', 'one\n\ntwo'],
    ['ﬁne', 'fine'],
  ])('%j becomes %j', (written, even) => {
    expect(plainText(written).text).toBe(even)
  })

  it.each([
    ['cheast pian', 'chest pain'],
    ['cant breethe', "can't breathe"],
    ['I am unable to walk', "i can't walk"],
    ['not able to pee', "can't pee"],
    ['c-h-e-s-t', 'chest'],
    ['a quest in the west', 'a quest in the west'],
  ])('%j is mended to %j', (written, mended) => {
    expect(mendedText(plainText(written)).text).toBe(mended)
  })

  it('keeps the way back to what was written', () => {
    const written = 'Ó  I am  unable to waaaalk'
    const { text, starts, ends } = mendedText(plainText(written))
    expect(text).toBe("o i can't walk")
    expect([starts.length, ends.length]).toEqual([text.length, text.length])
    const at = text.indexOf("can't")
    expect(written.slice(starts[at], ends[at + 4])).toBe('am  unable to')
    expect(written.slice(starts[text.length - 4], ends[text.length - 1])).toBe('waaaalk')
  })
})
