import { describe, expect, test } from 'vitest'
import type { Movement } from '../movement.ts'
import type { Figure, Posture } from '../person/figure.ts'
import { playSet } from '../person/play-set.ts'
import type { Play } from '../person/script.ts'
import { shoot } from '../person/shoot.ts'
import type { Frame } from '../pose.ts'
import { LANDMARKS } from '../pose.ts'
import { bodyIn, readingIn, type Shot } from '../testing/readings.ts'
import { track } from '../testing/track.ts'
import { TurnReader } from './turn.ts'

const both = (arm: NonNullable<Posture['armL']>): Posture => ({ armL: arm, armR: arm })
const FORWARD = both({ flexion: 82, abduction: -31 })
const CROSSED = both({ flexion: 45, rotation: -60, elbow: 120 })
const turnOf = (posture: Posture, shot: Shot = {}): number =>
  readingIn('upper_body_turn', posture, { rest: FORWARD, ...shot })?.value ?? Number.NaN

/** The frame without these landmarks. */
const hidden =
  (...names: readonly RegExp[]): ((frame: Frame) => Frame) =>
  (frame) => ({
    ...frame,
    image: Array.from(frame.image ?? [], (value, i) =>
      i % 4 === 3 && names.some((name) => name.test(LANDMARKS[(i - 3) / 4] ?? '')) ? 0 : value,
    ),
  })
const FACE = /nose|eye|mouth|ear/
const ARMS = /elbow|wrist/

describe('turn of the upper body to one side', () => {
  test.each([
    ['hands forward', FORWARD, 28],
    ['arms crossed', CROSSED, 25],
    ['arms hanging', {}, 22],
  ])('rises with the turn to either side, %s', (_, arms, least) => {
    const at = (turn: number) => turnOf({ ...arms, trunk: { turn } }, { rest: arms })
    expect(at(20)).toBeGreaterThan(8)
    expect(at(40)).toBeGreaterThan(at(20) + 8)
    expect(at(40)).toBeGreaterThan(least)
    expect(at(40)).toBeLessThanOrEqual(60)
    expect(at(-40)).toBeCloseTo(-at(40), 0)
  })

  test('wherever the turn comes from, and however somebody leans with it', () => {
    expect(turnOf({ ...FORWARD, pelvis: { turn: 40 } })).toBeGreaterThan(25)
    const turned = turnOf({ ...FORWARD, trunk: { turn: 38 } })
    for (const bend of [-25, 25])
      expect(Math.abs(turnOf({ ...FORWARD, trunk: { turn: 38, bend } }) - turned)).toBeLessThan(0.25 * turned)
  })

  test.each<[string, Posture, number]>([
    ['the head alone', { head: { turn: 60 } }, 5],
    ['one arm out to the side', { armL: { flexion: 10, abduction: 90 } }, 5],
    [
      'both hands to one side',
      { armL: { flexion: 60, abduction: 45 }, armR: { flexion: 60, abduction: -40 } },
      16,
    ],
    ['a side bend', { trunk: { bend: 30 } }, 8],
    ['a lean forward', { trunk: { flexion: 40 } }, 5],
    ['drawn-up shoulders', both({ shrug: 5 }), 5],
  ])('%s is no turn', (_, posture, most) => {
    expect(Math.abs(turnOf(posture, { rest: {} }))).toBeLessThan(most)
  })

  test('two of face, shoulders and arms are enough, one is not', () => {
    const turned: Posture = { ...FORWARD, trunk: { turn: 38 } }
    for (const hide of [hidden(FACE), hidden(ARMS)]) expect(turnOf(turned, { hide })).toBeGreaterThan(20)
    expect(turnOf(turned, { hide: (frame) => ({ ...frame, world: null }) })).toBeGreaterThan(20)
    expect(turnOf(turned, { hide: hidden(FACE, ARMS) })).toBeNaN()
  })

  test('what the turn hides keeps for three seconds what it said', () => {
    const reader = new TurnReader()
    const { body, neutral } = bodyIn({ ...FORWARD, trunk: { turn: 38 } }, { rest: FORWARD })
    const before = reader.read(body, neutral)?.value ?? 0
    const away = bodyIn({ ...FORWARD, trunk: { turn: 38 } }, { rest: FORWARD, hide: hidden(FACE, ARMS) }).body
    expect(reader.read({ ...away, t: body.t + 1 }, neutral)?.value).toBeCloseTo(before, 0)
    expect(reader.read({ ...away, t: body.t + 3.5 }, neutral)).toBeNull()
  })

  test('a still moment at the end of range is not another rest', () => {
    const reader = new TurnReader()
    const rest = bodyIn(FORWARD, { rest: FORWARD })
    reader.read(rest.body, rest.neutral)
    const turned = bodyIn({ ...FORWARD, trunk: { turn: 38 } }, { rest: FORWARD })
    const there = bodyIn({ ...FORWARD, trunk: { turn: 38 } }, { rest: { ...FORWARD, trunk: { turn: 38 } } })
    expect(reader.read(turned.body, there.neutral)?.value).toBeGreaterThan(25)
  })
})

describe('direction of the face', () => {
  test('rises up to a profile, and takes the turn of the body along', () => {
    let before = Number.NEGATIVE_INFINITY
    for (const turn of [-80, -60, -30, 0, 30, 60, 80]) {
      const now = readingIn('face_turn', { head: { turn } })?.value ?? Number.NaN
      expect([turn, now > before]).toEqual([turn, true])
      before = now
    }
    const alone = readingIn('face_turn', { head: { turn: 40 } })?.value ?? 0
    const along = readingIn('face_turn', { head: { turn: 40 }, trunk: { turn: 20 } })?.value ?? 0
    expect(Math.abs(alone - 40)).toBeLessThan(6)
    expect(Math.abs(along - alone - 20)).toBeLessThan(6)
  })

  test('with measured depth it is the turn of head and body in space', () => {
    const found = readingIn(
      'face_turn',
      { head: { turn: 40 }, trunk: { turn: 20 } },
      { flaws: { depth: 'sensor' } },
    )
    expect(Math.abs((found?.value ?? 0) - 60)).toBeLessThan(4)
  })
})

const FIGURE: Figure = { stance: 'seated', start: FORWARD, end: { ...FORWARD, trunk: { turn: 38 } } }
const TURNING: Movement = {
  template: 'alternating',
  cameraView: 'front',
  needs: ['shoulders', 'arms', 'hips'],
  count: { signal: 'upper_body_turn', views: ['front', 'oblique', 'side'], direction: 1, minRange: 14 },
  measure: { signal: 'trunk_axial_rotation', views: ['front'] },
  hold: null,
  faults: [],
  figure: FIGURE,
}

/** What is counted of a set with usual sight, done in this way. */
function counted(play: Partial<Play>): { total: number; left: number; right: number } {
  const set = playSet(TURNING, { seed: 11, ...play })
  if (set === null) throw new Error('no figure')
  const frames = shoot(set.scene, set.camera, { noise: 0.006, seed: 11 }, { fps: 15, dropped: 0.05 })
  return track(TURNING, frames).summary.reps
}

describe('counting of turns', () => {
  test.each<[string, Posture | null]>([
    ['well done', null],
    ['the pelvis turns along', { pelvis: { turn: 45 } }],
    ['leaning to that side', { trunk: { bend: 25 } }],
    ['leaning to the other side', { trunk: { bend: -25 } }],
  ])('%s', (_, fault) => {
    const tempo = { out: 1.4, hold: 1, back: 1.4, rest: 0.5 }
    expect(counted({ fault, tempo })).toMatchObject({ total: 6, left: 3, right: 3 })
  })

  test.each<[string, Posture]>([
    ['looking about', { ...FORWARD, head: { turn: 60 } }],
    ['swaying', { ...FORWARD, trunk: { bend: 20 } }],
    ['one hand waving', { ...FORWARD, armL: { flexion: 60, abduction: 60 } }],
  ])('%s is no repetition', (_, end) => {
    expect(counted({ figure: { ...FIGURE, end } }).total).toBe(0)
  })
})
