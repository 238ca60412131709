import { describe, expect, test } from 'vitest'
import { type Reading, SIGNALS } from '../angles/angles.ts'
import { Lanes } from '../repetition/lanes.ts'
import { HiddenLimb } from './hidden-limb.ts'

const FPS = 20
/** A leg lowered from 90 degrees and brought back, once, from `from` seconds on. */
const lowered = (t: number, from: number, by = 60): number =>
  90 - by * Math.sin(Math.PI * Math.min(1, Math.max(0, (t - from) / 3))) ** 2

/** Lowers the left leg at 2 seconds and the right one at 7; the right is seen where `seen` says so. */
function counted(seen: (right: number, t: number) => boolean, by = 60): string[] {
  const lanes = new Lanes(
    { signal: 'leg_lower_angle', views: ['side'], direction: -1, minRange: 18 },
    SIGNALS.leg_lower_angle,
    true,
  )
  const hidden = new HiddenLimb()
  const sides: string[] = []
  for (let t = 0; t < 12; t += 1 / FPS) {
    const right = lowered(t, 7, by)
    const reading: Reading = {
      value: 0,
      left: lowered(t, 2),
      right: seen(right, t) ? right : Number.NaN,
      error: null,
    }
    for (const told of lanes.next(hidden.complete(reading, lanes, t), t)) sides.push(told.side)
  }
  return sides
}

describe('a limb behind the other one', () => {
  test('is counted though it is seen only while it is out', () => {
    expect(counted(() => true)).toEqual(['left', 'right'])
    expect(counted((right) => right < 70)).toEqual(['left', 'right'])
  })

  test('that goes behind the other one before its way back is seen has come back', () => {
    expect(counted((right, t) => right < 75 && t < 8.6, 30)).toEqual(['left', 'right'])
  })

  test('that is lost far out is not taken to have come back', () => {
    expect(counted((right, t) => right < 70 && t < 8.6)).toEqual(['left'])
    expect(counted((right, t) => (right < 70 && t < 8.6) || (t > 9.2 && right < 60))).toEqual([
      'left',
      'right',
    ])
  })

  test('that is never seen counts as nothing', () => {
    expect(counted(() => false)).toEqual(['left'])
  })
})
