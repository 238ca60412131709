import { describe, expect, it } from 'vitest'
import type { TextModel } from '../red-flag.ts'
import { bytesOf, judge } from './classifier.ts'
import { featuresOf } from './features.ts'
import { readText } from './grammar.ts'

const features = (text: string) => featuresOf(readText(text, { patterns: [], concepts: [] }, 'en').reading)
const bits = 6

function model(weight: number, bias: number): TextModel {
  const weights = Buffer.from(new Int8Array(2 ** bits).fill(weight).buffer).toString('base64')
  const head = (name: string, more: number) => ({
    name,
    sees: 'words' as const,
    bits,
    bias: bias + more,
    scale: 0.01,
    weights,
  })
  return {
    version: '1',
    heads: [head('flag', 0), head('emergency', -1), head('a', 0), head('b', 1)],
    ask: 0.5,
    askEmergency: 0.5,
    level: 0.9,
    sure: 0.5,
    asks: { a: ['RF01'], b: ['RF02'] },
  }
}

describe('the classifier', () => {
  it('reads signed bytes as they were written', () => {
    for (const bytes of [[], [0], [-128, 127], [-1, 1, 2], [5, -5, 100, -100]])
      expect([...bytesOf(Buffer.from(Int8Array.from(bytes).buffer).toString('base64'))]).toEqual(bytes)
  })

  it('is surer with greater weights, and names the likeliest group first', () => {
    const [low, high] = [
      judge(model(-20, 0), features('my chest')),
      judge(model(100, 0), features('my chest')),
    ]
    expect(low.flag).toBeLessThan(0.5)
    expect(high.flag).toBeGreaterThan(0.6)
    expect(high.emergency).toBeLessThan(high.flag)
    expect(high.groups.map(([name]) => name)).toEqual(['b', 'a'])
  })

  it('sees the same text the same way, and another one differently', () => {
    expect(features('my chest hurts')).toEqual(features('my chest hurts'))
    expect([...features('my chest hurts').words.hashes]).not.toEqual([
      ...features('my back hurts').words.hashes,
    ])
    const all = features('one two three').words.values
    expect(all.every((value) => value > 0 && value <= 1.5)).toBe(true)
  })
})
