import * as z from 'zod/mini'
import { Because } from '../decision.ts'
import { Evaluation, Finding, PatternId } from '../evaluation/evaluation.ts'
import { Dosage, PhaseId } from '../exercise/exercise.ts'
import { Instant, SignOff, Uuid } from '../ids.ts'
import { GoalLadder } from './ladder.ts'
import { Release } from './release.ts'

/** The seven components of a plan of care. */
export const COMPONENTS = [
  'manual-therapy',
  'strengthening',
  'stretching',
  'posture',
  'pain-management',
  'functional',
  'home-programme',
] as const
/** The seven parts that every plan touches. */
export const Component = z.enum(COMPONENTS)
export type Component = z.infer<typeof Component>

const Neighbour = z.nullable(z.object({ exerciseId: z.string(), name: z.string() }))

/**
 * One line of the plan. `exercise` items are done in guided sessions; `clinic` (manual therapy at a visit), `habit` and
 * `education` items are read and done by the day. `rangeShare`: share of the person's own range to work in, 0..1. `group`: in which of
 * the alternating sessions it is done; left out: in each. `neighbours`: what would be easier and harder, where it fits the person. `pin`:
 * the content that it was made from (`exercises/cat-cow@1`), and `signOff` whether a clinician had reviewed that. `words`: what a clinician
 * adds for the person (which band, which side). `released`: why it is here although a rule keeps it out.
 */
export const PlanItem = z.object({
  id: z.string(),
  kind: z.enum(['exercise', 'clinic', 'habit', 'education']),
  component: Component,
  exerciseId: z.nullable(z.string()),
  exerciseVersion: z.nullable(z.number()),
  pin: z.optional(z.string()),
  signOff: z.optional(SignOff),
  title: z.string(),
  dosage: z.nullable(Dosage),
  rangeShare: z.number(),
  state: z.enum(['active', 'paused']),
  group: z.optional(z.string()),
  words: z.optional(z.string()),
  released: z.optional(Release),
  neighbours: z.optional(z.object({ easier: Neighbour, harder: Neighbour })),
  because: z.array(Because),
  wouldChange: z.array(Because),
})
export type PlanItem = z.infer<typeof PlanItem>

/** A phase as the plan shows it: when it begins and when it is over, in words. */
export const PhasePlan = z.object({
  id: PhaseId,
  label: z.string(),
  weeks: z.string(),
  goals: z.array(z.string()),
  entry: z.array(z.string()),
  exit: z.array(z.string()),
})
export type PhasePlan = z.infer<typeof PhasePlan>

/** How far the rules may go by themselves, set by the therapist: beyond these a change waits. */
export const Bounds = z.object({
  maxSets: z.number(),
  maxRepsShare: z.number(),
  maxEffort: z.number(),
  weeklyVolumeShare: z.number(),
  allowHarderExercise: z.boolean(),
})
export type Bounds = z.infer<typeof Bounds>

/** Which version of which template of the clinic a plan came from, and what it was called then. */
export const TemplateRef = z.object({ id: Uuid, version: z.number(), name: z.string() })
export type TemplateRef = z.infer<typeof TemplateRef>

/** A plan of care: phases, cadence, items over all seven components, and what was left out and why. */
export const Plan = z.object({
  version: z.number(),
  contentVersion: z.string(),
  pattern: PatternId,
  findings: z.array(Finding),
  evaluation: Evaluation,
  phase: PhaseId,
  phases: z.array(PhasePlan),
  cadence: z.object({
    clinicVisitsPerWeek: z.number(),
    homeSessionsPerWeek: z.number(),
    minutesPerSession: z.number(),
  }),
  goals: z.array(z.object({ text: z.string(), now: z.number(), ladder: z.optional(GoalLadder) })),
  items: z.array(PlanItem),
  /** Small habits that wait for a later phase, the next one first, each with why. Left out: none. */
  later: z.optional(z.array(PlanItem)),
  excluded: z.array(z.object({ exerciseId: z.string(), because: Because })),
  precautionTags: z.array(z.string()),
  /** What the exercises had to fit, so that what takes their place fits too. Left out in older plans. */
  fits: z.optional(
    z.object({
      equipment: z.array(z.string()),
      positions: z.nullable(z.array(z.string())),
      floor: z.boolean(),
    }),
  ),
  bounds: Bounds,
  /** Work of all guided items when the running week of increases began; what the weekly volume bound compares with. */
  volume: z.optional(z.object({ since: Instant, work: z.number() })),
  /** For now only so many exercises and minutes a session, because few were done; the rest waits. Left out: all of it. */
  small: z.optional(z.object({ exercises: z.number(), minutes: z.number(), since: Instant })),
  /** Templates of the clinic that its exercises came from, the last one applied last. Left out: none. */
  templates: z.optional(z.array(TemplateRef)),
  status: z.enum(['active', 'waiting-for-clinician']),
  unsigned: z.boolean(),
  decidedBy: z.string(),
  at: Instant,
})
export type Plan = z.infer<typeof Plan>
