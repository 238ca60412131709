import { Calibration } from '@dorsal/motion'
import * as z from 'zod/mini'
import { Exercise } from '../exercise/exercise.ts'
import { Instant, Uuid } from '../ids.ts'

/** Which words about keeping the movement were agreed to: raised with every change of their meaning, and asked for again then. */
export const REPLAY_AGREEMENT = '2026-11'

/**
 * What a replay may be at most. `seconds`: of one set; `packedBytes`: as it is sent; `unpackedBytes`: as it is read, so that a few bytes
 * cannot unfold to fill a memory; `months`: how long the clinic keeps it.
 */
export const REPLAY_LIMITS = {
  seconds: 600,
  packedBytes: 500_000,
  unpackedBytes: 1_500_000,
  months: 12,
} as const

/** Letters that so many bytes take in base64. */
const letters = (bytes: number): number => Math.ceil(bytes / 3) * 4

/** A yes or a no to keeping the movement of the sets that the camera counts (landmarks, no picture). Off until a yes. */
export const ReplayAgreement = z.object({
  agreed: z.boolean(),
  version: z.string().check(z.maxLength(40)),
  lang: z.string().check(z.maxLength(20)),
  at: Instant,
})
export type ReplayAgreement = z.infer<typeof ReplayAgreement>

const setIndex = z.int().check(z.gte(0), z.lte(199))

/**
 * The movement of one set on its way to the clinic. `set`: its place in the report of the session, from 0. `calibration`: what was known of
 * the person when the count began, so that it can be counted again. `data`: the replay in motion's format, packed (gzip), as base64.
 */
export const ReplaySent = z.object({
  sessionId: Uuid,
  set: setIndex,
  calibration: z.nullable(Calibration),
  data: z.base64().check(z.maxLength(letters(REPLAY_LIMITS.packedBytes))),
})
export type ReplaySent = z.infer<typeof ReplaySent>

/** One replay in a list: which set of which session, when it was done, how long it is. */
export const ReplayRow = z.object({
  id: Uuid,
  sessionId: Uuid,
  set: setIndex,
  exerciseId: z.string(),
  doneAt: Instant,
  seconds: z.number(),
  reps: z.number(),
})
export type ReplayRow = z.infer<typeof ReplayRow>

/** A whole replay as it is kept. */
export const ReplayKept = z.object({
  ...ReplayRow.shape,
  calibration: z.nullable(Calibration),
  data: z.string(),
})
export type ReplayKept = z.infer<typeof ReplayKept>

/** A replay as a page plays it, the clinician's or the person's own; `exercise`: as the library has it today, null where it is no longer there. */
export const ReplayPlayed = z.object({ ...ReplayKept.shape, exercise: z.nullable(Exercise) })
export type ReplayPlayed = z.infer<typeof ReplayPlayed>

/** Why a replay is refused, in a sentence for whoever sent it. */
export const REPLAY_FAULTS = {
  'not-packed': 'This is not a packed replay.',
  'too-large': 'This replay is larger than a set of ten minutes.',
  'too-long': 'This replay is longer than ten minutes.',
  damaged: 'Parts of this replay are damaged.',
  empty: 'Nobody is to be seen in this replay.',
  'no-such-set': 'There is no such set in the report of this session.',
  'another-exercise': 'This replay is of another exercise than the set.',
} as const
export type ReplayRefusal = keyof typeof REPLAY_FAULTS
