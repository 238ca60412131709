import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { analyze } from './recording/analyze.ts'
import { productFrames, skeletonFrames } from './recording/frames.ts'
import { readRecordings, type Recording } from './recording/records.ts'
import { MOVEMENTS } from './testing/movements.ts'
import { only, track } from './testing/track.ts'

/*
 * Recordings of real people are kept apart from the code. Without them these tests are skipped and say so.
 */
const folder = process.env['DORSAL_RECORDINGS']
if (folder === undefined) process.stdout.write('skipped: no recordings\n')

const text = (file: string): string =>
  gunzipSync(readFileSync(path.join(folder ?? '', file))).toString('utf8')
const load = (file: string): Recording[] => readRecordings(text(file), path.basename(file))
const framesOf = (file: string) => {
  const [recording] = load(file)
  if (recording?.kind !== 'product') throw new Error('not a product recording')
  return productFrames(recording)
}

/**
 * True number of squats in one loop of `video/squats` (65 frames at 5 a second), counted by eye on the frames as pictures:
 * standing at frame 0, lowest about frames 10, 33 and 59; upright again from 21 and from 42. The loop ends at frame 64 while she is
 * still rising from the third (knees well bent) and cuts to standing. So three, the third's way up cut short.
 */
const SQUATS_PER_LOOP = 3

/**
 * `squats-as-seen-by-camera` runs for 29.9 s and begins on the way down of a first squat: at 12.3 s and 25.0 s the loop cuts.
 * Before the first cut 3 squats, then a whole loop of 3, then 1 and standing: 7.
 */
const SQUATS_SEEN = SQUATS_PER_LOOP + SQUATS_PER_LOOP + 1

describe.skipIf(folder === undefined)('a real person squatting, oblique front view', () => {
  test('is counted exactly, from the first frame on, across the cuts of the loop', () => {
    const { summary, events } = track(MOVEMENTS.squat, framesOf('squats-as-seen-by-camera.jsonl.gz'))
    expect(summary.reps).toEqual({ total: SQUATS_SEEN, left: 0, right: 0, partial: 0 })
    const peaks = summary.repetitions.map((one) => one.peak)
    for (const [i, lowest] of [1.3, 6, 11, 14.2, 19, 24, 27.2].entries())
      expect(peaks[i]).toBeCloseTo(lowest, 0)
    expect(only(events, 'lost')).toEqual([])
  })

  test('the same with every second frame, and for as long as the loop goes on', () => {
    const frames = framesOf('squats-as-seen-by-camera.jsonl.gz')
    expect(
      track(
        MOVEMENTS.squat,
        frames.filter((_, i) => i % 2 === 0),
      ).summary.reps.total,
    ).toBe(SQUATS_SEEN)
    const loop = frames.filter((frame) => frame.t >= 12.2 && frame.t < 24.9)
    const six = [0, 1, 2, 3, 4, 5].flatMap((k) => loop.map((frame) => ({ ...frame, t: frame.t + k * 12.7 })))
    expect(track(MOVEMENTS.squat, six).summary.reps).toMatchObject({ total: 6 * SQUATS_PER_LOOP, partial: 0 })
  })

  test('knee angle and faults of the side view are withheld', () => {
    const frames = framesOf('squats-as-seen-by-camera.jsonl.gz')
    const faults = [
      {
        id: 'deep',
        signal: 'knee_flexion',
        views: ['side'],
        when: 'above',
        threshold: 5,
        seconds: 0.1,
        cue: 'x',
      },
    ]
    const { summary, events } = track({ ...MOVEMENTS.squat, faults } as typeof MOVEMENTS.squat, frames)
    expect([summary.range, summary.faults]).toEqual([null, []])
    expect([...only(events, 'range'), ...only(events, 'fault')]).toEqual([])
    expect(only(events, 'framing').map((event) => event.framing.view)).toEqual(['oblique'])
  })

  test('the published landmarks of the video give the count of one loop', () => {
    const [record] = load('blazepose-golden.jsonl.gz')
    if (record?.kind !== 'skeleton') throw new Error('not a skeleton record')
    const frames = skeletonFrames(record.record, 5, 'front')
    expect(track(MOVEMENTS.squat, frames).summary.reps.total).toBe(SQUATS_PER_LOOP)
  })
})

type Truth = { part: string; truth: { elevL: number; elevR: number; lat: number; rot: number } | null }

describe.skipIf(folder === undefined)('a rendered person of known angles', () => {
  const session = () => {
    const frames = framesOf('synthetic/session.full.jsonl.gz')
    const truth = text('synthetic/session.truth.jsonl.gz')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Truth)
    return frames.map((frame, i) => ({ frame, ...(truth[i] ?? { part: '', truth: null }) }))
  }
  const part = (...names: string[]) =>
    session().filter((one) => names.some((name) => one.part.startsWith(name)))
  const best = (names: string[], of: (truth: NonNullable<Truth['truth']>) => number): number =>
    Math.max(...part(...names).map((one) => (one.truth === null ? 0 : of(one.truth))))

  test.each([
    ['abduction', ['stand', 'abduction'], 3, (t: NonNullable<Truth['truth']>) => t.elevL],
    ['sideBend', ['stand', 'lateral'], 4, (t: NonNullable<Truth['truth']>) => t.lat],
    ['rotation', ['stand', 'rotation'], 4, (t: NonNullable<Truth['truth']>) => t.rot],
    ['flexion', ['flexion'], 2, (t: NonNullable<Truth['truth']>) => t.elevL],
  ] as const)('%s: count and range', (id, names, reps, of) => {
    const { summary } = track(
      MOVEMENTS[id],
      part(...names).map((one) => one.frame),
    )
    expect(summary.reps).toMatchObject({ total: reps, partial: 0 })
    const off = Math.abs((summary.range?.best ?? 999) - best([...names], of))
    expect(off).toBeLessThanOrEqual(summary.range?.error ?? 0)
  })

  test('three squats at 45 degrees are counted, their knee angle is withheld', () => {
    const { summary } = track(
      MOVEMENTS.squat,
      part('squat').map((one) => one.frame),
    )
    expect([summary.reps.total, summary.range]).toEqual([3, null])
  })

  test('a side bend makes no rotation', () => {
    expect(
      track(
        MOVEMENTS.rotation,
        part('stand', 'lateral').map((one) => one.frame),
      ).summary.reps.total,
    ).toBe(0)
  })

  test('an empty room gives nothing', () => {
    expect(
      track(
        MOVEMENTS.abduction,
        part('absent').map((one) => one.frame),
      ).summary.reps.total,
    ).toBe(0)
  })
})

describe.skipIf(folder === undefined)('depth sensor, optical joints', () => {
  test('the deep squats of UI-PRMD, found by joint name', () => {
    const right = load('ui-prmd-sequences.jsonl.gz').filter((one) => /-correct-m01/.test(one.id))
    expect(right).toHaveLength(4)
    const counts = right.map((one) => analyze(one, MOVEMENTS, { exercise: 'squat' }).reps.total)
    for (const count of counts) expect(Math.abs(count - 10)).toBeLessThanOrEqual(1)
  })
})
