import { describe, expect, test } from 'vitest'
import { INDEX } from '../skeleton/landmarks.ts'
import { LANDMARKS, type Frame } from '../pose.ts'
import { MOVEMENTS } from '../testing/movements.ts'
import { film, type Sketch as Posture, repetitions } from '../person/film.ts'
import { random } from '../person/random.ts'
import { analyze, signalOf } from './analyze.ts'
import { type Recording, RecordingError } from './records.ts'

const squat = (t: number): Posture => ({ yaw: 30, knee: 90 * repetitions(t, 4, 3) })
const arm = (t: number): Posture => ({ abductR: 4 + 120 * repetitions(t, 3, 3) })

const product = (frames: readonly Frame[]): Recording => ({
  kind: 'product',
  id: 'film',
  width: 640,
  height: 480,
  mirrored: false,
  frames: frames.map(({ t, image, world }) => ({
    t: t + 100,
    image: image === null ? null : Array.from(image),
    world: world === null ? null : Array.from(world),
  })),
})

/** The same film as another sensor would write it down: world joints by name, in its own units, axes and order. */
function sensor(
  frames: readonly Frame[],
  names: Partial<Record<(typeof LANDMARKS)[number], string>>,
  axes: string,
  write: (x: number, y: number, z: number) => number[],
): Recording {
  const used = LANDMARKS.filter((name) => names[name] !== undefined)
  const record = {
    id: 'sensor',
    fps: 30,
    axes,
    joints: used.map((name) => names[name] ?? ''),
    frames: frames.map((frame) =>
      used.map((name) => {
        const at = (k: number): number => frame.world?.[INDEX[name] * 4 + k] ?? 0
        return write(at(0) + 2, at(1), at(2) + 3)
      }),
    ),
  }
  return { kind: 'skeleton', id: 'sensor', record }
}

const KINECT = {
  earL: 'Head',
  shoulderL: 'ShoulderLeft',
  shoulderR: 'ShoulderRight',
  elbowL: 'ElbowLeft',
  elbowR: 'ElbowRight',
  wristL: 'WristLeft',
  wristR: 'WristRight',
  hipL: 'HipLeft',
  hipR: 'HipRight',
  kneeL: 'KneeLeft',
  kneeR: 'KneeRight',
  ankleL: 'AnkleLeft',
  ankleR: 'AnkleRight',
}
const COCO = Object.fromEntries(
  Object.entries(KINECT).map(([name]) => [
    name,
    name === 'earL' ? 'left_ear' : `${name.endsWith('L') ? 'left' : 'right'}_${name.slice(0, -1)}`,
  ]),
)

describe('analyze a product recording', () => {
  const recording = product(film(15, 30, squat))

  test('by the exercise that was named; seconds run from the first frame', () => {
    const found = analyze(recording, MOVEMENTS, { exercise: 'squat' })
    expect(found).toMatchObject({
      id: 'film',
      exercise: 'squat',
      reps: { total: 4, partial: 0 },
      range: null,
    })
    expect(found.seconds).toBeCloseTo(15, 1)
    expect(found.repetitions[0]?.peak).toBeCloseTo(3.5, 0)
    expect(found.tempo.secondsPerRep).toBeCloseTo(3, 1)
    expect(found.notes.join(' ')).toContain('knee_flexion withheld')
    expect(() => JSON.stringify(found)).not.toThrow()
  })

  test('finds the exercise by itself, and says so', () => {
    const found = analyze(recording, MOVEMENTS)
    expect([found.exercise, found.reps.total]).toEqual(['squat', 4])
    expect(found.notes[0]).toContain('no exercise was given')
    const arms = analyze(product(film(12, 30, arm)), MOVEMENTS)
    expect([arms.exercise, arms.reps.total, arms.reps.right]).toEqual(['abduction', 3, 3])
    expect(arms.range?.right).toBeCloseTo(124, -1)
    expect(arms.range?.errorDegrees).toBe(6)
  })

  test('says when nothing fits', () => {
    const found = analyze(product(film(4, 30, () => ({}))), MOVEMENTS)
    expect([found.exercise, found.reps.total]).toEqual([null, 0])
  })

  test('refuses an exercise that is not in the library', () => {
    expect(() => analyze(recording, MOVEMENTS, { exercise: 'handstand' })).toThrow(RecordingError)
  })
})

describe('analyze a skeleton record', () => {
  const frames = film(15, 30, squat)
  const raise = film(12, 30, (t) => ({ yaw: 25, ...arm(t) }))

  test.each([
    ['metres, y up, z away from the camera', 'y up', (x: number, y: number, z: number) => [-x, -y, z]],
    [
      'centimetres, y up, z towards the camera',
      'y up',
      (x: number, y: number, z: number) => [100 * x, -100 * y, -100 * z],
    ],
    ['millimetres, z up', 'z up', (x: number, y: number, z: number) => [1000 * x, 1000 * z, -1000 * y]],
    ['y down', 'y down', (x: number, y: number, z: number) => [x, y, z]],
  ])('%s: the same result', (_what, axes, write) => {
    expect(analyze(sensor(frames, KINECT, axes, write), MOVEMENTS, { exercise: 'squat' }).reps.total).toBe(4)
    const arms = analyze(sensor(raise, KINECT, axes, write), MOVEMENTS, { exercise: 'abduction' })
    expect(arms.reps).toMatchObject({ total: 3, right: 3 })
    expect(Math.abs((arms.range?.right ?? 0) - 124)).toBeLessThan(6)
  })

  test('a film of the side is taken for what is judged from the side', () => {
    const lift = film(12, 30, (t) => ({ yaw: 10, flexL: 5 + 120 * repetitions(t, 3, 3), flexR: 5 }))
    const record = sensor(lift, KINECT, 'y down', (x, y, z) => [x, y, z])
    expect(analyze(record, MOVEMENTS, { exercise: 'flexion' }).reps).toMatchObject({ total: 3, left: 3 })
  })

  test('two-dimensional joints by other names', () => {
    const record = sensor(frames, COCO, 'image', (x, y) => [300 + 200 * x, 300 + 200 * y, 0.9])
    expect(analyze(record, MOVEMENTS, { exercise: 'squat' }).reps.total).toBe(4)
  })

  test('missing frames and joints are not invented', () => {
    const { wristL: _l, wristR: _r, ...handless } = KINECT
    const record = sensor(frames, handless, 'y up', (x, y, z) => [x, -y, -z])
    expect(signalOf(record, 'elbow_flexion').every((point) => point.value === null)).toBe(true)
    expect(signalOf(record, 'knee_flexion').every((point) => point.value !== null)).toBe(true)
    const empty: Recording = {
      kind: 'skeleton',
      id: 'e',
      record: { joints: Object.values(KINECT), frames: [null, []], fps: null },
    }
    const found = analyze(empty, MOVEMENTS, { exercise: 'squat', fps: 10 })
    expect([found.reps.total, found.seenShare, found.seconds]).toEqual([0, 0, 0.1])
    expect(analyze(empty, MOVEMENTS)).toMatchObject({ exercise: null, seenShare: 0 })
  })

  test('joints that make no body are refused, not counted as nothing', () => {
    const two = { shoulderL: 'ShoulderLeft', shoulderR: 'ShoulderRight' }
    const record = sensor(frames, two, 'y up', (x, y, z) => [x, -y, -z])
    expect(() => analyze(record, MOVEMENTS, { exercise: 'squat' })).toThrow('make no body')
    expect(() => analyze(record, MOVEMENTS)).toThrow(RecordingError)
  })

  test('a movement that no exercise has is counted on what moves most regularly, and the notes say so', () => {
    const swing = film(12, 30, (t) => ({ elbow: 100 * repetitions(t, 5, 2), abductL: 10, abductR: 10 }))
    const found = analyze(
      sensor(swing, KINECT, 'y down', (x, y, z) => [x, y, z]),
      { squat: MOVEMENTS.squat },
    )
    expect([found.exercise, found.reps.total, found.reps.partial]).toEqual([null, 5, 0])
    expect(found.notes[0]).toMatch(/^no exercise fits: counted on /)
  })

  test('somebody who stands still has done nothing', () => {
    const still = sensor(
      film(10, 30, () => ({})),
      KINECT,
      'y down',
      (x, y, z) => [x, y, z],
    )
    expect(analyze(still, MOVEMENTS)).toMatchObject({ exercise: null, reps: { total: 0 } })
  })

  test('limbs in turn are counted each on its side', () => {
    const turns = film(14, 30, (t) => ({
      abductL: 8 + 90 * repetitions(t, 3, 4, 1),
      abductR: 8 + 90 * repetitions(t, 3, 4, 3),
    }))
    const found = analyze(
      sensor(turns, KINECT, 'y down', (x, y, z) => [x, y, z]),
      {},
    )
    expect(found.reps).toEqual({ total: 6, left: 3, right: 3, partial: 0 })
  })
})

describe('analyze a signal record', () => {
  const wave = Array.from({ length: 300 }, (_, i) => -40 * repetitions(i / 30, 4, 2, 1))

  test('by frames or by channels, the channel that moves most', () => {
    const still = wave.map(() => 1)
    const byFrame = { channels: ['a', 'b'], fps: 30, signal: wave.map((value, i) => [still[i] ?? 0, value]) }
    const byChannel = { channels: ['a', 'b'], fps: 30, signal: [still, wave] }
    for (const record of [byFrame, byChannel]) {
      const found = analyze({ kind: 'signal', id: 's', record }, {})
      expect(found.reps).toEqual({ total: 4, left: 0, right: 0, partial: 0 })
      expect(found.notes[0]).toContain('"b"')
    }
  })

  test('without a rate the given one counts', () => {
    const record = { channels: ['a'], fps: null, signal: wave.map((value) => [value]) }
    expect(analyze({ kind: 'signal', id: 's', record }, {}, { fps: 10 }).seconds).toBeCloseTo(29.9, 1)
  })

  test('an empty signal counts nothing', () => {
    expect(analyze({ kind: 'signal', id: 's', record: { channels: ['a'], signal: [] } }, {}).reps.total).toBe(
      0,
    )
  })
})

describe('what repeats itself in a signal record', () => {
  const course = (of: (t: number) => number, seconds = 24): number[] =>
    Array.from({ length: seconds * 20 }, (_, i) => of(i / 20))
  const next = random(7)
  const noise = (): number => 2 * next() - 1
  const count = (...channels: number[][]) =>
    analyze(
      {
        kind: 'signal',
        id: 's',
        record: { channels: channels.map((_, i) => `c${i}`), fps: 20, signal: channels },
      },
      {},
    )

  test('is what counts, not what is widest', () => {
    const found = count(
      course(() => 40 * noise()),
      course((t) => 5 * repetitions(t, 7, 3, 1) + 0.2 * noise()),
      course((t) => 3 * t),
    )
    expect([found.notes[0]?.slice(0, 23), found.reps.total]).toEqual(['counted on channel "c1"', 7])
  })

  test.each([
    ['either sign', (t: number) => -20 * repetitions(t, 7, 3, 1)],
    ['drift', (t: number) => 20 * repetitions(t, 7, 3, 1) + 2.5 * t],
    ['a rest that shifts', (t: number) => 20 * repetitions(t, 7, 3, 1) + (t > 11 ? 15 : 0)],
    ['noise', (t: number) => 20 * repetitions(t, 7, 3, 1) + 2 * noise()],
    ['a far origin', (t: number) => 1e6 + 0.02 * repetitions(t, 7, 3, 1)],
  ])('with %s', (_what, of) => {
    expect(count(course(of)).reps).toEqual({ total: 7, left: 0, right: 0, partial: 0 })
  })

  test('once is once', () => {
    for (const sign of [1, -1])
      expect(count(course((t) => sign * 30 * repetitions(t, 1, 4, 1), 6)).reps.total).toBe(1)
  })

  test('noise and drift alone count nothing', () => {
    expect(count(course(noise)).reps.total).toBe(0)
    expect(count(course((t) => t)).reps.total).toBe(0)
    expect(count(course(() => Number.NaN)).notes[0]).toContain('nothing was counted')
  })

  test('a channel by its name, null where it has no number', () => {
    const record = {
      channels: ['a', 'b'],
      fps: 2,
      signal: [
        [1, 2],
        [null, 4],
        [5, 6],
      ],
    }
    expect(signalOf({ kind: 'signal', id: 's', record }, 'a')).toEqual([
      { t: 0, value: 1, confidence: 1 },
      { t: 0.5, value: null, confidence: null },
      { t: 1, value: 5, confidence: 1 },
    ])
  })
})

describe('one signal through a recording', () => {
  const frames = film(8, 30, (t) => (t > 6 ? null : { bend: 20 * repetitions(t, 1, 3) }))

  test('gives value and confidence, and null where it abstains', () => {
    const points = signalOf(product(frames), 'trunk_lateral_flexion')
    expect(Math.max(...points.map((point) => point.value ?? 0))).toBeCloseTo(20, 0)
    expect(points[90]?.confidence).toBeGreaterThan(0.5)
    expect(points.at(-1)).toMatchObject({ value: null, confidence: null })
  })

  test('withholds what the view does not allow', () => {
    expect(signalOf(product(frames), 'knee_flexion').every((point) => point.value === null)).toBe(true)
  })

  test('refuses a name that is in no table, or no channel of the record', () => {
    expect(() => signalOf(product(frames), 'nonsense')).toThrow(RecordingError)
    expect(() =>
      signalOf({ kind: 'signal', id: 's', record: { channels: [], signal: [] } }, 'knee_flexion'),
    ).toThrow('no channel "knee_flexion"')
  })
})
