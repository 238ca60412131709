import type { MeasuredRange } from '@dorsal/motion'
import { describe, expect, it } from 'vitest'
import { sidesTried } from './range-line.tsx'

const turned = (left: number | null, right: number | null): MeasuredRange => ({
  signal: 'trunk_axial_rotation',
  unit: 'deg',
  best: Math.max(left ?? 0, right ?? 0),
  left,
  right,
  error: 9,
})

describe('the range while a set goes on', () => {
  it('leaves out a side to which nobody has moved yet', () => {
    expect(sidesTried(turned(29, 0))).toMatchObject({ left: 29, right: null })
    expect(sidesTried(turned(4, 31))).toMatchObject({ left: null, right: 31 })
  })

  it('keeps a small movement', () => {
    expect(sidesTried(turned(29, 6))).toMatchObject({ left: 29, right: 6 })
    expect(sidesTried(turned(null, 12))).toMatchObject({ left: null, right: 12 })
  })
})
