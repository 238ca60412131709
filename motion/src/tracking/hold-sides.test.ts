import { expect, test } from 'vitest'
import type { Movement } from '../movement.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { film } from '../person/film.ts'
import { track } from '../testing/track.ts'

const STRETCH: Movement = {
  ...MOVEMENTS.armHold,
  cameraView: 'front',
  needs: ['head', 'shoulders'],
  hold: { signal: 'neck_lateral_flexion', views: ['front'], min: 12, max: 60 },
  measure: null,
}

test.each([
  ['left', 25, 6],
  ['right', -25, 6],
  ['neither', 0, 0],
])('a stretch of the neck is held to the %s', (_side, bend, seconds) => {
  const frames = film(8, 30, (t) => ({ headBend: t < 2 ? 0 : bend }))
  const held = track(STRETCH, frames).summary.holdSeconds
  expect(Math.abs(held - seconds)).toBeLessThan(0.6)
})
