import { startTest } from '@dorsal/motion'
import { describe, expect, it } from 'vitest'
import type { MovementTest } from '../content.ts'
import type { Intake, MovementTestResult } from '../intake/intake.ts'
import { judgedFacts } from './test-facts.ts'

const stands = {
  id: 'stands',
  bands: [
    { fromAge: 18, limitedBelow: 14 },
    { fromAge: 60, sex: 'female', limitedBelow: 12 },
    { fromAge: 60, sex: 'male', limitedBelow: 14 },
  ],
  sideDifference: null,
  error: 1,
} as unknown as MovementTest

const factsAt = (age: number | undefined, sex: string | undefined, over: Partial<MovementTestResult>) => {
  const result: MovementTestResult = { left: null, right: null, source: 'camera', ...over }
  const intake = { goals: [], movementTests: { stands: result } } as unknown as Intake
  const plain = { ...(age === undefined ? {} : { age }), ...(sex === undefined ? {} : { sex }) }
  return judgedFacts(intake, plain, [stands], [])
}

describe('a movement test without sides', () => {
  it.each([
    [13, 59, 'female', true],
    [13, 60, 'female', undefined],
    [13, 60, 'male', true],
    [11, 60, undefined, true],
  ] as const)('%s at %s, %s: limited %s', (value, age, sex, limited) => {
    expect(factsAt(age, sex, { value })['test.stands.limited']).toBe(limited)
  })

  it('is neither limited nor typical where age or the sex that decides is not known', () => {
    for (const facts of [
      factsAt(undefined, 'female', { value: 5 }),
      factsAt(62, undefined, { value: 13 }),
      factsAt(62, 'other', { value: 13 }),
    ]) {
      expect(facts['test.stands.limited']).toBeUndefined()
      expect(facts['test.stands.typical']).toBeUndefined()
    }
  })

  it('without a value says nothing of it', () => {
    const facts = factsAt(62, 'male', { value: null })
    expect(facts['test.stands.limited']).toBeUndefined()
    expect(facts['test.stands.typical']).toBeUndefined()
  })
})

it('a test of the library is what the engine takes', () => {
  const test = {
    ...stands,
    protocol: { kind: 'self', camera: null, sides: 'one', repeats: 1, practice: 0, failIf: [] },
  }
  expect(startTest(test as unknown as MovementTest).stage).toBe('waiting')
})
