import { describe, expect, test } from 'vitest'
import type { Movement } from '../movement.ts'
import type { Frame } from '../pose.ts'
import { film, type Sketch as Posture, wave } from '../person/film.ts'
import { normal, random } from '../person/random.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { Calibration, readCalibration } from './calibration.ts'
import { calibrate, type CalibrationOptions, startCalibration } from './guide.ts'
import { mirrorFrame } from './mirrored.ts'

/** Plays frames to the guide: every sentence in order, and what came of it. */
function guided(movement: Movement, frames: readonly Frame[], options: CalibrationOptions = {}) {
  let state = startCalibration(movement, options)
  const said: string[] = []
  for (const frame of frames) {
    const result = calibrate(state, frame)
    state = result.state
    for (const event of result.events) if (event.type === 'guide') said.push(event.say)
  }
  return { said, phase: state.phase, calibration: state.calibration }
}

const FORWARD = { flexL: 88, flexR: 88 }
const out = (t: number, from: number, seconds = 4) =>
  t < from || t > from + seconds ? 0 : wave(t - from, seconds)
/** Still for two seconds, then as many turns as there are angles, each four seconds and a rest of one. */
const turning =
  (...angles: number[]) =>
  (t: number): Posture => ({
    ...FORWARD,
    turn: angles.reduce((sum, angle, i) => sum + angle * out(t, 2 + 5 * i), 0),
  })
const noisy = { noise: normal(random(7), 0.003) }

describe('guided calibration', () => {
  test('a turn to the own left: rest, range and the side', () => {
    const { said, phase, calibration } = guided(MOVEMENTS.rotation, film(8, 30, turning(40), noisy))
    expect(said).toEqual(['stand-still', 'turn-left', 'come-back', 'done'])
    expect(phase).toBe('done')
    expect(calibration?.mirrored).toBe(false)
    const range = calibration?.ranges.trunk_axial_rotation
    expect(Math.abs((range?.left ?? 0) - 40)).toBeLessThan(13)
    expect(range?.right).toBeNull()
    expect(Calibration.parse(JSON.parse(JSON.stringify(calibration)))).toEqual(calibration)
  })

  test('an exercise that is counted by what measures nothing is taught by the angle that does', () => {
    const { count } = MOVEMENTS.rotation
    if (count === null) throw new Error('rotation is counted')
    const turns: Movement = { ...MOVEMENTS.rotation, count: { ...count, signal: 'upper_body_turn' } }
    const frames = film(8, 30, turning(40), noisy)
    expect(guided(turns, frames)).toEqual(guided(MOVEMENTS.rotation, frames))
  })

  test('a mirrored camera is found, and its calibration is that of the same person unmirrored', () => {
    const frames = film(19, 30, turning(35, 35, 35), noisy)
    const plain = guided(MOVEMENTS.rotation, frames, { mirrored: false })
    const { said, calibration } = guided(MOVEMENTS.rotation, frames.map(mirrorFrame))
    expect(said).toEqual([
      'stand-still',
      'turn-left',
      'come-back',
      'once-more',
      'come-back',
      'once-more',
      'come-back',
      'done',
    ])
    expect(calibration?.mirrored).toBe(true)
    for (const [key, value] of Object.entries(plain.calibration?.neutral ?? {}))
      if (typeof value === 'number')
        expect([key, calibration?.neutral?.[key as 'lean']]).toEqual([key, expect.closeTo(value ?? 0, 1)])
  })

  test('a camera that says of itself that it mirrors is believed', () => {
    const frames = film(8, 30, turning(35)).map(mirrorFrame)
    const { calibration } = guided(MOVEMENTS.rotation, frames, { mirrored: true })
    expect(calibration?.mirrored).toBe(true)
    expect(calibration?.ranges.trunk_axial_rotation?.left).toBeGreaterThan(28)
  })

  // From the picture alone both look the same after two movements: the third tells, or nothing is fixed.
  test.each([
    ['then to the named one, twice', turning(-35, -35, 35, 35), false],
    ['then to this and that', turning(-35, -35, 35, -35), undefined],
  ] as const)(
    'somebody who went to the wrong side twice, %s, is never taken for a mirror',
    (_what, way, mirrored) => {
      const { phase, calibration } = guided(MOVEMENTS.rotation, film(26, 30, way))
      expect(calibration?.mirrored).toBe(mirrored)
      expect(phase).toBe(mirrored === undefined ? 'failed' : 'done')
    },
  )

  test('a slip to the other side is put right by doing it again', () => {
    const { said, calibration } = guided(MOVEMENTS.rotation, film(20, 30, turning(-35, 35, 35)))
    expect(said.filter((one) => one === 'once-more')).toHaveLength(2)
    expect(calibration?.mirrored).toBe(false)
  })

  test.each([
    [
      'to the other side all the time, before a camera that is known',
      turning(-35, -35, -35, -35),
      { mirrored: false },
      'side-unclear',
    ],
    ['to this side and that', turning(-35, 35, -35, 35), {}, 'side-unclear'],
    ['not at all', turning(0), {}, 'no-movement'],
    ['far too little', turning(2), {}, 'no-movement'],
    ['no further than the camera may err', turning(6), {}, 'no-movement'],
    ['away', (t: number) => (t < 4 ? FORWARD : null), {}, 'nobody'],
    [
      'without ever being still',
      (t: number) => ({ knee: 60 * wave(t, 1.4), aside: wave(t, 3) }),
      {},
      'not-still',
    ],
  ] as const)(
    'a person who moves %s ends in a clear state, never in a calibration',
    (_what, posture, options, why) => {
      const { said, phase, calibration } = guided(MOVEMENTS.rotation, film(45, 20, posture), options)
      expect([phase, said.at(-1), calibration]).toEqual(['failed', why, null])
    },
  )

  test('a raised left hand for an arm exercise; the right one is another side', () => {
    const raise = (hand: 'abductL' | 'abductR') => film(8, 30, (t) => ({ [hand]: 5 + 80 * out(t, 2) }))
    expect(guided(MOVEMENTS.abduction, raise('abductL')).calibration?.mirrored).toBe(false)
    expect(guided(MOVEMENTS.abduction, raise('abductR')).calibration).toBeNull()
    const both = film(16, 30, (t) => ({ abductL: 5 + 80 * out(t, 2), abductR: 5 + 80 * out(t, 2) }))
    expect(guided(MOVEMENTS.abduction, both)).toMatchObject({ phase: 'move', calibration: null })
  })

  test('an exercise without sides learns the range and leaves the side open', () => {
    const squat = film(9, 30, (t) => ({ yaw: 35, knee: 90 * out(t, 2) }))
    const { said, calibration } = guided(MOVEMENTS.squat, squat)
    expect(said).toEqual(['stand-still', 'once-slowly', 'come-back', 'done'])
    expect(calibration?.mirrored).toBeNull()
    expect(calibration?.ranges.hip_height_cycle?.both).toBeGreaterThan(0.15)
  })

  test('broken frames never throw and never calibrate', () => {
    const nothing = { width: 640, height: 480, world: null }
    const frames: Frame[] = [
      { t: 0, image: null, ...nothing },
      { t: Number.NaN, image: [], ...nothing },
      { t: 1, image: Array<number>(132).fill(Number.NaN), ...nothing },
      { t: 0.5, image: [1, 2], ...nothing },
    ]
    expect(guided(MOVEMENTS.rotation, frames)).toMatchObject({ phase: 'still', calibration: null })
  })
})

test('what is no calibration is not read as one', () => {
  for (const stored of [null, undefined, {}, { version: 2 }, 'x', { version: 1, mirrored: 'yes' }])
    expect(readCalibration(stored)).toBeNull()
  const empty = { version: 1, mirrored: null, neutral: null, ranges: {} }
  expect(readCalibration(empty)).toEqual(empty)
})
