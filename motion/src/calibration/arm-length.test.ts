import { describe, expect, test } from 'vitest'
import { BodyReader, trunkNow } from '../body/body.ts'
import { film, type Shot, type Sketch, wave } from '../person/film.ts'
import type { Frame } from '../pose.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { ArmReader } from './arm-length.ts'
import { calibrate, startCalibration } from './guide.ts'
import { mirrorFrame } from './mirrored.ts'

/** Pixels of the trunk of the test person at rest. */
const TRUNK = trunkOf(film(1, 20, () => ({})))
function trunkOf(frames: readonly Frame[]): number {
  const body = new BodyReader()
  return Math.max(...frames.map((frame) => trunkNow(body.read(frame))))
}

function lengthOf(frames: readonly Frame[], rest = Number.NaN): number {
  const [body, arms] = [new BodyReader(), new ArmReader()]
  for (const frame of frames) arms.read(body.read(frame), TRUNK)
  return arms.length(rest)
}
const still = (posture: Sketch, shot: Shot = {}): Frame[] => film(1.5, 20, () => posture, shot)
const HANGING = lengthOf(still({}))

describe('length of the arms', () => {
  test('hanging, out to the sides or overhead, they are as long', () => {
    expect(HANGING).toBeGreaterThan(0.9)
    expect(HANGING).toBeLessThan(1.3)
    for (const raised of [90, 160])
      expect(lengthOf(still({ abductL: raised, abductR: raised })) / HANGING).toBeCloseTo(1, 1)
  })

  test.each([
    ['bent', { elbow: 80 }],
    ['pointing at the camera', { flexL: 88, flexR: 88 }],
    ['half way to the camera', { flexL: 45, flexR: 45 }],
  ] as const)('%s, they tell nothing, and rest stays what was known', (_how, posture) => {
    expect(lengthOf(still(posture))).toBeNaN()
    expect(lengthOf(still(posture), 1.05)).toBe(1.05)
  })

  test('one side is enough, either, and a mirror changes nothing', () => {
    const frames = (side: 'L' | 'R'): Frame[] =>
      still({ abductL: 90, abductR: 90 }, { visibility: { [`elbow${side}`]: 0.1 } })
    const [left, right] = [lengthOf(frames('R')), lengthOf(frames('L'))]
    expect(left / right).toBeCloseTo(1, 2)
    expect(lengthOf(frames('R').map(mirrorFrame))).toBeCloseTo(left, 6)
  })

  test('what the movement shows beyond rest is believed up to a tenth', () => {
    const frames = still({ abductL: 90, abductR: 90 })
    expect(lengthOf(frames, HANGING * 0.96)).toBeGreaterThan(HANGING * 0.96)
    expect(lengthOf(frames, HANGING * 0.5)).toBeCloseTo(HANGING * 0.55, 6)
    expect(lengthOf(frames, HANGING * 1.2)).toBeCloseTo(HANGING * 1.2, 6)
  })
})

test('hands that rest in the lap: the guided movement shows the arm', () => {
  const frames = film(9, 30, (t) => {
    const out = t < 2 || t > 6 ? 0 : wave(t - 2, 4)
    return { elbow: 85 * (1 - out), abductL: 5 + 150 * out }
  })
  const state = startCalibration(MOVEMENTS.abduction, { mirrored: false })
  for (const frame of frames) calibrate(state, frame)
  expect(state.neutral.neutral?.arm).toBeNaN()
  expect((state.calibration?.neutral?.arm ?? 0) / HANGING).toBeCloseTo(1, 1)
})
