import { describe, expect, test } from 'vitest'
import type { Posture } from '../person/figure.ts'
import { runTest, wordsOf } from '../testing/run-test.ts'
import { CYCLE, excursionAt, filmed, type Filming, STILL } from '../testing/test-films.ts'
import { SPECS, specOf } from '../testing/test-specs.ts'
import { resultOf } from './result.ts'
import { answerOf, endTest, painOf, startTest, stepTest, valueOf } from './run.ts'

const both = (arm: NonNullable<Posture['armL']>): Posture => ({ armL: arm, armR: arm })
const quiet = { flaws: { noise: 0.001 } }

describe('a hold', () => {
  const squeeze = (creep: number, over: Partial<Filming> = {}): Filming => ({
    stance: 'seated',
    seconds: 30,
    posture: (t) => both({ shrug: t > creep ? 5 : 0 }),
    ...quiet,
    ...over,
  })

  test('runs until the shoulders creep up, and says why', () => {
    const { result, state } = runTest(SPECS.squeeze, filmed(squeeze(13)).frames, { age: 45 })
    expect(result.seconds ?? 0).toBeGreaterThan(11)
    expect(result.seconds ?? 0).toBeLessThan(14)
    expect(result.detail['endedBy']).toBe('shoulders-creep-up')
    expect(result.band).toBe('below')
    expect(state.ended).toBe('complete')
  })

  test('ends at its longest time', () => {
    const { result } = runTest(SPECS.squeeze, filmed(squeeze(99)).frames, { age: 45 })
    expect(result.seconds).toBe(20)
    expect(result.best).toBe(20)
    expect(result.detail['endedBy']).toBe('longest')
    expect(result.band).toBe('typical')
  })

  test('time that nobody saw is not counted', () => {
    const frames = filmed(squeeze(99, { posture: (t) => (t > 9 ? null : {}) })).frames
    const { result } = runTest(SPECS.squeeze, frames)
    expect(result.detail['endedBy']).toBe('not-seen')
    expect(result.seconds ?? 99).toBeLessThan(9)
  })

  test('ends by the person’s own word, and what was held stands', () => {
    const { state } = runTest(SPECS.squeeze, filmed(squeeze(99)).frames.slice(0, 200))
    expect(endTest(state).events).toMatchObject([{ type: 'done', because: 'ended' }])
    expect(resultOf(state).seconds ?? 0).toBeGreaterThan(6)
    expect(endTest(state).events).toEqual([])
  })
})

describe('a count', () => {
  const stands = (period: number, over: Partial<Filming> = {}): Filming => ({
    stance: 'standing',
    yaw: () => 90,
    seconds: 24,
    ...quiet,
    posture: (t) => {
      const sit = t < 4 ? 1 : (1 + Math.cos(((t - 4) * 2 * Math.PI) / period)) / 2
      const leg = { flexion: 85 * sit, knee: 85 * sit }
      return { legL: leg, legR: leg, pelvis: { tilt: 8 * sit } }
    },
    ...over,
  })

  test('takes full ones within the time, and none after it', () => {
    const { result, state, events } = runTest(SPECS.stands, filmed(stands(3)).frames)
    const begun = events.find((event) => event.type === 'say' && event.id === 'begin')?.t ?? 0
    // Fully up at 5.5 s and every three seconds; half way up 0.75 s sooner.
    const expected = Math.floor((begun + 15 - 4.75) / 3) + 1
    expect(result.count).toBe(expected)
    expect(result.best).toBe(expected)
    expect(state.ended).toBe('complete')
  })

  test('one more than half way up when the time is up counts, one less than half way does not', () => {
    const counts = [0.2, 0.9].map((over) => {
      // The last one begins so that the end finds it on its way.
      const { frames } = filmed(stands(3))
      const start = startTest(SPECS.stands)
      const begun = frames.findIndex((frame) =>
        stepTest(start, frame).events.some((event) => event.type === 'say' && event.id === 'begin'),
      )
      const end = (frames[begun]?.t ?? 0) + 15
      const period = (2 * (end - over - 4)) / 9
      return runTest(SPECS.stands, filmed(stands(period)).frames).result.count
    })
    expect(counts[0]).toBe(5)
    expect(counts[1]).toBe(5)
  })

  test('out of sight for long: the count is told and does not stand', () => {
    const film = stands(3)
    const { frames } = filmed({ ...film, posture: (t) => (t > 8 && t < 12 ? null : film.posture(t)) })
    const run = runTest(SPECS.stands, frames)
    expect(wordsOf(run.events)).toContain('not accepted: not-seen')
    expect(run.result.best).toBeNull()
    expect(run.result.count).toBeNull()
  })

  test('stopped by pain: nothing is claimed', () => {
    const { state } = runTest(SPECS.stands, filmed(stands(3)).frames.slice(0, 240))
    endTest(state, 'pain')
    expect(resultOf(state)).toMatchObject({ best: null, count: null, ended: 'pain' })
  })
})

describe('a grade', () => {
  const goalpost = (top: number): Filming => ({
    stance: 'standing',
    seconds: STILL + CYCLE + 1,
    ...quiet,
    posture: (t) => both({ abduction: 70 + (top - 70) * excursionAt(t).out, elbow: 70, rotation: 90 }),
  })
  const run = (top: number) => runTest(SPECS.goalpost, filmed(goalpost(top)).frames, { age: 45 }).state

  test('is that of the highest row that is met', () => {
    expect(resultOf(run(150)).grade).toBe(2)
    expect(resultOf(answerOf(run(150), 'contact', 'touching')).grade).toBe(3)
    expect(resultOf(answerOf(run(150), 'contact', 'far')).grade).toBe(1)
    expect(resultOf(run(105)).grade).toBe(1)
  })

  test('below two it is limited; both arms are told apart', () => {
    const result = resultOf(run(105))
    expect(result.band).toBe('limited')
    expect(Math.abs(result.difference ?? 99)).toBeLessThan(8)
    expect(result.asymmetric).toBe(false)
  })

  test('pain above 5 makes it 0, and nothing done makes it nothing', () => {
    const state = run(150)
    painOf(state, 1, 7)
    expect(resultOf(state).grade).toBe(0)
    expect(resultOf(startTest(SPECS.goalpost)).grade).toBeNull()
  })

  test('by repeats: all good, only the first, none', () => {
    const hinge = specOf(
      {
        kind: 'grade',
        unit: 'grade',
        sides: 'one',
        camera: { views: ['side'], metres: [2, 2.5], height: 'mid-trunk', fps: 15 },
        needs: ['shoulders', 'hips', 'knees'],
        signal: 'hip_flexion',
        minRange: 20,
        grading: {
          by: 'repeats',
          good: [
            { signal: 'hip_flexion', from: 40, to: 80 },
            { signal: 'knee_flexion', to: 30 },
          ],
          least: [{ signal: 'hip_flexion', from: 40 }],
          top: 3,
        },
      },
      { bands: [], sideDifference: null, error: 1 },
    )
    const film = (knees: readonly number[], tilt: number): Filming => ({
      stance: 'standing',
      yaw: () => 90,
      seconds: STILL + 3 * CYCLE + 1,
      ...quiet,
      posture: (t) => {
        const { index, out } = excursionAt(t)
        const knee = (knees[index] ?? 0) * out
        const leg = { flexion: knee / 2, knee }
        return { pelvis: { tilt: index < 3 ? tilt * out : 0 }, legL: leg, legR: leg }
      },
    })
    const grade = (knees: readonly number[], tilt = 52) =>
      runTest(hinge, filmed(film(knees, tilt)).frames).result.grade
    expect(grade([10, 10, 10])).toBe(3)
    expect(grade([10, 60, 60])).toBe(2)
    expect(grade([60, 60, 60])).toBe(1)
    expect(grade([0, 0, 0], 32)).toBe(0)
  })
})

describe('a posture', () => {
  const still = (over: Partial<Filming> = {}): Filming => ({
    stance: 'standing',
    yaw: () => 90,
    seconds: 20,
    ...quiet,
    posture: () => ({ head: { forward: 4 } }),
    ...over,
  })

  test('is taken twice, with time to settle between, as a trend', () => {
    const run = runTest(SPECS.head, filmed(still()).frames, { age: 45 })
    expect(wordsOf(run.events).slice(3)).toEqual([
      'accepted both',
      'march-and-settle both',
      'accepted both',
      'done: complete',
    ])
    expect(run.result.trend).toBe(true)
    expect(run.result.band).toBe('none')
    expect(run.result.detail).toMatchObject({ view: 'side', side: 'right', place: 'standing' })
  })

  test('larger where the head is further forward', () => {
    const of = (forward: number) =>
      runTest(SPECS.head, filmed(still({ posture: () => ({ head: { forward } }) })).frames).result.best ??
      Number.NaN
    expect(of(6) - of(0)).toBeGreaterThan(8)
  })

  test('from the front it says how to stand and takes nothing', () => {
    const run = runTest(SPECS.head, filmed(still({ yaw: () => 0 })).frames)
    expect(run.result.best).toBeNull()
    expect(
      run.events.some((event) => event.type === 'framing' && event.framing.help === 'turn-to-side'),
    ).toBe(true)
  })
})

describe('what the person measures', () => {
  test('stands as it was said, with advice above the limit', () => {
    const state = startTest(SPECS.gap)
    expect(stepTest(state, { t: 1, width: 640, height: 480, image: null, world: null }).events).toEqual([])
    expect(valueOf(state, 6).events).toMatchObject([
      { type: 'accepted' },
      { type: 'done', because: 'complete' },
    ])
    expect(resultOf(state)).toMatchObject({ best: 6, advice: 'ask', unit: 'cm', error: 1.5 })
    expect(valueOf(state, 3).events).toEqual([])
  })

  test('at the limit there is none, and junk is not taken', () => {
    const state = startTest(SPECS.gap)
    expect(valueOf(state, Number.NaN).events).toEqual([])
    valueOf(state, 5)
    expect(resultOf(state).advice).toBe('none')
  })
})
