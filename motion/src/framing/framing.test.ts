import { describe, expect, test } from 'vitest'
import type { FramingHelp } from '../events.ts'
import type { Movement } from '../movement.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { film, type Posture, type Shot } from '../testing/person.ts'
import { only, track } from '../testing/track.ts'

/** The sentences said while somebody stands so for three seconds. */
const said = (
  movement: Movement,
  posture: (t: number) => Posture | null,
  shot: Shot = {},
  seconds = 3,
): FramingHelp[] =>
  only(track(movement, film(seconds, 30, posture, shot)).events, 'framing').map((event) => event.framing.help)

describe('framing help', () => {
  test.each<[FramingHelp, Movement, Posture | null, Shot]>([
    ['in-view', MOVEMENTS.abduction, {}, {}],
    ['nobody', MOVEMENTS.abduction, null, {}],
    ['too-far', MOVEMENTS.sideBend, {}, { metres: 8 }],
    ['turn-to-side', MOVEMENTS.flexion, {}, {}],
    ['face-camera', MOVEMENTS.sideBend, { yaw: 90 }, {}],
    ['face-camera', MOVEMENTS.abduction, { yaw: 180 }, {}],
    ['head-cut-off', MOVEMENTS.neckTurn, {}, { metres: 1.62 }],
    ['part-hidden', MOVEMENTS.abduction, {}, { visibility: { wristL: 0.2 } }],
    ['step-right', MOVEMENTS.abduction, { aside: 1.35 }, {}],
    ['step-left', MOVEMENTS.abduction, { aside: -1.35 }, {}],
  ])('%s', (help, movement, posture, shot) => {
    expect(said(movement, () => posture, shot)).toEqual([help])
  })

  test('a squat may be counted from the front: nobody is asked to turn', () => {
    expect(said(MOVEMENTS.squat, () => ({}))).toEqual(['in-view'])
  })

  test('names the part that is missing', () => {
    const { events } = track(
      MOVEMENTS.abduction,
      film(2, 30, () => ({}), { visibility: { wristL: 0.2 } }),
    )
    expect(only(events, 'framing')[0]?.framing).toMatchObject({
      missing: ['arms'],
      usable: false,
      view: 'front',
    })
  })

  test('a wrist at the limit of visibility does not make the help flicker', () => {
    const frames = film(8, 30, () => ({})).map((frame, i) => {
      const image = Float64Array.from(frame.image ?? [])
      image[15 * 4 + 3] = i % 10 < 5 ? 0.7 : 0.3
      return { ...frame, image }
    })
    expect(only(track(MOVEMENTS.abduction, frames).events, 'framing').length).toBeLessThanOrEqual(1)
  })

  test('says that the person has gone, and that they are back', () => {
    expect(said(MOVEMENTS.abduction, (t) => (t > 2 && t < 5 ? null : {}), {}, 8)).toEqual([
      'in-view',
      'nobody',
      'in-view',
    ])
  })
})
