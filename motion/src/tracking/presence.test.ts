import { describe, expect, test } from 'vitest'
import type { Movement } from '../movement.ts'
import type { Landmark } from '../pose.ts'
import { MOVEMENTS, rule } from '../testing/movements.ts'
import { film, type Sketch as Posture, repetitions } from '../person/film.ts'
import { only, track } from '../testing/track.ts'

/** Out of the picture for 0.3 s of each second: longer than is bridged, shorter than any clock of its own would notice. */
const flickering = (posture: Posture) => (t: number) => (t > 2 && t % 1 < 0.3 ? null : posture)

describe('what nobody saw', () => {
  test('is no holding', () => {
    const raised = { yaw: 90, flexR: 100, flexL: 100 }
    const steady = track(
      MOVEMENTS.armHold,
      film(12, 30, () => raised),
    ).summary.holdSeconds
    const broken = track(MOVEMENTS.armHold, film(12, 30, flickering(raised))).summary.holdSeconds
    expect(steady).toBeGreaterThan(11)
    // Two whole seconds, and of each later one what is left after 0.3 s unseen and 0.2 s until somebody is found again.
    expect(broken).toBeGreaterThan(5)
    expect(broken).toBeLessThan(7.5)
  })

  test('is no holding either where the person is seen and the arm is not', () => {
    const movement: Movement = { ...MOVEMENTS.armHold, needs: ['shoulders', 'hips'] }
    const ARMS = [13, 14, 15, 16]
    const frames = film(12, 30, () => ({ yaw: 90, flexR: 100, flexL: 100 })).map((frame) => {
      const hidden = frame.t > 2 && frame.t % 1 < 0.4
      if (!hidden || frame.image === null) return frame
      return {
        ...frame,
        image: Array.from(frame.image, (value, i) => (i % 4 === 3 && ARMS.includes((i - 3) / 4) ? 0 : value)),
      }
    })
    const held = track(movement, frames).summary.holdSeconds
    // Two whole seconds, and six tenths of each of the ten later ones: nothing bridges four tenths unseen.
    expect(held).toBeGreaterThan(6.5)
    expect(held).toBeLessThan(8.5)
  })

  test('is no evidence of a fault', () => {
    const leaning = rule({ seconds: 0.5 })
    const movement: Movement = { ...MOVEMENTS.stillness, faults: [leaning] }
    const faultsOf = (posture: (t: number) => Posture | null) =>
      track(movement, film(5, 30, posture)).summary.faults
    // Upright first, so that leaning is not how this person stands.
    const leans = (t: number): Posture => ({ bend: t < 2 ? 0 : 25 })
    expect(faultsOf(leans)).toMatchObject([{ id: leaning.id, count: 1 }])
    expect(faultsOf((t) => (t > 2 && t % 1 < 0.3 ? null : leans(t)))).toEqual([])
  })
})

test('nobody is corrected while somebody else is about', () => {
  const movement: Movement = { ...MOVEMENTS.stillness, faults: [rule({ seconds: 0.5 })] }
  const leaning = film(8, 15, (t) => ({ bend: t < 2 ? 0 : 25 }))
  const faultsWith = (people: (t: number) => number) =>
    only(
      track(
        movement,
        leaning.map((frame) => ({ ...frame, people: people(frame.t) })),
      ).events,
      'fault',
    )
  expect(faultsWith(() => 1)).not.toEqual([])
  expect(faultsWith((t) => (t > 1 ? 2 : 1))).toEqual([])
  // Who is alone again is corrected again.
  expect(faultsWith((t) => (t > 1 && t < 4 ? 2 : 1)).map(({ t }) => t >= 4)).toContain(true)
})

describe('a part that the exercise needs', () => {
  const HEAD: Landmark[] = [
    'nose',
    'earL',
    'earR',
    'eyeL',
    'eyeR',
    'eyeInnerL',
    'eyeInnerR',
    'eyeOuterL',
    'eyeOuterR',
  ]
  const hidden = Object.fromEntries(HEAD.map((name) => [name, 0]))
  const squats = film(13, 30, (t) => ({ yaw: 90, knee: 90 * repetitions(t, 3, 3) }), { visibility: hidden })
  const movement: Movement = { ...MOVEMENTS.squat, needs: ['hips', 'knees', 'feet', 'head'] }

  test('and that is not seen: nothing is counted, though the signal could be read', () => {
    const { events, summary } = track(movement, squats)
    expect([summary.reps.total, only(events, 'found'), summary.seenShare]).toEqual([0, [], 0])
    expect(track(MOVEMENTS.squat, squats).summary.reps.total).toBe(3)
  })
})

describe('somebody who comes after a while', () => {
  test('is seen as they stand, not as the one before stood', () => {
    const frames = film(14, 30, (t) =>
      t < 3 ? { yaw: 90 } : t < 9 ? null : { bend: 20 * repetitions(t, 1, 3, 9.3) },
    )
    const { events } = track(MOVEMENTS.sideBend, frames)
    const found = only(events, 'found').map(({ t }) => t)
    expect(found).toHaveLength(1)
    // Found as soon as seen clearly: no time is spent on unlearning the other view.
    expect(found[0]).toBeLessThan(9.5)
  })
})
