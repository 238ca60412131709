import { describe, expect, test } from 'vitest'
import { SpeedReader } from './speed.ts'

const fastest = (value: (t: number) => number, fps = 30, seconds = 2): number => {
  const reader = new SpeedReader()
  let most = 0
  for (let i = 0; i < seconds * fps; i++)
    most = Math.max(most, Math.abs(reader.next('knee_flexion', value(i / fps), i / fps)))
  return most
}

describe('the speed of a signal', () => {
  test.each([10, 15, 30, 60])('is that of the movement at %s frames a second', (fps) => {
    expect(fastest((t) => 40 * t, fps)).toBeCloseTo(40, 3)
    const reach = (t: number) => 45 * (1 - Math.cos((Math.PI * Math.min(t, 1)) / 1))
    expect(fastest(reach, fps)).toBeGreaterThan(0.8 * 45 * Math.PI)
  })

  test('does not know a value that jumps for one frame, or once to another level', () => {
    expect(fastest((t) => (Math.abs(t - 1) < 0.01 ? 60 : 0))).toBe(0)
    expect(fastest((t) => (t < 1 ? 0 : 60))).toBe(0)
  })

  test('begins anew after a gap, and passes over what is withheld', () => {
    const reader = new SpeedReader()
    for (let i = 0; i < 9; i++) reader.next('knee_flexion', 10 * i, i / 30)
    expect(reader.next('knee_flexion', Number.NaN, 0.3)).toBe(0)
    expect(reader.next('knee_flexion', 500, 2)).toBe(0)
    expect(reader.next('knee_flexion', 500, 2)).toBe(0)
  })
})
