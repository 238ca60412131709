import { describe, expect, test } from 'vitest'
import { INDEX } from '../skeleton/landmarks.ts'
import type { Frame, Landmark } from '../pose.ts'
import { film, type Sketch as Posture, repetitions } from '../person/film.ts'
import { normal, random } from '../person/random.ts'
import { BodyReader, px } from './body.ts'

const ALL: readonly string[] = Object.keys(INDEX).filter((name) => name.endsWith('L'))
const LEGS = ['kneeL', 'ankleL', 'heelL', 'footL']

/** The frame as a model gives it that takes left for right, of these landmarks. */
function swapped(frame: Frame, names: readonly string[] = ALL): Frame {
  const exchange = (points: ArrayLike<number> | null): Float64Array | null => {
    if (points === null) return null
    const out = Float64Array.from(points)
    for (const name of names) {
      const l = INDEX[name as Landmark] * 4
      const r = INDEX[name.replace(/L$/, 'R') as Landmark] * 4
      for (let k = 0; k < 4; k++) {
        out[l + k] = points[r + k] ?? 0
        out[r + k] = points[l + k] ?? 0
      }
    }
    return out
  }
  return { ...frame, image: exchange(frame.image), world: exchange(frame.world) }
}

const NAMES: readonly Landmark[] = ['shoulderL', 'wristL', 'hipL', 'kneeL', 'ankleR', 'earR']

/** Largest difference in pixels between what is made of two films. */
function apart(plain: readonly Frame[], other: readonly Frame[]): number {
  const [a, b] = [new BodyReader(), new BodyReader()]
  return Math.max(
    ...plain.map((frame, i) => {
      a.read(frame)
      b.read(other[i] ?? frame)
      return Math.max(...NAMES.map((name) => Math.abs(px(a.body, name) - px(b.body, name))))
    }),
  )
}

const marching = (t: number): Posture => ({
  abductL: 10 + 70 * repetitions(t, 3, 2, 0.5),
  abductR: 10,
  knee: 20 * repetitions(t, 3, 2, 0.5),
})

describe('left taken for right', () => {
  test.each([
    ['of the whole body', ALL],
    ['of the legs alone', LEGS],
    ['of the arms alone', ['elbowL', 'wristL', 'pinkyL', 'indexL', 'thumbL']],
    ['of the face alone', ALL.filter((name) => /ear|eye|mouth/.test(name))],
  ])('%s is mended, at any frame rate, as if it had not been', (_what, names) => {
    for (const fps of [10, 15, 30, 60]) {
      const plain = film(6, fps, marching, { noise: normal(random(5), 0.003) })
      const broken = plain.map((frame) =>
        (frame.t > 1.5 && frame.t < 2.2) || (frame.t > 3.3 && frame.t < 3.45) ? swapped(frame, names) : frame,
      )
      expect([fps, apart(plain, broken)]).toEqual([fps, 0])
    }
  })

  test.each([90, -90])('of somebody seen from the side (%s) is mended, by depth', (yaw) => {
    for (const fps of [10, 15, 30, 60]) {
      const plain = film(6, fps, (t) => ({ yaw, ...marching(t) }), { noise: normal(random(5), 0.002) })
      const broken = plain.map((frame) => (frame.t > 1.5 && frame.t < 1.7 ? swapped(frame) : frame))
      expect([fps, apart(plain, broken)]).toEqual([fps, 0])
    }
  })

  test.each([90, -90])(
    'of somebody seen from the side (%s), when the frames in which it ended are lost, lasts no longer than it does',
    (yaw) => {
      for (const names of [ALL, ALL.filter((name) => name !== 'hipL')]) {
        const plain = film(6, 10, () => ({ yaw }))
        const seen = plain.filter((frame) => frame.t < 3 || frame.t >= 3.5 || frame.t < 3.25)
        const [right, given] = [new BodyReader(), new BodyReader()]
        for (const frame of seen) {
          right.read(frame)
          given.read(frame.t >= 3 && frame.t < 3.25 ? swapped(frame, names) : frame)
          if (frame.t < 3.65) continue
          expect(given.body.broken).toBe(false)
          expect(px(given.body, 'shoulderL')).toBeCloseTo(px(right.body, 'shoulderL'), 6)
          expect(given.body.shoulderYaw).toBeCloseTo(right.body.shoulderYaw, 6)
        }
      }
    },
  )

  test.each(['shoulderL', 'hipL'] as const)(
    'when the frames in which it ended are lost, and only the %s is seen to come back, nobody is twisted',
    (half) => {
      const plain = film(6, 10, marching)
      const reader = new BodyReader()
      const others = ALL.filter((name) => name !== half)
      for (const [i, frame] of plain.entries()) {
        // From 3.6 on the one pair jumps back by itself, as noise makes it look between frames far apart.
        const given =
          frame.t < 3 || frame.t >= 3.7 ? frame : frame.t < 3.6 ? swapped(frame) : swapped(frame, others)
        reader.read(given)
        if (frame.t < 3.75) continue
        const { body } = reader
        expect([i, px(body, 'shoulderL') > px(body, 'shoulderR')]).toEqual([i, true])
        expect([i, px(body, 'hipL') > px(body, 'hipR')]).toEqual([i, true])
      }
    },
  )

  test('from the first frame on it is told by face and feet', () => {
    const plain = film(3, 30, marching)
    expect(
      apart(
        plain,
        plain.map((frame) => (frame.t < 2.5 ? swapped(frame) : frame)),
      ),
    ).toBe(0)
  })

  test('without face and feet a lasting one is believed after two seconds, and says so', () => {
    const flat = film(6, 30, () => ({})).map((frame) => ({ ...frame, world: null }))
    const reader = new BodyReader()
    const broken: number[] = []
    for (const frame of flat) {
      const { t } = frame
      if (reader.read(t > 2 ? swapped(frame) : frame).broken) broken.push(t)
    }
    expect(broken).toHaveLength(1)
    expect(broken[0]).toBeCloseTo(4, 0)
    expect(px(reader.body, 'shoulderL')).toBeLessThan(px(reader.body, 'shoulderR'))
  })
})

describe('what is no mistake is left alone', () => {
  test.each<[string, (t: number) => Posture]>([
    [
      'turning round, slowly and fast',
      (t) => ({ yaw: t < 1 ? 0 : t < 2 ? 180 * (t - 1) : t < 4 ? 180 : 180 + 360 * Math.min(1, t - 4) }),
    ],
    ['standing with the back to the camera', () => ({ yaw: 180 })],
    ['crossing the arms in front', (t) => ({ flexL: 60, flexR: 60, turn: 50 * Math.sin(5 * t) })],
    [
      'raising one arm after the other',
      (t) => ({ yaw: 80, flexL: 60 + 60 * Math.sin(4 * t), flexR: 60 - 60 * Math.sin(4 * t) }),
    ],
    ['squatting', (t) => ({ yaw: 30, knee: 100 * Math.sin(3 * t) ** 2 })],
  ])('%s', (_what, posture) => {
    for (const fps of [10, 30, 60]) {
      const frames = film(6, fps, posture)
      const reader = new BodyReader()
      for (const frame of frames) {
        const body = reader.read(frame)
        expect(body.jumped || body.broken).toBe(false)
        const truth = (frame.image?.[INDEX.wristL * 4] ?? 0) > (frame.image?.[INDEX.wristR * 4] ?? 0)
        const gap = Math.abs((frame.image?.[INDEX.wristL * 4] ?? 0) - (frame.image?.[INDEX.wristR * 4] ?? 0))
        if (gap > 0.05 && fps > 10)
          expect([frame.t, px(body, 'wristL') > px(body, 'wristR')]).toEqual([frame.t, truth])
      }
    }
  })
})
