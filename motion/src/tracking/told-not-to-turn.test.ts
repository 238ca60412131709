import { expect, test } from 'vitest'
import type { Movement } from '../movement.ts'
import { film } from '../person/film.ts'
import { MOVEMENTS, rule } from '../testing/movements.ts'
import { track } from '../testing/track.ts'

test('who turns where the trunk is to stay is told that, and not that they stand wrongly', () => {
  const movement: Movement = {
    ...MOVEMENTS.stillness,
    faults: [
      rule({
        signal: 'trunk_axial_rotation',
        when: 'aboveAbs',
        threshold: 22,
        seconds: 2,
        views: ['front'],
      }),
    ],
  }
  const turns = film(8, 30, (t) => ({ turn: t > 3 ? 50 : 0, yaw: t > 3 ? 12 : 0 }))
  expect(track(movement, turns).summary.faults).toHaveLength(1)
})
