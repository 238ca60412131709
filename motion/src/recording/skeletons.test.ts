import { describe, expect, test } from 'vitest'
import { type Frame, LANDMARKS, type Landmark } from '../pose.ts'
import { film, type Sketch, repetitions } from '../person/film.ts'
import { INDEX } from '../skeleton/landmarks.ts'
import { signalOf } from './analyze.ts'
import { skeletonFilm } from './frames.ts'
import { RecordingError, type Skeleton } from './records.ts'

/*
 * One person, written down as different sensors would: other joints, names, units, axes, hands. The angles must not notice.
 */
const busy = (t: number): Sketch => ({
  yaw: 20,
  knee: 70 * repetitions(t, 1, 2, 0.5),
  lean: 15 * repetitions(t, 1, 2, 0.5),
  bend: 6 * repetitions(t, 1, 2, 1),
  turn: 12 * repetitions(t, 1, 2, 1),
  abductL: 10 + 100 * repetitions(t, 1, 2, 0.7),
  abductR: 8 + 30 * repetitions(t, 1, 2, 1.2),
  elbow: 40,
})
const frames: readonly Frame[] = film(3.5, 10, busy)

type Point = readonly [number, number, number]
type Joint = readonly [name: string, landmarks: readonly Landmark[]]

const sided = (pattern: string, landmark: string, words: readonly [string, string]): Joint[] =>
  (['L', 'R'] as const).map((side, i) => [
    pattern.replace('@', words[i] ?? ''),
    [`${landmark}${side}` as Landmark],
  ])

const LIMBS = ['shoulder', 'elbow', 'wrist', 'hip', 'knee', 'ankle'] as const
const named = (names: Readonly<Record<string, string>>, words: readonly [string, string]): Joint[] =>
  Object.entries(names).flatMap(([landmark, pattern]) => sided(pattern, landmark, words))
const common = (pattern: (part: string) => string, words: readonly [string, string]): Joint[] =>
  LIMBS.flatMap((part) => sided(pattern(part), part, words))

const MID_HEAD: readonly Landmark[] = ['earL', 'earR']
const snake = (name: Landmark): string =>
  name.replace(/[LR]$/, '').replaceAll(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

const SKELETONS: Readonly<Record<string, readonly Joint[]>> = {
  blazepose33: LANDMARKS.map((name) => [
    `${name.endsWith('L') ? 'left_' : name.endsWith('R') ? 'right_' : ''}${snake(name).replace(/^foot$/, 'foot_index')}`,
    [name],
  ]),
  coco17: [
    ['nose', ['nose']],
    ...sided('@_eye', 'eye', ['left', 'right']),
    ...sided('@_ear', 'ear', ['left', 'right']),
    ...common((part) => `@_${part}`, ['left', 'right']),
  ],
  openpose18: [
    ['Nose', ['nose']],
    ['Neck', ['shoulderL', 'shoulderR']],
    ...sided('@Ear', 'ear', ['L', 'R']),
    ...common((part) => `@${part}`, ['L', 'R']),
  ],
  body25: [
    ['Nose', ['nose']],
    ['Neck', ['shoulderL', 'shoulderR']],
    ['MidHip', ['hipL', 'hipR']],
    ...common((part) => `@${part}`, ['L', 'R']),
    ...named({ heel: '@Heel', foot: '@BigToe' }, ['L', 'R']),
  ],
  kinect25: [
    ['SpineBase', ['hipL', 'hipR']],
    ['SpineShoulder', ['shoulderL', 'shoulderR']],
    ['Head', MID_HEAD],
    ...common((part) => `${part}@`, ['Left', 'Right']),
    ...named({ foot: 'Foot@' }, ['Left', 'Right']),
  ],
  kinect22: [
    ['Waist', ['hipL', 'hipR']],
    ['Head', MID_HEAD],
    ['HeadTip', MID_HEAD],
    ...named(
      {
        shoulder: '@UpperArm',
        elbow: '@Forearm',
        wrist: '@Hand',
        hip: '@UpperLeg',
        knee: '@LowerLeg',
        ankle: '@Foot',
        foot: '@Toes',
      },
      ['Left', 'Right'],
    ),
  ],
  bvh: [
    ['Hips', ['hipL', 'hipR']],
    ['Head', MID_HEAD],
    ...named(
      {
        shoulder: '@Arm',
        elbow: '@ForeArm',
        wrist: '@Hand',
        hip: '@UpLeg',
        knee: '@Leg',
        ankle: '@Foot',
        foot: '@ToeBase',
      },
      ['Left', 'Right'],
    ),
  ],
}

/** A world as another sensor has it. The person stands some way off, as before a real one. */
type Writing = { units: string; axes?: string; write: (p: Point) => Point }
const AXES: Readonly<Record<string, Writing>> = {
  'metres, y down': { units: 'm', axes: 'x right, y down, z away', write: ([x, y, z]) => [x, y, z + 3] },
  'centimetres, y up, towards the camera': {
    units: 'cm',
    axes: 'y up',
    write: ([x, y, z]) => [100 * x, 120 - 100 * y, -100 * z - 200],
  },
  'millimetres, z up, turned': {
    units: 'mm',
    axes: 'z up',
    write: ([x, y, z]) => [600 * x - 800 * z + 400, 800 * x + 600 * z, 1000 - 1000 * y],
  },
  inches: { units: 'inches', axes: 'y up', write: ([x, y, z]) => [-x / 0.0254, -y / 0.0254, z / 0.0254] },
  'nothing said': { units: '', write: ([x, y, z]) => [100 * x, 100 * y, 100 * z + 5] },
  'left-handed, and said so': { units: 'm', axes: 'left-handed, y up', write: ([x, y, z]) => [x, -y, z + 2] },
  'mirrored, and not said': { units: 'm', axes: 'y up', write: ([x, y, z]) => [x, -y, z + 2] },
  'said to be up, but down': { units: 'm', axes: 'y up', write: ([x, y, z]) => [x, y, z] },
}

function writing(name: string): Writing {
  const one = AXES[name]
  if (one === undefined) throw new Error(name)
  return one
}

function record(joints: readonly Joint[], { units, axes, write }: Writing): Skeleton {
  const world = (frame: Frame, landmark: Landmark, k: number): number =>
    frame.world?.[INDEX[landmark] * 4 + k] ?? Number.NaN
  return {
    fps: 10,
    units,
    ...(axes === undefined ? {} : { axes }),
    joints: joints.map(([name]) => name),
    frames: frames.map((frame) =>
      joints.map(([, from]) => {
        const mean = (k: number): number =>
          from.reduce((sum, one) => sum + world(frame, one, k), 0) / from.length
        return [...write([mean(0), mean(1), mean(2)])]
      }),
    ),
  }
}

const SIGNALS = [
  'knee_flexion',
  'hip_flexion',
  'trunk_inclination',
  'trunk_lateral_flexion',
  'trunk_axial_rotation',
  'shoulder_abduction',
  'shoulder_flexion',
  'elbow_flexion',
  'hip_height_cycle',
] as const

const read = (one: Skeleton, signal: string) => signalOf({ kind: 'skeleton', id: 'x', record: one }, signal)
const canonical = writing('metres, y down')
const truth = new Map(
  SIGNALS.map((signal) => [signal, read(record(SKELETONS['blazepose33'] ?? [], canonical), signal)]),
)

function compare(one: Skeleton): void {
  for (const signal of SIGNALS) {
    const [known, found] = [truth.get(signal) ?? [], read(one, signal)]
    expect(found.length).toBe(known.length)
    expect(known.filter(({ value }) => value !== null).length).toBeGreaterThan(20)
    known.forEach(({ value, left, right }, i) => {
      const other = found[i]
      for (const [a, b] of [
        [value, other?.value],
        [left, other?.left],
        [right, other?.right],
      ] as const)
        expect([signal, i, Math.abs((a ?? 0) - (b ?? 0)) < 0.6, a, b]).toEqual([signal, i, true, a, b])
    })
  }
}

describe('the same person, the same angles', () => {
  test.each(Object.keys(SKELETONS))('as %s', (id) => {
    compare(record(SKELETONS[id] ?? [], canonical))
  })

  test.each(Object.keys(AXES))('in %s', (name) => {
    for (const id of ['blazepose33', 'kinect22', 'body25'])
      compare(record(SKELETONS[id] ?? [], writing(name)))
  })

  test('left and right are the names’', () => {
    const [most] = [truth.get('shoulder_abduction') ?? []]
    const top = (side: 'left' | 'right'): number => Math.max(...most.map((point) => point[side] ?? 0))
    expect(top('left')).toBeGreaterThan(top('right') + 40)
  })
})

describe('what a reader must know is said', () => {
  const notes = (name: string): string =>
    skeletonFilm(record(SKELETONS['body25'] ?? [], writing(name)), 30, 'front').notes.join(' ')

  test('nothing where nothing is wrong', () => {
    for (const name of ['metres, y down', 'millimetres, z up, turned', 'inches', 'left-handed, and said so'])
      expect([name, notes(name)]).toEqual([name, ''])
  })

  test('a mirrored space, a wrong up, a wrong unit', () => {
    expect(notes('mirrored, and not said')).toContain('taken as mirrored')
    expect(notes('said to be up, but down')).toContain('head down')
    const wrong = { ...record(SKELETONS['body25'] ?? [], canonical), units: 'mm' }
    expect(skeletonFilm(wrong, 30, 'front').notes.join()).toContain('do not go with a person')
  })

  test('a skeleton that has too little', () => {
    const little = record([['Nose', ['nose']], ...sided('@Shoulder', 'shoulder', ['L', 'R'])], canonical)
    expect(() => skeletonFilm(little, 30, 'front')).toThrow(RecordingError)
    expect(() => skeletonFilm(little, 30, 'front')).toThrow('"LShoulder"')
  })
})

describe('frames of a record', () => {
  test('measured depth is kept as such, the world about the hips, the picture with the person in it', () => {
    const { frames: found } = skeletonFilm(record(SKELETONS['kinect25'] ?? [], canonical), 30, 'front')
    for (const { depth, image, world } of found) {
      expect(depth).toBe('sensor')
      expect(((world?.[INDEX.hipL * 4] ?? 1) + (world?.[INDEX.hipR * 4] ?? 1)) / 2).toBeCloseTo(0, 9)
      for (const k of [0, 1]) {
        expect(image?.[INDEX.wristL * 4 + k]).toBeGreaterThan(0)
        expect(image?.[INDEX.wristL * 4 + k]).toBeLessThan(1)
      }
    }
  })

  test('two numbers, or a confidence in third place, are a picture without depth', () => {
    const flat = (third: number[]): Skeleton => ({
      ...record(SKELETONS['body25'] ?? [], canonical),
      units: 'px of a 640x480 image',
      frames: frames.map((frame, i) =>
        (SKELETONS['body25'] ?? []).map(([, [from]]) => {
          const at = (k: number): number => frame.image?.[INDEX[from ?? 'nose'] * 4 + k] ?? 0
          return [640 * at(0), 480 * at(1), ...third.map((sure) => (i === 0 ? 0.05 : sure))]
        }),
      ),
    })
    const [none] = skeletonFilm(flat([]), 30, 'front').frames.slice(1)
    expect([none?.width, none?.height, none?.world, none?.depth]).toEqual([640, 480, null, undefined])
    expect(none?.image?.[INDEX.kneeL * 4]).toBeCloseTo(frames[1]?.image?.[INDEX.kneeL * 4] ?? 0, 9)
    expect(none?.image?.[INDEX.kneeL * 4 + 3]).toBe(1)
    // OpenPose is believed from 0.2 on: that is where the tracker begins to take a landmark in.
    const sure = (c: number) =>
      skeletonFilm(flat([c]), 30, 'front').frames.map((f) => f.image?.[INDEX.kneeL * 4 + 3] ?? 0)
    expect(sure(0.25)[1]).toBeGreaterThan(0.65)
    expect(sure(0.15)[1]).toBeLessThan(0.65)
    expect(sure(0.9)[0]).toBeLessThan(0.4)
  })

  test('a joint at the origin or without a number is missing, and a frame without joints is empty', () => {
    const one = record(SKELETONS['kinect25'] ?? [], canonical)
    const knee = one.joints.indexOf('kneeLeft')
    const gaps = one.frames.map((frame, i) =>
      i === 1
        ? null
        : (frame?.map((p, k) =>
            k === knee ? (i === 2 ? [0, 0, 0] : i === 3 ? [null, null, null] : p) : p,
          ) ?? null),
    )
    const found = skeletonFilm({ ...one, frames: gaps }, 30, 'front').frames
    expect([found[1]?.image, found[1]?.world]).toEqual([null, null])
    for (const i of [2, 3]) {
      expect(found[i]?.world?.[INDEX.kneeL * 4]).toBeNaN()
      expect(found[i]?.image?.[INDEX.kneeL * 4 + 3]).toBe(0)
      expect(found[i]?.world?.[INDEX.kneeR * 4]).not.toBeNaN()
    }
  })
})
