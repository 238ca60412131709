import { describe, expect, test } from 'vitest'
import { cameraFor } from '../../motion/src/person/play-set.ts'
import { fidgeting } from '../../motion/src/person/scenes.ts'
import { shoot } from '../../motion/src/person/shoot.ts'
import { type Counted, counted, played, tracked, wholeOf } from './synthetic-sets.ts'

/** The short form of the bench: one exercise of each kind of movement, one seed; the long form plays them all. */
const KINDS = [
  'wall-angel',
  'breath-with-arm-raise',
  'band-pull-apart',
  'band-row-seated',
  'squat',
  'sit-to-stand',
  'hip-hinge-stick',
  'seated-side-bend',
  'neck-rotation',
  'bridge',
]
const all = counted()
const named = (id: string): Counted => {
  const found = all.find((exercise) => exercise.id === id)
  if (found === undefined) throw new Error(`${id} is not counted`)
  return found
}

describe('synthetic people', () => {
  test('every counted exercise has a figure to play it', () => {
    expect(all.length).toBeGreaterThan(40)
    for (const exercise of all)
      expect(
        played({ ...exercise }, { fps: 2, sight: 'clean', seed: 1, play: { reps: 1 } }),
        exercise.id,
      ).not.toBeNull()
  })

  test.each(KINDS)('%s: counted exactly', (id) => {
    const done = played(named(id), { fps: 15, sight: 'usual', seed: 5 })
    expect(done?.summary.reps.total).toBe(done === null ? Number.NaN : wholeOf(done.set))
  })

  test.each(KINDS)('%s: fidgeting is no repetition', (id) => {
    const { movement } = named(id)
    const { figure } = movement
    if (figure === undefined) throw new Error(`${id} has no figure`)
    const scene = fidgeting({ stance: figure.stance, start: figure.start, seconds: 20, seed: 3 })
    const camera = cameraFor(figure, movement.cameraView ?? 'front')
    expect(tracked(movement, shoot(scene, camera, { noise: 0.006, seed: 2 }, { fps: 10 })).reps.total).toBe(0)
  })
})
