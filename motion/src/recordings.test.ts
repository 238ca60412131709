import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { analyze, signalOf } from './recording/analyze.ts'
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
  /** The named parts as one film without a break: what was done between them is cut out, and the clock with it. */
  const part = (...names: string[]) =>
    session()
      .filter((one) => names.some((name) => one.part.startsWith(name)))
      .map((one, i) => ({ ...one, frame: { ...one.frame, t: i / 30 } }))
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
  const reps = (one: Recording): number | null =>
    one.kind === 'skeleton' ? (one.record.label?.reps ?? null) : null
  const off = (records: readonly Recording[], movements = {}): number[] =>
    records.map((one) => Math.abs(analyze(one, movements).reps.total - (reps(one) ?? Number.NaN)))

  test('the deep squats of UI-PRMD, found by joint name', () => {
    const right = load('ui-prmd-sequences.jsonl.gz').filter((one) => /-correct-m01/.test(one.id))
    expect(right).toHaveLength(4)
    const counts = right.map((one) => analyze(one, MOVEMENTS, { exercise: 'squat' }).reps.total)
    expect(counts).toEqual([10, 10, 10, 10])
  })

  test('sets of ten of movements that nobody names', () => {
    const right = load('ui-prmd-sequences.jsonl.gz').filter((one) => /-correct-/.test(one.id))
    expect(right).toHaveLength(20)
    const errors = off(right)
    expect(errors.filter((error) => error === 0).length).toBeGreaterThanOrEqual(19)
    expect(Math.max(...errors)).toBeLessThanOrEqual(1)
  })

  test('single repetitions, by depth sensor and by markers', () => {
    const some = load('ui-prmd-paired.jsonl.gz').filter((_, i) => i % 8 < 2)
    expect(some).toHaveLength(40)
    expect(off(some).filter((error) => error > 0)).toEqual([])
  })

  test('the arm as a depth sensor and as optical capture see it', () => {
    const pairs = load('ui-prmd-paired.jsonl.gz').filter((one) => /-correct-m07_s0[38]_e0[1-5]-/.test(one.id))
    const top = (one: Recording): number =>
      Math.max(...signalOf(one, 'shoulder_abduction').flatMap(({ left, right }) => [left ?? 0, right ?? 0]))
    const kinect = pairs.filter(({ id }) => id.endsWith('-kinect'))
    expect(kinect).toHaveLength(10)
    const bias = kinect.map((one) => {
      const optical = pairs.find(({ id }) => id === one.id.replace('-kinect', '-vicon'))
      return optical === undefined ? Number.NaN : top(one) - top(optical)
    })
    // The marker lies on top of the shoulder: with its centre below, what remains is the sensor's own.
    expect(Math.abs(bias.reduce((sum, one) => sum + one, 0) / bias.length)).toBeLessThan(12)
  })
})

describe.skipIf(folder === undefined)('published world landmarks', () => {
  type Point = readonly number[]
  const minus = (a: Point, b: Point): number[] => a.map((value, k) => value - (b[k] ?? 0))
  const dot = (a: Point, b: Point): number => a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0)
  const angle = (u: Point, v: Point): number =>
    (Math.acos(dot(u, v) / Math.sqrt(dot(u, u) * dot(v, v))) * 180) / Math.PI
  const golden = () => {
    const one = load('blazepose-golden.jsonl.gz').find(({ id }) => id === 'pose_squats_3d')
    if (one?.kind !== 'skeleton') throw new Error('not a skeleton record')
    const { joints, frames } = one.record
    const at = (i: number, joint: string): number[] =>
      (frames[i]?.[joints.indexOf(joint)] ?? []).map((value) => value ?? Number.NaN)
    return { one, at }
  }

  test.each([
    ['knee_flexion', ['hip', 'knee', 'ankle']],
    ['hip_flexion', ['shoulder', 'hip', 'knee']],
    ['elbow_flexion', ['shoulder', 'elbow', 'wrist']],
  ] as const)('%s is that of the landmarks in every frame, left, right and mean', (signal, [a, b, c]) => {
    const { one, at } = golden()
    const bend = (i: number, side: string): number => {
      const [p, q, r] = [at(i, `${side}_${a}`), at(i, `${side}_${b}`), at(i, `${side}_${c}`)]
      return 180 - angle(minus(p, q), minus(r, q))
    }
    const points = signalOf(one, signal)
    expect(points).toHaveLength(65)
    points.forEach(({ value, left, right }, i) => {
      const [l, r] = [bend(i, 'left'), bend(i, 'right')]
      expect([i, Math.abs((left ?? 999) - l) < 1, Math.abs((right ?? 999) - r) < 1]).toEqual([i, true, true])
      expect(Math.abs((value ?? 999) - (l + r) / 2)).toBeLessThan(1)
    })
  })

  test('trunk_inclination is the angle of the trunk with the vertical in every frame', () => {
    const { one, at } = golden()
    signalOf(one, 'trunk_inclination').forEach(({ value }, i) => {
      const middle = (part: string): number[] =>
        at(i, `left_${part}`).map((x, k) => (x + (at(i, `right_${part}`)[k] ?? 0)) / 2)
      const lean = angle(minus(middle('shoulder'), middle('hip')), [0, -1, 0])
      expect([i, Math.abs(Math.abs(value ?? 999) - lean) < 1]).toEqual([i, true])
    })
  })
})
