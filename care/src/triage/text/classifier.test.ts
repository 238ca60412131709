import { describe, expect, it } from 'vitest'
import type { TextModel } from '../red-flag.ts'
import { bytesOf, halvesOf, hears, judge } from './classifier.ts'
import { featuresOf } from './features.ts'
import { readText } from './grammar.ts'

const features = (text: string) => featuresOf(readText(text, { patterns: [], concepts: [] }, 'en').reading)
const packed = (bytes: readonly number[]) => Buffer.from(Int8Array.from(bytes).buffer).toString('base64')
const [bits, width] = [6, 2]

/** Every feature weighs the same; of two hidden values the first speaks for the classes and the emergency as `out` says. */
function model(weight: number, out: readonly number[], common: readonly number[] = [-1, -1]): TextModel {
  return {
    version: '1',
    bits,
    width,
    classes: ['a', 'b', 'calm'],
    common: packed(common),
    embedding: {
      scale: 0.1,
      weights: packed(Array.from({ length: 2 ** bits }, () => (weight & 15) | (weight << 4))),
    },
    bias: [0, -1000],
    out: { scale: 0.01, weights: packed(out.flatMap((value) => [value, 127])) },
    outBias: [0, 0.1, 0, -1],
    ask: 0.5,
    askEmergency: 0.5,
    askSelfHarm: 0.5,
    level: 0.9,
    sure: 0.5,
    sureEmergency: 0.5,
    asks: { a: ['RF01'], b: ['RF02'] },
  }
}

describe('the classifier', () => {
  it('reads signed bytes as they were written', () => {
    for (const bytes of [[], [0], [-128, 127], [-1, 1, 2], [5, -5, 100, -100]])
      expect([...bytesOf(packed(bytes))]).toEqual(bytes)
  })

  it('reads half bytes, the lower first', () => {
    expect([...halvesOf(Int8Array.from([0x21, -1, 0x7f, -128]))]).toEqual([1, 2, -1, -1, -1, 7, 0, -8])
  })

  it('hears only what is marked as common', () => {
    const common = Int8Array.from([0, -128])
    expect([7, 14, 15, 31, 16].map((hash) => hears(common, hash))).toEqual([false, false, true, true, false])
    const deaf = judge(model(7, [100, 0, 0, 100], [0, 0]), features('my chest'))
    expect(deaf).toEqual(judge(model(0, [100, 0, 0, 100]), features('my chest')))
  })

  it('shares certainty out among dangers and harmless kinds, and names the likeliest group first', () => {
    const none = judge(model(0, [0, 0, 0, 0]), features('my chest'))
    expect(none.groups.map(([name]) => name)).toEqual(['b', 'a'])
    expect(none.flag).toBeCloseTo((1 + Math.exp(0.1)) / (2 + Math.exp(0.1)), 6)
    expect(none.emergency).toBeCloseTo(1 / (1 + Math.E), 6)
  })

  it('is surer with greater weights, of a danger as of none', () => {
    const of = (weight: number, out: readonly number[]) => judge(model(weight, out), features('my chest'))
    const [faint, strong] = [of(1, [100, 0, 0, 50]), of(7, [100, 0, 0, 50])]
    expect(strong.flag).toBeGreaterThan(faint.flag)
    expect(strong.emergency).toBeGreaterThan(faint.emergency)
    expect(strong.groups[0]?.[0]).toBe('a')
    expect(of(7, [0, 0, 100, 0]).flag).toBeLessThan(of(1, [0, 0, 100, 0]).flag)
  })

  it('hears nothing from what is below zero', () => {
    expect(judge(model(-7, [100, 0, 0, 100]), features('my chest'))).toEqual(
      judge(model(0, [100, 0, 0, 100]), features('my chest')),
    )
  })

  it('sees the same text the same way, and another one differently', () => {
    expect(features('my chest hurts')).toEqual(features('my chest hurts'))
    expect([...features('my chest hurts').hashes]).not.toEqual([...features('my back hurts').hashes])
    const all = features('one two three').values
    expect(all.every((value) => value > 0 && value <= 1.5)).toBe(true)
  })
})
