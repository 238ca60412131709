import { describe, expect, test } from 'vitest'
import { SLOT_RATE, Slots, WINDOW } from './slots.ts'

const filled = (slots: Slots, of: (t: number) => number, from: number, to: number, fps: number): Slots => {
  for (let i = Math.round(from * fps); i < to * fps; i++) slots.push(of(i / fps), i / fps)
  return slots
}

describe('the last minute at an even rate', () => {
  test('is the same from 10 and from 60 frames a second', () => {
    const of = (t: number): number => 3 * t
    const [slow, fast] = [10, 60].map((fps) => filled(new Slots(), of, 0, 20, fps).values())
    expect(slow).toHaveLength(20 * SLOT_RATE - 1)
    fast?.forEach((value, i) => expect(value).toBeCloseTo(slow?.[i] ?? 99, 0))
  })

  test('keeps no more than its window, and the newest of it', () => {
    const values = filled(new Slots(), (t) => t, 0, 200, 10).values()
    expect(values).toHaveLength(WINDOW * SLOT_RATE)
    expect(values.at(-1)).toBeCloseTo(199.6, 0)
    expect(values[0]).toBeCloseTo(199.6 - WINDOW, 0)
  })

  test('bridges a gap of a second in a straight line', () => {
    const slots = filled(new Slots(), (t) => t, 0, 5, 20)
    const values = filled(slots, (t) => t, 6, 10, 20).values()
    expect(values).toHaveLength(10 * SLOT_RATE - 1)
    values.forEach((value, i) => expect(value).toBeCloseTo((i + 0.5) / SLOT_RATE, 0))
  })

  test('drops the past after a longer one', () => {
    const slots = filled(new Slots(), (t) => t, 0, 5, 20)
    expect(filled(slots, (t) => t, 8, 10, 20).length).toBeLessThan(2 * SLOT_RATE + 1)
  })

  test('takes no missing values and no time that runs backwards', () => {
    const slots = filled(new Slots(), () => 1, 0, 3, 20)
    const before = slots.values()
    slots.push(Number.NaN, 3.1)
    slots.push(99, 1)
    expect(slots.values()).toEqual(before)
  })
})
