import { describe, expect, test } from 'vitest'
import { postureAt } from '../person/posture.ts'
import type { Stance } from '../person/figure.ts'
import { cameraFor } from '../person/play-set.ts'
import { drinking, fidgeting, scratching, sittingDown, walkingInAndOut } from '../person/scenes.ts'
import { type Scene, shoot } from '../person/shoot.ts'
import type { Movement } from '../movement.ts'
import type { Frame, View } from '../pose.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { film, type Sketch as Posture, repetitions } from '../person/film.ts'
import { track } from '../testing/track.ts'

const FIGURE = {
  stance: 'standing' as Stance,
  start: {},
  end: { armL: { abduction: 90 }, armR: { abduction: 90 } },
}

const shot = (scene: Scene, view: View, fps: number): Frame[] =>
  shoot(scene, cameraFor(FIGURE, view), { noise: 0.004 }, { fps })

/** The movements with the smallest ranges that the library asks for. */
const LEAST = { squat: 0.12, abduction: 30, flexion: 30, sideBend: 10, rotation: 18, neckTurn: 24 } as const

/** Repetitions of any kind, by movement, in what is no exercise. */
function counted(frames: readonly Frame[]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(LEAST).map(([name, minRange]) => {
      const movement: Movement = MOVEMENTS[name as keyof typeof LEAST]
      const count = movement.count === null ? null : { ...movement.count, minRange }
      return [name, track({ ...movement, count }, frames).summary.reps.total]
    }),
  )
}
const NOTHING = Object.fromEntries(Object.keys(LEAST).map((name) => [name, 0]))

const START = postureAt(FIGURE, 0)

describe('what people do between exercises', () => {
  test.each<[string, () => Scene]>([
    ['a drink from a cup', () => drinking({ stance: 'standing', start: START })],
    ['scratching the head', () => scratching({ stance: 'standing', start: START })],
    ['a minute of fidgeting', () => fidgeting({ stance: 'standing', start: START })],
    ['sitting down', () => sittingDown()],
    ['getting up', () => sittingDown(30, true)],
    ['walking in and out', () => walkingInAndOut(45)],
  ])('%s counts as nothing', (_what, scene) => {
    for (const view of ['front', 'side'] as const)
      expect([view, counted(shot(scene(), view, 15))]).toEqual([view, NOTHING])
  })

  test('kneading and rocking count as nothing', () => {
    const kneads = (t: number): Posture => ({
      abductL: 12 + 8 * Math.sin(7 * t),
      abductR: 12 + 8 * Math.sin(7 * t + 1),
      bend: 3 * Math.sin(5 * t),
      turn: 4 * Math.sin(6 * t),
      knee: 5 + 5 * Math.sin(8 * t),
    })
    expect(counted(film(60, 15, kneads))).toEqual(NOTHING)
  })
})

describe('a hand at the face', () => {
  const raised =
    (hands: boolean) =>
    (t: number): Posture => ({
      abductL: 5 + 90 * repetitions(t, 2, 3),
      abductR: 5 + (hands ? 90 : 0) * repetitions(t, 2, 3),
    })

  test('takes its own side out only while it is there', () => {
    const one = track(MOVEMENTS.abduction, film(10, 30, raised(false))).summary
    expect([one.reps.left, one.reps.right]).toEqual([2, 0])
    const both = track(MOVEMENTS.abduction, film(10, 30, raised(true))).summary
    expect(both.repetitions.map(({ side }) => side)).toEqual(['both', 'both'])
  })
})
