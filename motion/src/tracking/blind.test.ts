import { describe, expect, test } from 'vitest'
import type { Movement } from '../movement.ts'
import type { Frame } from '../pose.ts'
import { film, repetitions } from '../person/film.ts'
import { MOVEMENTS, rule } from '../testing/movements.ts'
import { only, track } from '../testing/track.ts'

/** Arms up in one repetition from second 2 on; away or unseen in `gap`. */
const raised = (fps: number, gap: readonly [number, number] | null) =>
  film(8, fps, (t) => {
    if (gap !== null && t > gap[0] && t < gap[1]) return null
    const out = 4 + 120 * repetitions(t, 1, 4)
    return { abductL: out, abductR: out }
  })

describe('what goes on while nobody is seen', () => {
  test('is no part of a repetition, at a usual camera', () => {
    expect(track(MOVEMENTS.abduction, raised(30, null)).summary.reps.total).toBe(1)
    const { events, summary } = track(MOVEMENTS.abduction, raised(30, [3.4, 3.9]))
    expect([summary.reps.total, only(events, 'lost').length]).toEqual([0, 1])
  })

  test('is bridged for six tenths of a second at the most, however slow the camera', () => {
    const lostFor = (gap: readonly [number, number]) =>
      only(track(MOVEMENTS.abduction, raised(5, gap)).events, 'lost').length
    expect(lostFor([3.5, 3.7])).toBe(0)
    expect(lostFor([3.5, 4.1])).toBe(1)
  })
})

test('a fault from the wrong view is judged with measured depth only, never with that of a model', () => {
  const leans = film(8, 30, (t) => ({ yaw: 90, lean: t < 3 ? 0 : 30 }))
  const movement: Movement = {
    ...MOVEMENTS.stillness,
    faults: [rule({ signal: 'trunk_inclination', when: 'above', threshold: 12, views: ['front'] })],
  }
  const faultsBy = (depth: NonNullable<Frame['depth']>) =>
    track(
      movement,
      leans.map((frame) => ({ ...frame, depth })),
    ).summary.faults.length
  expect([faultsBy('model'), faultsBy('sensor')]).toEqual([0, 1])
})
