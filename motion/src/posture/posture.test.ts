import { describe, expect, test } from 'vitest'
import { SignalReader } from '../angles/signal-reader.ts'
import { BodyReader } from '../body/body.ts'
import { ViewReader } from '../body/view.ts'
import { NeutralReader } from '../calibration/neutral.ts'
import type { Posture } from '../person/figure.ts'
import { filmed } from '../testing/test-films.ts'
import { PostureCapture } from './capture.ts'
import { comparePostures, shouldersDiffer } from './compare.ts'
import type { PosturePlace, StillPosture } from './posture.ts'

type Taken = { posture: StillPosture | null; at: number; hindrances: Set<string> }

/** The first posture of a film, when it was taken, and what hindered until then. */
function taken(
  posture: (t: number) => Posture,
  yaw = 90,
  place: PosturePlace = 'standing',
  seconds = 10,
): Taken {
  const body = new BodyReader()
  const view = new ViewReader()
  const signals = new SignalReader()
  const neutral = new NeutralReader(null)
  const capture = new PostureCapture(place)
  const hindrances = new Set<string>()
  const { frames } = filmed({
    stance: 'standing',
    posture,
    seconds,
    yaw: () => yaw,
    flaws: { noise: 0.0015 },
  })
  for (const frame of frames) {
    const now = body.read(frame)
    now.view = view.read(now)
    neutral.read(now)
    const found = capture.read(now, (signal) => signals.read(now, neutral.neutral, signal))
    if (capture.hindrance !== null) hindrances.add(capture.hindrance)
    if (found !== null) return { posture: found, at: frame.t, hindrances }
  }
  return { posture: null, at: Number.NaN, hindrances }
}

const upright = taken(() => ({}))
const forward = taken(() => ({ head: { forward: 5 } }))

describe('a posture from the side', () => {
  test('takes three still seconds, from the near side', () => {
    expect(upright.at).toBeGreaterThanOrEqual(2.9)
    expect(upright.at).toBeLessThan(4)
    expect(upright.posture).toMatchObject({
      view: 'side',
      side: 'right',
      place: 'standing',
      shoulderLevel: null,
    })
    expect(upright.posture?.quality ?? 0).toBeGreaterThan(0.6)
    expect(taken(() => ({}), -90).posture?.side).toBe('left')
  })

  test('head and shoulders further forward are larger', () => {
    expect((forward.posture?.headForward ?? 0) - (upright.posture?.headForward ?? 0)).toBeGreaterThan(6)
    const rounded = taken(() => ({ armL: { reach: 4 }, armR: { reach: 4 } })).posture
    expect((rounded?.roundedShoulder ?? 0) - (upright.posture?.roundedShoulder ?? 0)).toBeGreaterThan(0.03)
  })

  test('moving: not taken, and said', () => {
    const moving = taken((t) => ({ trunk: { flexion: 12 * Math.sin(t * 1.5) } }))
    expect(moving.posture).toBeNull()
    expect(moving.hindrances).toContain('hold-still')
  })

  test('nodding: not taken, and said', () => {
    const nodding = taken((t) => ({ head: { nod: t < 2 ? 0 : 30 } }))
    expect(nodding.posture).toBeNull()
    expect(nodding.hindrances).toContain('look-ahead')
  })

  test('obliquely: not taken, and said', () => {
    const oblique = taken(() => ({}), 35)
    expect(oblique.posture).toBeNull()
    expect(oblique.hindrances).toContain('stand-sideways')
  })

  test('from the front only the level of the shoulders, left higher is positive', () => {
    const high = taken(() => ({ armL: { shrug: 4 } }), 0).posture
    expect(high).toMatchObject({ headForward: null, roundedShoulder: null, side: null, view: 'front' })
    expect(high?.shoulderLevel ?? 0).toBeGreaterThan(0.04)
    expect(taken(() => ({ armR: { shrug: 4 } }), 0).posture?.shoulderLevel ?? 0).toBeLessThan(-0.04)
  })
})

describe('before and after', () => {
  const of = (over: Partial<StillPosture>): StillPosture => ({
    headForward: 15,
    roundedShoulder: 0.05,
    shoulderLevel: null,
    error: { headForward: 4, roundedShoulder: 0.03 },
    quality: 1,
    view: 'side',
    side: 'left',
    place: 'standing',
    ...over,
  })

  test.each([
    [19, 'about-the-same'],
    [19.1, 'more-forward'],
    [11, 'about-the-same'],
    [10.9, 'less-forward'],
    [null, 'not-comparable'],
  ] as const)('head from 15 to %s: %s', (headForward, verdict) => {
    expect(comparePostures(of({}), of({ headForward })).head).toBe(verdict)
  })

  test.each([
    [0.079, 'about-the-same'],
    [0.081, 'more-forward'],
    [0.019, 'less-forward'],
  ] as const)('shoulders from 0.05 to %s: %s', (roundedShoulder, verdict) => {
    expect(comparePostures(of({}), of({ roundedShoulder })).shoulders).toBe(verdict)
  })

  test('sitting, or the other side, is something else', () => {
    expect(comparePostures(of({}), of({ headForward: 40, place: 'sitting' })).head).toBe('not-comparable')
    expect(comparePostures(of({}), of({ headForward: 40, side: 'right' })).head).toBe('not-comparable')
  })

  test('a real change of 5 cm is told, the same person again is not', () => {
    if (upright.posture === null || forward.posture === null) throw new Error('not taken')
    expect(comparePostures(upright.posture, forward.posture).head).toBe('more-forward')
    const again = taken(() => ({ head: { forward: 0.3 } })).posture
    expect(again === null ? null : comparePostures(upright.posture, again).head).toBe('about-the-same')
  })

  test('one shoulder further forward than the other by more than 0.05', () => {
    expect(shouldersDiffer(of({ roundedShoulder: 0.1 }), of({ roundedShoulder: 0.049 }))).toBe(true)
    expect(shouldersDiffer(of({ roundedShoulder: 0.1 }), of({ roundedShoulder: 0.051 }))).toBe(false)
    expect(shouldersDiffer(of({}), null)).toBeNull()
  })
})
