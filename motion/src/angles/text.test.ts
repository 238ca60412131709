import { describe, expect, test } from 'vitest'
import { type AngleSignal, SIGNALS, type TrendSignal } from './angles.ts'
import type { Signal } from '../movement.ts'
import { angleText, rangeText, trendChange } from './text.ts'

const TRENDS = [
  'thoracic_extension_proxy',
  'quad_trunk_curve',
  'scapular_retraction_proxy',
  'shrug_index',
  'head_forward_angle',
  'arm_straight_press',
  'rounded_shoulder_offset',
  'upper_body_turn',
  'face_turn',
  'arm_opening',
] as const satisfies TrendSignal[]

describe('a stand-in is never an angle', () => {
  test('the stand-ins are the trends of the table, and no others', () => {
    const found = Object.keys(SIGNALS).filter((name) => SIGNALS[name as Signal].kind === 'trend')
    expect(found.toSorted()).toEqual([...TRENDS].toSorted())
  })

  test.each(TRENDS)('%s is refused as an angle, by the compiler and when it runs', (trend) => {
    // @ts-expect-error a trend cannot be written as an angle
    const refused: AngleSignal = trend
    expect(() => angleText(refused, 12, 3)).toThrow(RangeError)
    for (const unit of ['deg', '°', 'ratio'])
      expect(rangeText({ signal: trend, unit, error: 3 }, 12)).toBeNull()
  })

  test('nor is a ratio or a rate', () => {
    // @ts-expect-error a ratio is no angle
    expect(() => angleText('hip_height_cycle', 1, 0.1)).toThrow(RangeError)
    // @ts-expect-error a rate is no angle
    expect(() => angleText('step_cadence', 90, 4)).toThrow(RangeError)
  })

  test('an angle comes with its error', () => {
    expect(angleText('trunk_axial_rotation', 41.6, 9.8)).toBe('42° ± 10°')
    expect(angleText('hip_flexion', -0.2, 8)).toBe('0° ± 8°')
    expect(angleText('hip_flexion', Number.NaN, 8)).toBe('–')
  })

  test('a measured range is written in its own unit', () => {
    expect(rangeText({ signal: 'knee_flexion', unit: 'deg', error: 6 }, 80.4)).toBe('80° ± 6°')
    expect(rangeText({ signal: 'hip_height_cycle', unit: 'ratio', error: 0.08 }, 0.713)).toBe('0.71 ± 0.08')
    expect(rangeText({ signal: 'knee_flexion', unit: 'deg', error: 6 }, null)).toBeNull()
  })

  test('a trend is told as change against oneself', () => {
    expect(trendChange('thoracic_extension_proxy', 2, 12)).toEqual({ way: 'more', times: 2.5 })
    expect(trendChange('shrug_index', 1, 0.8)).toMatchObject({ way: 'less' })
    expect(trendChange('head_forward_angle', 50, 52)).toMatchObject({ way: 'same' })
    expect(trendChange('head_forward_angle', Number.NaN, 52)).toBeNull()
    // @ts-expect-error an angle is no trend
    expect(() => trendChange('knee_flexion', 1, 2)).toThrow(RangeError)
  })
})
