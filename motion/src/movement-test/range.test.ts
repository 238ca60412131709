import { describe, expect, test } from 'vitest'
import type { Posture } from '../person/figure.ts'
import { mirrorFrame } from '../calibration/mirrored.ts'
import { runTest, wordsOf } from '../testing/run-test.ts'
import { CYCLE, excursionAt, filmed, type Filming, STILL } from '../testing/test-films.ts'
import { SPECS, specOf } from '../testing/test-specs.ts'
import { endTest, painOf, stepTest } from './run.ts'
import { resultOf } from './result.ts'

/** Three bends to the own left and three to the right, degrees. */
const bends =
  (left: number, right: number, reps = 3) =>
  (t: number): Posture => {
    const { index, out } = excursionAt(t)
    if (index < 0 || index >= 2 * reps) return {}
    return { trunk: { bend: out * (index < reps ? left : -right) } }
  }
const film = (over: Partial<Filming> = {}): Filming => ({
  stance: 'standing',
  posture: bends(28, 20.5),
  seconds: STILL + 6 * CYCLE + 1,
  flaws: { noise: 0.001 },
  ...over,
})
const good = filmed(film()).frames

describe('a test of range', () => {
  const { events, result } = runTest(SPECS.sideBend, good, { age: 45 })

  test('leads through both sides and ends by itself', () => {
    expect(wordsOf(events)).toEqual([
      'get-ready left',
      'hold-still left',
      'begin left',
      'accepted left',
      'accepted left',
      'accepted left',
      'other-side right',
      'accepted right',
      'accepted right',
      'accepted right',
      'done: complete',
    ])
  })

  test('tells each side, their difference and what that means', () => {
    expect(result.left ?? 0).toBeGreaterThan((result.right ?? 0) + 7)
    expect(result.difference).toBeCloseTo((result.left ?? 0) - (result.right ?? 0), 6)
    expect(result.asymmetric).toBe(true)
    expect(result.band).toBe('below')
    expect(result.error).toBeGreaterThanOrEqual(6)
    expect(result.attempts).toHaveLength(6)
  })

  test('the limited side decides on the band, and nearness to a limit is said', () => {
    expect(result.right ?? 99).toBeLessThan(23)
    expect(result.bandSure).toBe(false)
  })

  test('the sides change in the mirror, and their values do not', () => {
    const mirrored = runTest(SPECS.sideBend, good.map(mirrorFrame), { age: 45 }).result
    expect(mirrored.left).toBeCloseTo(result.right ?? 0, 0)
    expect(mirrored.right).toBeCloseTo(result.left ?? 0, 0)
    expect(mirrored.attempts.map((one) => one.side)).toEqual([
      'right',
      'right',
      'right',
      'left',
      'left',
      'left',
    ])
  })

  test('practice comes first and does not count', () => {
    const run = runTest(specOf({ practice: 1, repeats: 2 }), good)
    expect(run.result.attempts.map((one) => one.practice)).toEqual([true, false, false, true, false, false])
    expect(wordsOf(run.events)).toContain('practice left')
    expect(run.state.ended).toBe('complete')
  })

  test('one side alone is enough where only that is asked for', () => {
    const run = runTest(SPECS.sideBend, good, { side: 'right' })
    expect(run.result.left).toBeNull()
    expect(run.result.right).not.toBeNull()
    expect(run.state.ended).toBe('complete')
  })

  test('a frame that repeats or goes back in time changes nothing', () => {
    const run = runTest(
      SPECS.sideBend,
      good.flatMap((frame) => [frame, frame, { ...frame, t: frame.t - 1 }]),
    )
    expect(run.result.attempts).toEqual(runTest(SPECS.sideBend, good).result.attempts)
  })
})

describe('what cannot be seen is not judged', () => {
  const nothing = { left: null, right: null, best: null, difference: null, band: 'none', asymmetric: false }

  test('nobody there', () => {
    const blind = good.map((frame) => ({ ...frame, image: null, world: null }))
    expect(runTest(SPECS.sideBend, blind, { age: 45 }).result).toMatchObject(nothing)
  })

  test('the wrong view: says how to turn, measures nothing', () => {
    const run = runTest(SPECS.sideBend, filmed(film({ yaw: () => 90 })).frames, { age: 45 })
    expect(run.result).toMatchObject(nothing)
    expect(run.events.some((event) => event.type === 'framing' && event.framing.help === 'face-camera')).toBe(
      true,
    )
  })

  test('out of the picture in the middle of an attempt: it is told, and the others stand', () => {
    const away = STILL + CYCLE + 1.4
    const frames = filmed(
      film({ posture: (t) => (t > away && t < away + 2.5 ? null : bends(28, 20.5)(t)) }),
    ).frames
    const run = runTest(SPECS.sideBend, frames)
    expect(wordsOf(run.events)).toContain('not accepted: not-seen')
    expect(run.result.attempts.filter((one) => one.side === 'left')).toHaveLength(2)
    expect(run.result.right).not.toBeNull()
  })

  test('broken landmarks never throw', () => {
    const broken = good.map((frame, i) => ({
      ...frame,
      t: i % 9 === 0 ? Number.NaN : frame.t,
      image: i % 7 === 0 ? [Number.NaN] : frame.image,
      width: i % 11 === 0 ? 0 : frame.width,
    }))
    expect(() => runTest(SPECS.sideBend, broken)).not.toThrow()
  })
})

describe('rules that make an attempt invalid', () => {
  const reaching = (leanBack: number, third = leanBack): Filming => ({
    stance: 'standing',
    yaw: (t) => (t < STILL + 3 * CYCLE ? 90 : -90),
    seconds: STILL + 6 * CYCLE + 1,
    flaws: { noise: 0.001 },
    posture: (t) => {
      const { index, out } = excursionAt(t)
      const arm = { flexion: 5 + (index < 6 ? out : 0) * (index < 3 ? 150 : 120) }
      const lean = -out * (index === 2 ? third : leanBack)
      return { ...(index < 3 ? { armR: arm } : { armL: arm }), trunk: { flexion: index < 3 ? lean : 0 } }
    },
  })

  test('each arm near the camera, with a turn between, whichever is first', () => {
    const run = runTest(SPECS.reach, filmed(reaching(0)).frames, { age: 45 })
    expect(wordsOf(run.events)).toContain('turn-round left')
    expect(run.result.right ?? 0).toBeGreaterThan(150)
    expect(run.result.left ?? 0).toBeLessThan(135)
    expect(run.result.asymmetric).toBe(true)
    expect(run.result.unjudged).toEqual([])
  })

  test('leaning back is told, not scored', () => {
    const run = runTest(SPECS.reach, filmed(reaching(0, 20)).frames)
    expect(wordsOf(run.events).filter((word) => word.startsWith('not'))).toEqual([
      'not accepted: leaning-back',
    ])
    expect(run.result.attempts.filter((one) => one.valid && one.side === 'right')).toHaveLength(2)
    expect(run.state.ended).toBeNull()
  })

  test('a lean within half of its error costs nobody an attempt', () => {
    const run = runTest(SPECS.reach, filmed(reaching(6)).frames)
    expect(run.result.attempts.every((one) => one.valid)).toBe(true)
  })

  test('a rule that no frame lets judge is named', () => {
    const spec = specOf({
      failIf: [
        { id: 'knee', signal: 'knee_flexion', views: ['side'], when: 'above', threshold: 20, seconds: 0.4 },
      ],
    })
    expect(runTest(spec, good).result.unjudged).toEqual(['knee'])
  })
})

describe('pain', () => {
  const after = (pains: readonly number[], painBefore = 0) => {
    const { state } = runTest(SPECS.sideBend, good.slice(0, Math.round((STILL + 2.8 * CYCLE) * 20)), {
      painBefore,
    })
    const events = pains.flatMap((pain, i) => painOf(state, i + 1, pain).events)
    return { state, events, result: resultOf(state) }
  }

  test('the best attempt that hurt no more than before stands', () => {
    const { result } = after([0, 4, 4])
    const [first] = result.attempts
    expect(result.left).toBe(first?.value)
    expect(result.painFree).toBe(true)
  })

  test('what hurts as much as before is pain-free for this person', () => {
    expect(after([3, 3, 3], 3).result.painFree).toBe(true)
    expect(after([3, 3, 3]).result.painFree).toBe(false)
    expect(after([3, 3, 3]).result.left).not.toBeNull()
  })

  test('above 5 the test ends; 5 itself does not end it', () => {
    expect(after([5]).state.stage).toBe('running')
    const { state, events } = after([6])
    expect(events).toMatchObject([{ type: 'done', because: 'pain' }])
    expect(state.ended).toBe('pain')
  })

  test('junk and unknown attempts are passed over', () => {
    expect(after([Number.NaN]).state.stage).toBe('running')
    const { state } = after([])
    expect(painOf(state, 99, 9).events).toEqual([])
  })

  test('after the end nothing more is taken', () => {
    const { state } = runTest(SPECS.sideBend, good.slice(0, 200))
    endTest(state)
    const before = resultOf(state)
    for (const frame of good.slice(200)) expect(stepTest(state, frame).events).toEqual([])
    expect(resultOf(state)).toEqual(before)
    expect(before.ended).toBe('ended')
  })
})
