import { SetSummary } from '@dorsal/motion'
import * as z from 'zod/mini'
import { Because } from '../decision.ts'
import { Dosage, Exercise } from '../exercise/exercise.ts'
import { Instant, Uuid } from '../ids.ts'
import { PreSessionItem, StopRule } from '../triage/red-flag.ts'

/** One exercise of today's session, with everything the device needs to show, count and adapt it offline. */
export const PrescribedItem = z.object({
  planItemId: z.string(),
  exercise: Exercise,
  easier: z.nullable(Exercise),
  dosage: Dosage,
  rangeShare: z.number(),
  because: z.array(Because),
  /** The component that it trains. Left out in older prescriptions. */
  component: z.optional(z.string()),
})
export type PrescribedItem = z.infer<typeof PrescribedItem>

/** One length of today's session in minutes. */
export const SessionVersion = z.object({
  minutes: z.number(),
  items: z.array(z.object({ planItemId: z.string(), sets: z.number() })),
})
export type SessionVersion = z.infer<typeof SessionVersion>

/** Today's guided session: self-contained, so that nothing is asked of the server while it runs. */
export const Prescription = z.object({
  sessionNumber: z.number(),
  planVersion: z.number(),
  contentVersion: z.string(),
  minutes: z.number(),
  painCeiling: z.number(),
  preSession: z.array(PreSessionItem),
  stopRules: z.array(StopRule),
  items: z.array(PrescribedItem),
  /** The same session in other lengths, shortest first: which of `items` and `more`, and how many sets of each. */
  versions: z.optional(z.array(SessionVersion)),
  /** Items of today that do not fit in `minutes`, for a longer version. */
  more: z.optional(z.array(PrescribedItem)),
  changes: z.array(Because),
})
export type Prescription = z.infer<typeof Prescription>

/** Counts and seconds far outside of what anybody does, so that sums of them stay numbers. */
const count = z.number().check(z.gte(-1_000_000), z.lte(1_000_000))
const ordinal = z.int().check(z.gte(0), z.lte(1_000_000))
const scale = z.number().check(z.gte(0), z.lte(10))

/** A change made within the session, always towards easier or safer; `undone` when the person took it back. */
export const SessionChange = z.object({
  planItemId: z.string(),
  variable: z.enum(['range', 'tempo', 'reps', 'sets', 'exercise', 'rest', 'skip', 'end']),
  because: Because,
  undone: z.boolean(),
})
export type SessionChange = z.infer<typeof SessionChange>

/** One set as it was done. `counted`: by camera, by timer, or corrected by the person. */
export const SetReport = z.object({
  planItemId: z.string(),
  exerciseId: z.string(),
  set: count,
  prescribedReps: z.nullable(count),
  doneReps: count,
  counted: z.enum(['camera', 'timer', 'self']),
  seconds: count,
  summary: z.nullable(SetSummary),
  pain: z.nullable(scale),
  effort: z.nullable(scale),
})
export type SetReport = z.infer<typeof SetReport>

/**
 * A guided session as it was: made on the device under its own id, queued there, sent once. `stop` says which rule or whose
 * wish ended it early; a danger answer before the start is a report with no sets and a stop.
 */
export const SessionReport = z.object({
  id: Uuid,
  sessionNumber: ordinal,
  planVersion: ordinal,
  mode: z.enum(['camera', 'timer']),
  /** The length that the person chose at the start, in minutes. Left out in older reports. */
  minutes: z.optional(z.number().check(z.gte(1), z.lte(240))),
  /** What was not at hand, so that what needs it was left out. */
  without: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20))),
  startedAt: Instant,
  endedAt: Instant,
  before: z.object({
    answers: z.record(z.string(), z.enum(['yes', 'no'])),
    // Null where a danger answer stopped the session before pain was asked: never a made-up 0.
    pain: z.nullable(scale),
    sinceLast: z.nullable(z.enum(['better', 'same', 'a-little-worse', 'much-worse', 'first'])),
    /** Not asked in older reports. */
    energy: z.optional(z.nullable(z.enum(['low', 'medium', 'good']))),
  }),
  sets: z.array(SetReport).check(z.maxLength(200)),
  changes: z.array(SessionChange).check(z.maxLength(100)),
  painAfter: z.nullable(scale),
  effort: z.nullable(scale),
  hardest: z.nullable(z.string().check(z.maxLength(80))),
  note: z.nullable(z.string().check(z.maxLength(1000))),
  /** Plan items that the person would like harder next time: a wish for the clinician to see. It decides nothing. Missing: none. */
  harderNextTime: z.optional(z.array(z.string().check(z.maxLength(80))).check(z.maxLength(100))),
  stop: z.nullable(z.object({ rule: z.string().check(z.maxLength(40)), planItemId: z.nullable(z.string()) })),
  engine: z.nullable(z.object({ model: z.string(), delegate: z.string(), medianMs: z.nullable(z.number()) })),
})
export type SessionReport = z.infer<typeof SessionReport>

/** What the person is to do next; every path ends in exactly one. */
export const Next = z.enum(['session', 'questionnaire', 'book', 'escalate', 'rest'])
export type Next = z.infer<typeof Next>
