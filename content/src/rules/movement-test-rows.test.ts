/** What a movement test is measured against and when it is due again, written down once more by hand from its sources. */
import { describe, expect, it } from 'vitest'
import { content } from './people.ts'

const MONTHLY = [0, 4, 8, 12]
const WEEKS: Readonly<Record<string, readonly number[]>> = {
  'breathing-pattern': MONTHLY,
  'breathing-rate': MONTHLY,
  'chair-stand-30s': MONTHLY,
  extension: MONTHLY,
  flexion: MONTHLY,
  'head-forward': MONTHLY,
  'hip-hinge': MONTHLY,
  'lateral-flexion': MONTHLY,
  'lumbar-locked-rotation': MONTHLY,
  'neck-rotation': MONTHLY,
  'occiput-wall': [0, 12],
  'prone-endurance': [4, 8, 12],
  'rounded-shoulder': MONTHLY,
  'scapular-hold': MONTHLY,
  'seated-rotation': [0, 2, 4, 6, 8, 12],
  'shoulder-flexion': MONTHLY,
  'wall-angel': MONTHLY,
}

/** Chair stands in 30 s below which a person of this age is below average: women, men (CDC STEADI). */
const STANDS: readonly [age: number, women: number, men: number][] = [
  [60, 12, 14],
  [65, 11, 12],
  [70, 10, 12],
  [75, 10, 11],
  [80, 9, 10],
  [85, 8, 8],
  [90, 4, 7],
]

const test = (id: string) => content.movementTests.find((one) => one.id === id)

describe('movement tests', () => {
  it('are due again in the weeks that are written here, all of them', () => {
    const found = content.movementTests.map(({ id, protocol }) => [id, protocol.scheduleWeeks])
    expect(Object.fromEntries(found)).toEqual(WEEKS)
  })

  it('count chair stands against the numbers for age and sex', () => {
    const bands = (sex: 'female' | 'male') =>
      (test('chair-stand-30s')?.bands ?? [])
        .filter((band) => band.sex === sex)
        .map(({ fromAge, limitedBelow }) => [fromAge, limitedBelow])
    expect(bands('female')).toEqual(STANDS.map(([age, women]) => [age, women]))
    expect(bands('male')).toEqual(STANDS.map(([age, , men]) => [age, men]))
  })

  it('know the compensations that spoil them', () => {
    const rules = (id: string) => test(id)?.protocol.failIf.map((rule) => rule.id)
    expect(rules('seated-rotation')).toContain('leaning')
    expect(rules('lateral-flexion')).toContain('knee-bends')
  })
})
