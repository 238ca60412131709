import * as z from 'zod/mini'
import { Repetition } from '../events.ts'
import type { Landmark } from '../pose.ts'
import { INDEX } from '../skeleton/landmarks.ts'

/**
 * The replay format, version 1. Landmarks alone: no picture, and of the face only what the angles need (nose, eyes, ears).
 *
 *     file    = "DORSALRP" version(1 byte) block*
 *     block   = kind(1 byte) length(varint) crc32(4 bytes, of the payload) payload
 *     kinds   = 1 header (JSON) · 2 chunk of frames and events · 3 end (varint: count of frames)
 *     chunk   = varint: time of its start in ms, then records until the payload ends
 *     record  = flags, and after them what the flags name; see `frame-codec.ts`
 *
 * Each chunk begins anew with whole values, so that playing can begin at any chunk and one damaged chunk costs its own seconds only.
 * Not packed: whoever stores it packs it (gzip).
 */
export const MAGIC = 'DORSALRP'
export const VERSION = 1
export const KIND = { header: 1, chunk: 2, end: 3 } as const

/** Landmarks that are kept, in the order of the file: no mouth, no corners of the eyes, one finger a hand. */
export const KEPT = [
  'nose',
  'eyeL',
  'eyeR',
  'earL',
  'earR',
  'shoulderL',
  'shoulderR',
  'elbowL',
  'elbowR',
  'wristL',
  'wristR',
  'indexL',
  'indexR',
  'hipL',
  'hipR',
  'kneeL',
  'kneeR',
  'ankleL',
  'ankleR',
  'heelL',
  'heelR',
  'footL',
  'footR',
] as const satisfies readonly Landmark[]
export const KEPT_INDEX: readonly number[] = KEPT.map((name) => INDEX[name])

/** Steps of a picture's width or height; places (here and in space) beyond so many steps are cut there. */
export const PICTURE_STEPS = 2048
export const LIMIT = 1 << 14

/** One coordinate in space that is kept: axis 0 right, 1 down, 2 away; `steps` to the metre. */
export type Depth = { landmark: number; axis: 0 | 1 | 2; steps: number }

const AXES = [0, 1, 2] as const
const whole = (steps: number, names: readonly Landmark[]): Depth[] =>
  names.flatMap((name) => AXES.map((axis): Depth => ({ landmark: INDEX[name], axis, steps })))

const TRUNK = ['shoulderL', 'shoulderR', 'hipL', 'hipR'] as const
const LIMBS = ['elbow', 'wrist', 'knee', 'ankle', 'heel', 'foot'] as const

/**
 * What is kept of the third dimension. A model's guess is used for the turn of the trunk (fine, for the breadth of the shoulders is
 * little) and, coarsely, for which way somebody looks; measured depth is used for every angle.
 */
export const DEEP: Readonly<Record<'model' | 'sensor', readonly Depth[]>> = {
  model: [
    ...whole(400, TRUNK),
    ...(['nose', 'earL', 'earR', 'heelL', 'heelR', 'footL', 'footR'] as const).map(
      (name): Depth => ({ landmark: INDEX[name], axis: 2, steps: 50 }),
    ),
  ],
  sensor: whole(200, [
    ...TRUNK,
    'nose',
    'earL',
    'earR',
    ...LIMBS.flatMap((name): Landmark[] => [`${name}L`, `${name}R`]),
  ]),
}

/** Visibility is kept in four steps that the engine's gate (0.4 and 0.65) tells apart; a landmark without a place has none. */
export const VISIBILITY = [
  { from: Number.NEGATIVE_INFINITY, is: 0.2 },
  { from: 0.4, is: 0.5 },
  { from: 0.65, is: 0.8 },
] as const
export const NO_PLACE = 3

/**
 * What a replay says of itself. `width`, `height`: pixels of the picture at the start. `mirrored`: true where the landmarks were taken
 * from mirrored pictures and not turned back; left and right are else the person's own. `fps`: the usual rate, for the player.
 * `depth`: as in `Frame`. `model`, `delegate`: what read the pose. `movement`: id of the exercise or test. `calibration`: a reference
 * that the caller can find its calibration by. `startedAt`: ISO time, where the caller wants it kept. `engine`: which engine
 * counted; left out in older files. null where not known.
 */
export const ReplayHeader = z.object({
  width: z.number().check(z.positive()),
  height: z.number().check(z.positive()),
  mirrored: z.boolean(),
  fps: z.nullable(z.number()),
  depth: z.enum(['model', 'sensor']),
  model: z.nullable(z.string()),
  delegate: z.nullable(z.string()),
  movement: z.nullable(z.string()),
  calibration: z.nullable(z.string()),
  startedAt: z.nullable(z.string()),
  engine: z.optional(z.nullable(z.string())),
})
export type ReplayHeader = z.infer<typeof ReplayHeader>

const at = { t: z.number() }

/** What happened, as an index into the replay: repetitions, corrections, and when the person was out of sight. */
export const ReplayEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('rep'), ...at, count: z.number(), repetition: Repetition }),
  z.object({ type: z.literal('fault'), ...at, fault: z.string(), magnitude: z.number() }),
  z.object({ type: z.literal('lost'), ...at }),
  z.object({ type: z.literal('found'), ...at }),
])
export type ReplayEvent = z.infer<typeof ReplayEvent>

/** Why a replay cannot be read. Thrown by `readReplay` and nothing else is. */
export type ReplayFault = 'not-a-replay' | 'newer-version' | 'damaged'

const SAYS: Record<ReplayFault, string> = {
  'not-a-replay': 'This is not a replay of a session.',
  'newer-version': 'This replay was made by a newer version.',
  damaged: 'The beginning of this replay is damaged, so that it cannot be played.',
}

/** A replay that cannot be read: `fault` says why to a program, `message` to a person. Thrown by `readReplay` alone. */
export class ReplayError extends Error {
  readonly fault: ReplayFault
  constructor(fault: ReplayFault) {
    super(SAYS[fault])
    this.name = 'ReplayError'
    this.fault = fault
  }
}
