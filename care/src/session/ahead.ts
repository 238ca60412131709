import * as z from 'zod/mini'
import { Because } from '../decision.ts'
import { Dosage, Exercise } from '../exercise/exercise.ts'
import { Instant } from '../ids.ts'
import { PreSessionItem, StopRule } from '../triage/red-flag.ts'
import { type PrescribedItem, type Prescription, SessionVersion } from './session.ts'

/** For how long sessions are handed out ahead, and how many at most: one a day for two weeks. */
export const AHEAD_DAYS = 14

const AheadItem = z.object({
  planItemId: z.string(),
  exerciseId: z.string(),
  easierId: z.nullable(z.string()),
  dosage: Dosage,
  rangeShare: z.number(),
  because: z.array(Because),
  component: z.optional(z.string()),
})

const AheadSession = z.object({
  sessionNumber: z.number(),
  minutes: z.number(),
  items: z.array(AheadItem),
  more: z.array(AheadItem),
  versions: z.array(SessionVersion),
})
type AheadSession = z.infer<typeof AheadSession>

/**
 * The sessions of the next two weeks, for a device without a connection: made from the plan as it is today, so never harder than it.
 * Each exercise is there once, whole. `calm`: the session of a first day of a flare-up. `until`: after it nothing of this is used.
 */
export const Ahead = z.object({
  planVersion: z.number(),
  contentVersion: z.string(),
  painCeiling: z.number(),
  preSession: z.array(PreSessionItem),
  stopRules: z.array(StopRule),
  limits: z.object({ greenUpTo: z.number(), amberUpTo: z.number(), redRise: z.number() }),
  exercises: z.record(z.string(), Exercise),
  sessions: z.array(AheadSession),
  calm: z.nullable(AheadSession),
  until: Instant,
})
export type Ahead = z.infer<typeof Ahead>

const packedItem = ({ exercise, easier, ...rest }: PrescribedItem): z.infer<typeof AheadItem> => ({
  ...rest,
  exerciseId: exercise.id,
  easierId: easier?.id ?? null,
})

const packed = ({ sessionNumber, minutes, items, more = [], versions = [] }: Prescription): AheadSession => ({
  sessionNumber,
  minutes,
  items: items.map(packedItem),
  more: more.map(packedItem),
  versions,
})

type Given = { calm: Prescription | null; limits: Ahead['limits']; until: string }

/** Packs sessions of one plan, next one first; null where there are none. */
export function packAhead(
  prescriptions: readonly Prescription[],
  { calm, limits, until }: Given,
): Ahead | null {
  const [first] = prescriptions
  if (first === undefined) return null
  const all = [...prescriptions, ...(calm === null ? [] : [calm])]
  const exercises = all
    .flatMap(({ items, more = [] }) => [...items, ...more])
    .flatMap(({ exercise, easier }) => [exercise, ...(easier === null ? [] : [easier])])
  const { planVersion, contentVersion, painCeiling, preSession, stopRules } = first
  return {
    planVersion,
    contentVersion,
    painCeiling,
    preSession,
    stopRules,
    limits,
    until,
    exercises: Object.fromEntries(exercises.map((exercise) => [exercise.id, exercise])),
    sessions: prescriptions.map(packed),
    calm: calm === null ? null : packed(calm),
  }
}

/**
 * The session of this number as it was prescribed, or the calm one under this number; null where there is none. An item whose
 * exercise is missing is left out, and an easier neighbour that is missing is none.
 */
export function sessionAhead(
  ahead: Ahead,
  which: 'next' | 'calm',
  sessionNumber: number,
): Prescription | null {
  const next = ahead.sessions.find((session) => session.sessionNumber === sessionNumber)
  const found = which === 'calm' ? ahead.calm : next
  if (!found) return null
  const unpacked = ({ exerciseId, easierId, ...rest }: z.infer<typeof AheadItem>): PrescribedItem[] => {
    const exercise = ahead.exercises[exerciseId]
    const easier = ahead.exercises[easierId ?? ''] ?? null
    return exercise === undefined ? [] : [{ ...rest, exercise, easier }]
  }
  const { planVersion, contentVersion, painCeiling, preSession, stopRules } = ahead
  return {
    planVersion,
    contentVersion,
    painCeiling,
    preSession,
    stopRules,
    sessionNumber,
    minutes: found.minutes,
    items: found.items.flatMap(unpacked),
    more: found.more.flatMap(unpacked),
    versions: found.versions,
    changes: [],
  }
}
