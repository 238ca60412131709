import { type Frame, type Landmark, LANDMARKS, type Movement, type TrackerEvent } from '@dorsal/motion'
import { PART_LANDMARKS } from '../../motion/src/skeleton/landmarks.ts'
import { MOVEMENTS, rule } from '../../motion/src/testing/movements.ts'
import { film, photograph, type Sketch as Posture, repetitions } from '../../motion/src/person/film.ts'
import { normal, random } from '../../motion/src/person/random.ts'
import { track } from '../../motion/src/testing/track.ts'
import type { Row } from './table.ts'

/** A span of the set in which the camera is made blind, seconds; the person goes on exercising meanwhile. */
const BLIND = [5, 9] as const
const SECONDS = 15
const REPS = 4

const FAULTS = [
  rule({ id: 'leaning', views: ['front', 'side', 'oblique'], threshold: 8, seconds: 0.2 }),
  rule({
    id: 'stooping',
    signal: 'trunk_inclination',
    views: ['side'],
    when: 'above',
    threshold: 25,
    seconds: 0.2,
  }),
  rule({ id: 'turning', signal: 'trunk_axial_rotation', when: 'aboveAbs', threshold: 20, seconds: 0.2 }),
  rule({
    id: 'bent-arms',
    signal: 'elbow_flexion',
    views: ['front', 'side'],
    when: 'above',
    threshold: 60,
    seconds: 0.2,
  }),
  rule({
    id: 'rushing',
    signal: 'hip_height_cycle',
    views: ['front', 'side'],
    when: 'fasterThan',
    threshold: 1.2,
    seconds: 0.1,
  }),
]

/** Sets without a single fault. */
const SETS: readonly [string, Movement, (t: number) => Posture][] = [
  ['squat', MOVEMENTS.squat, (t) => ({ yaw: 90, knee: 90 * repetitions(t, REPS, 3) })],
  [
    'arms raised sideways',
    MOVEMENTS.abduction,
    (t) => ({ abductL: 5 + 120 * repetitions(t, REPS, 3), abductR: 5 + 120 * repetitions(t, REPS, 3) }),
  ],
  [
    'arm held',
    MOVEMENTS.armHold,
    (t) => ({ yaw: 90, flexL: 100 * Math.min(1, t), flexR: 100 * Math.min(1, t) }),
  ],
]

const during = (t: number): boolean => t > BLIND[0] && t < BLIND[1]

/** Changes the numbers of these landmarks: what a model gives for what it cannot see is a guess with little visibility. */
function guessed(frame: Frame, names: readonly Landmark[], next: () => number, visibility = 0.25): Frame {
  const image = Float64Array.from(frame.image ?? [])
  const world = Float64Array.from(frame.world ?? [])
  for (const name of names) {
    const i = LANDMARKS.indexOf(name) * 4
    for (const axis of [0, 1]) {
      image[i + axis] = (image[i + axis] ?? 0) + 0.2 * (next() - 0.5)
      world[i + axis] = (world[i + axis] ?? 0) + 0.5 * (next() - 0.5)
    }
    image[i + 3] = visibility * next()
  }
  return { ...frame, image, world }
}

function swappedSides(frame: Frame): Frame {
  const order = LANDMARKS.map((name) =>
    LANDMARKS.indexOf((name.endsWith('L') ? name.replace(/L$/, 'R') : name.replace(/R$/, 'L')) as Landmark),
  )
  const exchange = (points: ArrayLike<number> | null): number[] | null =>
    points === null ? null : order.flatMap((i) => [0, 1, 2, 3].map((k) => points[i * 4 + k] ?? 0))
  return { ...frame, image: exchange(frame.image), world: exchange(frame.world) }
}

/** `when`: the moments in which the person cannot be seen, of those in the blind span. */
type Scene = {
  what: string
  blind: boolean
  when?: (t: number) => boolean
  needs?: keyof typeof PART_LANDMARKS
  change: (frame: Frame, next: () => number) => Frame
}

const part = (name: keyof typeof PART_LANDMARKS): Scene => ({
  what: `${name} hidden`,
  blind: true,
  needs: name,
  change: (frame, next) =>
    guessed(frame, [...PART_LANDMARKS[name].left, ...PART_LANDMARKS[name].right], next),
})

/** Somebody passes again and again: nearly a second each time. */
const elsewhere = (t: number): boolean => t % 1.4 < 0.9

const SCENES: readonly Scene[] = [
  part('head'),
  part('shoulders'),
  part('arms'),
  part('hips'),
  part('knees'),
  part('feet'),
  { what: 'dim', blind: true, change: (frame, next) => guessed(frame, LANDMARKS, next, 0.38) },
  {
    what: 'out of the picture',
    blind: true,
    change: ({ t, width, height }) => ({ t, width, height, image: null, world: null }),
  },
  {
    what: 'half out of the picture',
    blind: true,
    change: (frame) => ({
      ...frame,
      image: Float64Array.from(frame.image ?? [], (value, i) => (i % 4 === 0 ? value + 0.55 : value)),
    }),
  },
  // The model's slip is mended, so the set goes on; what must not come of it is a correction.
  {
    what: 'sides swapped',
    blind: false,
    change: (frame) => (frame.t % 1.5 < 0.6 ? swappedSides(frame) : frame),
  },
  {
    what: 'somebody else',
    blind: true,
    when: elsewhere,
    change: (frame) =>
      elsewhere(frame.t)
        ? photograph(
            frame.t,
            { aside: 0.8, knee: 80 * Math.sin(3 * frame.t) ** 2, lean: 40, elbow: 90 },
            { metres: 2.6 },
          )
        : frame,
  },
  {
    what: 'somebody in front',
    blind: true,
    when: elsewhere,
    change: (frame) =>
      elsewhere(frame.t)
        ? photograph(
            frame.t,
            { aside: 0.3, bend: 20 * Math.sin(4 * frame.t), flexL: 90, elbow: 90 },
            { metres: 1.75 },
          )
        : frame,
  },
]

/** Events that say something about the person. */
const says = (event: TrackerEvent): boolean =>
  event.type === 'rep' ||
  event.type === 'fault' ||
  (event.type === 'range' && event.value !== null) ||
  (event.type === 'hold' && event.inside)

/** What was said in a faultless set that the camera could not see for a while. */
export function silenceOf(): {
  sets: number
  whileBlind: number
  corrections: number
  invented: number
  worst: string[]
} {
  const found = { sets: 0, whileBlind: 0, corrections: 0, invented: 0, worst: [] as string[] }
  for (const [name, movement, posture] of SETS)
    for (const fps of [10, 30])
      for (const scene of SCENES) {
        const next = random(found.sets + 1)
        const plain = film(SECONDS, fps, posture, { noise: normal(next, 0.003) })
        const frames = plain.map((frame) => (during(frame.t) ? scene.change(frame, next) : frame))
        const { events, summary } = track({ ...movement, faults: FAULTS }, frames)
        const judges = scene.blind && (scene.needs === undefined || movement.needs.includes(scene.needs))
        const blind = judges
          ? events.filter(({ t }) => during(t) && (scene.when?.(t) ?? true)).filter(says)
          : []
        const corrections = events.filter((event) => event.type === 'fault')
        const tooMany = Math.max(0, summary.reps.total + summary.reps.partial - REPS)
        found.sets += 1
        found.whileBlind += blind.length
        found.corrections += corrections.length
        found.invented += tooMany
        if (blind.length + corrections.length + tooMany > 0)
          found.worst.push(
            `${name}, ${scene.what}, ${fps} fps: ${[...blind, ...corrections].map((event) => `${event.type} ${event.t.toFixed(2)}`).join(', ')}`,
          )
      }
  return found
}

/** Corrections, counts and ranges while a part is hidden, the light is dim, the person is away, sides are swapped or somebody else is seen. */
export function silence(): Row[] {
  const { sets, whileBlind, corrections, invented } = silenceOf()
  return [
    {
      what: `false corrections while occluded or blind (${sets} faultless sets, each with 4 s hidden, dim, away, swapped or somebody else)`,
      anchor: '-',
      reach: '0',
      goal: 'silence',
      ours: `${corrections}; anything said while blind ${whileBlind}; repetitions too many ${invented}`,
    },
  ]
}
