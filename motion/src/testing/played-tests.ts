import type { Posture } from '../person/figure.ts'
import type { Skeleton } from '../person/skeleton.ts'
import { CYCLE, excursionAt, type Filming, STILL } from './test-films.ts'

/** The value of a body in a test, in the test's unit, by its own joints: what a measurement should come to. */
export type Truth = (body: Skeleton) => number

/** A movement test as somebody does it: well, and with each fault that makes an attempt invalid. */
export type Played = {
  film: Filming
  /** Own left, own right, or the one value; null where only events can be known. */
  truth: { left?: Truth; right?: Truth; best?: Truth } | { best: number } | null
  spoiled: Readonly<Record<string, Filming>>
}

const DEGREES = 180 / Math.PI
const middle = (body: Skeleton, part: 'shoulder' | 'hip'): number[] =>
  body.joints[`${part}L`].map((value, i) => (value + (body.joints[`${part}R`][i] ?? 0)) / 2)

/** Turn of the shoulder line against the hips, degrees to the own left. */
const turn: Truth = ({ joints: { shoulderL, shoulderR } }) =>
  -Math.atan2(shoulderL[2] - shoulderR[2], shoulderL[0] - shoulderR[0]) * DEGREES
/** Tilt of the shoulder line, degrees to the own left. */
const tilt: Truth = ({ joints: { shoulderL, shoulderR } }) =>
  Math.atan2(shoulderR[1] - shoulderL[1], shoulderL[0] - shoulderR[0]) * DEGREES
/** Lean of the line from hips to shoulders forward, degrees. */
const lean: Truth = (body) => {
  const [shoulder, hip] = [middle(body, 'shoulder'), middle(body, 'hip')]
  return Math.atan2((shoulder[2] ?? 0) - (hip[2] ?? 0), (shoulder[1] ?? 0) - (hip[1] ?? 0)) * DEGREES
}

/** `reps` excursions to one side and then as many to the other: +1 or -1, and how far out. */
function sides(reps: number, t: number): { way: 1 | -1; out: number; index: number } {
  const { index, out } = excursionAt(t)
  return { way: index < reps ? 1 : -1, out: index < 0 || index >= 2 * reps ? 0 : out, index }
}
const once = (reps: number, t: number): number => {
  const { index, out } = excursionAt(t)
  return index < reps ? out : 0
}
const SIDES = STILL + 8 * CYCLE + 1
const ONE = STILL + 4 * CYCLE + 1
const both = (arm: NonNullable<Posture['armL']>): Posture => ({ armL: arm, armR: arm })

const rotation =
  (more: (out: number) => Posture = () => ({})) =>
  (t: number): Posture => {
    const { way, out } = sides(4, t)
    const arms = t < 3 ? {} : both({ flexion: 88, abduction: -8 })
    return { ...arms, trunk: { turn: way * out * (way > 0 ? 42 : 33) }, ...more(out) }
  }
const sideBend =
  (more: (out: number) => Posture = () => ({})) =>
  (t: number): Posture => {
    const { way, out } = sides(4, t)
    return { trunk: { bend: way * out * (way > 0 ? 20 : 15) }, ...more(out) }
  }
const reach =
  (more: (out: number) => Posture = () => ({}), elbow = 0) =>
  (t: number): Posture => {
    const { index, out } = excursionAt(t)
    const first = index < 4
    const arm = { flexion: 5 + (index < 8 ? out : 0) * (first ? 150 : 135), elbow: elbow * out }
    return { ...(first ? { armR: arm } : { armL: arm }), ...more(out) }
  }
const hinge =
  (knee: number) =>
  (t: number): Posture => {
    const out = once(3, t)
    const leg = { flexion: (knee / 2) * out, knee: knee * out }
    return { pelvis: { tilt: 55 * out }, legL: leg, legR: leg }
  }
const stand =
  (arm: NonNullable<Posture['armL']>) =>
  (t: number): Posture => {
    const sit = t < 5 ? 1 : (1 + Math.cos(((t - 5) * 2 * Math.PI) / 2.6)) / 2
    const leg = { flexion: 85 * sit, knee: 85 * sit }
    return { ...both(arm), legL: leg, legR: leg, pelvis: { tilt: 8 * sit } }
  }
const NECK = (t: number): Posture => {
  const { way, out } = sides(4, t)
  return { head: { turn: way * out * (way > 0 ? 55 : 45) } }
}
const breathe = (t: number, rate: number): number => (1 - Math.cos((t * 2 * Math.PI * rate) / 60)) / 2
const turnRound = (at: number) => (t: number) => (t < at ? 90 : -90)

const seated: Filming = { stance: 'seated', posture: rotation(), seconds: SIDES }
const standing: Filming = { stance: 'standing', posture: sideBend(), seconds: SIDES }
const reaching: Filming = {
  stance: 'standing',
  posture: reach(),
  seconds: SIDES,
  yaw: turnRound(STILL + 4 * CYCLE),
}
const chair: Filming = {
  stance: 'standing',
  posture: stand({ flexion: 40, elbow: 110, abduction: -15 }),
  seconds: 40,
  yaw: () => 90,
}
const hold: Filming = {
  stance: 'seated',
  seconds: 50,
  posture: (t) => both({ reach: t > 5 ? -1.5 : 0, shrug: t > 32 ? 4 : 0 }),
}

/** The camera tests as they are played for measuring. */
export const PLAYED: Readonly<Record<string, Played>> = {
  'seated-rotation': {
    film: seated,
    truth: { left: turn, right: (body) => -turn(body) },
    spoiled: {
      // Much less than half a right angle cannot be told from a still pelvis: see the protocol.
      'hips-turn': { ...seated, posture: rotation((out) => ({ pelvis: { turn: 45 * out } })) },
      leaning: {
        ...seated,
        posture: (t) => {
          const { way, out } = sides(4, t)
          return { ...both({ flexion: 88, abduction: -8 }), trunk: { turn: way * 35 * out, bend: 14 * out } }
        },
      },
    },
  },
  'lumbar-locked-rotation': {
    film: {
      stance: 'heel-sitting',
      camera: { above: 0.3 },
      seconds: SIDES,
      posture: (t) => {
        const { way, out } = sides(4, t)
        const up = { flexion: 80, abduction: 10 + 50 * out, elbow: 130 }
        const down = { flexion: 100, elbow: 60 }
        return {
          pelvis: { tilt: 35 },
          trunk: { flexion: 10, turn: way * out * 40 },
          armL: way > 0 ? up : down,
          armR: way > 0 ? down : up,
        }
      },
    },
    truth: null,
    spoiled: {},
  },
  'lateral-flexion': {
    film: standing,
    truth: { left: tilt, right: (body) => -tilt(body) },
    spoiled: {
      turning: {
        ...standing,
        posture: (t) => ({
          trunk: { turn: 35 * sides(4, t).out, bend: 9 * sides(4, t).way * sides(4, t).out },
        }),
      },
      'knee-bends': {
        ...standing,
        posture: sideBend((out) => ({
          legL: { flexion: 45 * out, knee: 90 * out },
          legR: { flexion: 45 * out, knee: 90 * out },
        })),
      },
    },
  },
  flexion: {
    film: {
      stance: 'seated',
      yaw: () => 90,
      seconds: ONE,
      posture: (t) => ({ trunk: { flexion: 50 * once(4, t) }, pelvis: { tilt: 15 * once(4, t) } }),
    },
    truth: { best: lean },
    spoiled: {},
  },
  extension: {
    film: {
      stance: 'seated',
      yaw: () => 90,
      seconds: ONE,
      posture: (t) => ({
        thorax: { flexion: -18 * once(4, t) },
        ...both({ flexion: 120, abduction: 30, elbow: 140 }),
      }),
    },
    truth: null,
    spoiled: {},
  },
  'shoulder-flexion': {
    film: reaching,
    truth: { left: () => 140, right: () => 155 },
    spoiled: {
      'leaning-back': { ...reaching, posture: reach((out) => ({ trunk: { flexion: -18 * out } })) },
      'elbow-bends': { ...reaching, posture: reach(() => ({}), 40) },
    },
  },
  'wall-angel': {
    film: {
      stance: 'standing',
      seconds: STILL + 2 * CYCLE + 1,
      posture: (t) => both({ abduction: 85 + 45 * once(2, t), elbow: 70, rotation: 90 }),
    },
    truth: { best: 2 },
    spoiled: {},
  },
  'scapular-hold': { film: hold, truth: { best: 31.2 }, spoiled: {} },
  'prone-endurance': {
    film: {
      stance: 'prone',
      camera: { above: 0.25 },
      yaw: () => 90,
      seconds: 50,
      posture: (t) => {
        const up = t > 6 && t < 34 ? 1 : 0
        return { trunk: { flexion: -25 * up }, ...both({ flexion: -20 * up }) }
      },
    },
    truth: { best: 28 },
    spoiled: {},
  },
  'neck-rotation': {
    film: { stance: 'seated', seconds: SIDES, posture: NECK },
    truth: { left: () => 55, right: () => 45 },
    spoiled: {
      'shoulders-turn': {
        stance: 'seated',
        seconds: SIDES,
        posture: (t) => {
          const { way, out } = sides(4, t)
          return { head: { turn: way * out * 40 }, trunk: { turn: way * out * 35 } }
        },
      },
    },
  },
  'hip-hinge': {
    film: { stance: 'standing', yaw: () => 90, seconds: STILL + 3 * CYCLE + 1, posture: hinge(16) },
    truth: { best: 3 },
    spoiled: {},
  },
  'chair-stand-30s': {
    film: chair,
    truth: { best: 10 },
    spoiled: { 'uses-hands': { ...chair, posture: stand({ flexion: 20, elbow: 10 }) } },
  },
  'head-forward': {
    film: { stance: 'standing', yaw: () => 90, seconds: 30, posture: () => ({ head: { forward: 3 } }) },
    truth: null,
    spoiled: {
      'look-ahead': {
        stance: 'standing',
        yaw: () => 90,
        seconds: 30,
        posture: (t) => ({ head: { forward: 3, nod: t < 3 ? 0 : 30 } }),
      },
    },
  },
  'rounded-shoulder': {
    film: { stance: 'standing', yaw: turnRound(24), seconds: 52, posture: () => both({ reach: 4 }) },
    truth: null,
    spoiled: {},
  },
  'breathing-rate': {
    film: { stance: 'seated', seconds: 75, posture: (t) => both({ shrug: 0.8 * breathe(t, 15) }) },
    truth: { best: 15 },
    spoiled: {
      unclear: { stance: 'seated', seconds: 170, fps: 10, posture: () => ({}) },
      moved: {
        stance: 'seated',
        seconds: 170,
        fps: 10,
        posture: (t) => ({ trunk: { bend: 15 * Math.sin(t / 2) } }),
      },
    },
  },
  'breathing-pattern': {
    film: {
      stance: 'seated',
      seconds: 75,
      posture: (t) => {
        const breath = breathe(t, 15)
        return {
          armL: { shrug: 0.8 * breath, flexion: 40 + 3 * breath, abduction: -10, elbow: 110 },
          armR: { shrug: 0.8 * breath, flexion: 5 + 0.5 * breath, abduction: -10, elbow: 90 },
        }
      },
    },
    truth: null,
    spoiled: {},
  },
}
