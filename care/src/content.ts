import { TestBand, TestProtocol } from '@dorsal/motion'
import * as z from 'zod/mini'
import { Condition } from './condition.ts'
import { PatternId } from './evaluation/evaluation.ts'
import { Exercise, PhaseId } from './exercise/exercise.ts'
import { SignOff } from './ids.ts'
import { Question } from './intake/intake.ts'
import { Component, PhasePlan } from './plan/plan.ts'
import { RedFlagTable } from './triage/red-flag.ts'

/** A finding as data: when it holds and how sure that makes us. */
export const FindingRule = z.object({
  id: z.string(),
  label: z.string(),
  when: Condition,
  confidence: z.number(),
})
export type FindingRule = z.infer<typeof FindingRule>

/** A working pattern: facts that speak for it (with weights) and against it, and the starting menu it chooses. */
export const PatternRule = z.object({
  id: PatternId,
  name: z.string(),
  plain: z.string(),
  for: z.array(z.object({ when: Condition, weight: z.number(), because: z.string() })),
  against: z.array(z.object({ when: Condition, weight: z.number(), because: z.string() })),
  menu: z.array(z.object({ exerciseId: z.string(), component: Component, because: z.string() })),
  signOff: SignOff,
})
export type PatternRule = z.infer<typeof PatternRule>

/** A line of the plan that is not an exercise: a visit, a habit, a lesson. */
export const PlanNote = z.object({
  id: z.string(),
  kind: z.enum(['clinic', 'habit', 'education']),
  component: Component,
  title: z.string(),
  text: z.string(),
  when: z.nullable(Condition),
  excludedBy: z.array(z.string()),
  because: z.string(),
  evidence: z.enum(['thoracic', 'borrowed', 'weak']),
  sources: z.array(z.string()),
  signOff: SignOff,
})
export type PlanNote = z.infer<typeof PlanNote>

/**
 * One movement test. `protocol`: how the camera runs it, what makes an attempt invalid, when to skip and repeat it. `firstCheck`: asked
 * in the first movement check, with the exercise `exerciseId`; the others are chosen later. `bands`: value in the test's unit below which
 * the movement counts as limited, and those usual, from an age on; `sideDifference`: from which the sides differ; `error`: of the camera.
 */
export const MovementTest = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  steps: z.array(z.string()),
  exerciseId: z.optional(z.string()),
  firstCheck: z._default(z.boolean(), true),
  protocol: TestProtocol,
  bands: z.array(TestBand),
  sideDifference: z.nullable(z.number()),
  error: z.number(),
  sources: z.array(z.string()),
  signOff: SignOff,
})
export type MovementTest = z.infer<typeof MovementTest>

/** A worry, mood or circumstance that slows recovery and the answers that show it. */
export const YellowFlag = z.object({ id: z.string(), factor: z.string(), when: Condition })
export type YellowFlag = z.infer<typeof YellowFlag>

/**
 * The programme over all exercises: its phases with effort band (0..10), pain ceiling (0..10) and number of items, and the
 * limits of the traffic light (pain 0..10).
 */
export const Programme = z.object({
  phases: z.array(
    z.intersection(
      PhasePlan,
      z.object({
        effort: z.tuple([z.number(), z.number()]),
        painCeiling: z.number(),
        itemCount: z.tuple([z.number(), z.number()]),
      }),
    ),
  ),
  trafficLight: z.object({ greenUpTo: z.number(), amberUpTo: z.number(), redRise: z.number() }),
  precautionTags: z.record(z.string(), z.string()),
  defaultPhase: PhaseId,
})
export type Programme = z.infer<typeof Programme>

/** All governed content under one version: rules, questions, library, programme. The version is the hash of what is in it. */
export const Content = z.object({
  version: z.string(),
  lang: z.string(),
  redFlags: RedFlagTable,
  questions: z.array(Question),
  yellowFlags: z.array(YellowFlag),
  findings: z.array(FindingRule),
  patterns: z.array(PatternRule),
  movementTests: z.array(MovementTest),
  exercises: z.array(Exercise),
  notes: z.array(PlanNote),
  programme: Programme,
})
export type Content = z.infer<typeof Content>

/**
 * The part that a patient's device gets before any plan: rules, questions, tests and the exercises that the tests use;
 * `cameraExercises` are those that the camera can count and measure, for trying the camera.
 */
export const PatientContent = z.object({
  version: z.string(),
  lang: z.string(),
  redFlags: RedFlagTable,
  questions: z.array(Question),
  movementTests: z.array(MovementTest),
  testExercises: z.array(Exercise),
  cameraExercises: z._default(z.array(Exercise), []),
})
export type PatientContent = z.infer<typeof PatientContent>
