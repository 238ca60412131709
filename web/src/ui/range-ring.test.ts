import type { Movement, TrackerEvent } from '@dorsal/motion'
import { describe, expect, it } from 'vitest'
import { reachAfter, ringOf } from './range-ring.ts'

const movement = (signal: string, template = 'cycle') =>
  ({ template, measure: { signal, views: ['front'] } }) as unknown as Movement
const told = (value: number | null, share: number | null) =>
  ({ type: 'range', t: 0, signal: 'shoulder_abduction', value, share }) as TrackerEvent

describe('the ring of the target range', () => {
  it('is the share of what is asked for today, and full at all of it', () => {
    const at = (reach: number, target: number) => ringOf(movement('shoulder_abduction'), reach, target)?.share
    expect(at(0.3, 1)).toBeCloseTo(0.3)
    expect(at(0.3, 0.6)).toBeCloseTo(0.5)
    expect([at(0.7, 0.6), at(1.4, 1), at(-0.2, 1)]).toEqual([1, 1, 0])
  })

  it('is off where the engine withholds the angle, has lost the person, knows no own range, or measures nothing', () => {
    expect(reachAfter(told(40, 0.5), null)).toBe(0.5)
    expect(reachAfter(told(null, null), 0.5)).toBeNull()
    expect(reachAfter(told(40, null), 0.5)).toBeNull()
    expect(reachAfter({ type: 'lost', t: 0 }, 0.5)).toBeNull()
    expect(reachAfter({ type: 'found', t: 0 }, 0.5)).toBe(0.5)
    expect(ringOf(movement('shoulder_abduction'), null, 1)).toBeNull()
    expect(ringOf(movement('shoulder_abduction'), 0.5, undefined)).toBeNull()
    expect(ringOf({ template: 'cycle', measure: null } as unknown as Movement, 0.5, 1)).toBeNull()
  })

  it('stands at the joint that moves, at the trunk for the trunk, and between sides that take turns', () => {
    expect(ringOf(movement('knee_flexion'), 0.5, 1)?.at).toEqual([['kneeL'], ['kneeR']])
    expect(ringOf(movement('hip_flexion', 'alternating'), 0.5, 1)?.at).toEqual([['hipL', 'hipR']])
    expect(ringOf(movement('trunk_axial_rotation', 'alternating'), 0.5, 1)?.at).toEqual([
      ['shoulderL', 'shoulderR'],
    ])
  })
})
