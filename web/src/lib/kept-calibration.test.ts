import type { Calibration, Movement } from '@dorsal/motion'
import { expect, it } from 'vitest'
import { keepCalibration, knownCalibration, samePerson } from './kept-calibration.ts'

const movement = (signal: 'hip_height_cycle' | 'shoulder_abduction'): Movement => ({
  template: 'cycle',
  cameraView: 'front',
  needs: [],
  count: { signal, views: ['front'], direction: 1, minRange: 10 },
  measure: null,
  hold: null,
  faults: [],
})

const learnt = (arm: number | null, shoulderWidth: number | null): Calibration => ({
  version: 1,
  mirrored: false,
  neutral: {
    shoulderWidth,
    hipWidth: null,
    arm,
    earHeight: null,
    lean: null,
    hipX: null,
    hipY: null,
    shoulderYaw: null,
    hipYaw: null,
    view: 'front',
    resting: {},
    pose: [],
  },
  ranges: { shoulder_abduction: { left: 90, right: null, both: null } },
})

it('is kept for the movements that it was learnt with, and no others', async () => {
  await keepCalibration(movement('shoulder_abduction'), learnt(1.1, 0.7))
  expect(await knownCalibration(movement('shoulder_abduction'))).toEqual(learnt(1.1, 0.7))
  expect(await knownCalibration(movement('hip_height_cycle'))).toBeNull()
})

it.each([
  ['the same', learnt(1.1, 0.7), true],
  ['a little otherwise dressed', learnt(1.15, 0.66), true],
  ['broader shoulders', learnt(1.1, 0.85), false],
  ['longer arms', learnt(1.4, 0.7), false],
  ['nothing seen of it', learnt(null, null), true],
  ['nobody seen yet', null, true],
])('belongs to the person: %s', (_what, now, same) => {
  expect(samePerson(learnt(1.1, 0.7), now)).toBe(same)
})
