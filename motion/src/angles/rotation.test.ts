import { describe, expect, test } from 'vitest'
import { trunkRotation } from './rotation.ts'
import type { Posture } from '../testing/person.ts'
import { seenAs } from '../testing/read.ts'

const rotation = (posture: Posture, rest: Posture = {}) => {
  const { body, neutral } = seenAs(posture, rest)
  return trunkRotation(body, neutral)
}

describe('trunk rotation', () => {
  test.each([-50, -30, -10, 10, 30, 50])('hands forward, %s degrees', (turn) => {
    const found = rotation({ turn, flexL: 90, flexR: 90 })
    expect(found?.evidence).toBe('hands-forward')
    expect(Math.abs((found?.value ?? 99) - turn)).toBeLessThan(4)
  })

  test.each([-60, -40, 40, 60])('arms down, %s degrees, by the narrowing of the shoulders', (turn) => {
    const found = rotation({ turn })
    expect(found?.evidence).toBe('shoulder-width')
    expect(Math.abs((found?.value ?? 99) - turn)).toBeLessThan(4)
    expect(found?.error).toBe(10)
  })

  test('a small turn rests on depth alone and says that it is weak', () => {
    const found = rotation({ turn: 6 })
    expect(found?.evidence).toBe('depth')
    expect(found?.error).toBeGreaterThan(10)
    expect(Math.abs(found?.value ?? 99)).toBeLessThan(20)
  })

  test('a turn of the whole body is no rotation of the trunk', () => {
    const { body, neutral } = seenAs({ yaw: 30 }, { yaw: 0 })
    expect(Math.abs(trunkRotation(body, neutral)?.value ?? 0)).toBeLessThan(8)
  })

  test('withheld under a side bend, and with arms raised to the sides', () => {
    expect(rotation({ bend: 18 })).toBeNull()
    expect(rotation({ turn: 30, bend: -20 })).toBeNull()
    expect(rotation({ turn: 30, abductL: 90, abductR: 90 })).toBeNull()
  })

  test('a resting lean is the own zero, not a bend', () => {
    expect(rotation({ turn: 40, bend: 8, flexL: 90, flexR: 90 }, { bend: 8 })?.value).toBeGreaterThan(30)
  })

  test('withheld when a shoulder is hidden', () => {
    const { body, neutral } = seenAs({ turn: 30 }, {}, { visibility: { shoulderL: 0.2 } })
    expect(trunkRotation(body, neutral)).toBeNull()
  })
})
