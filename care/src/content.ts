import { TestBand, TestProtocol } from '@dorsal/motion'
import * as z from 'zod/mini'
import { CodeTable } from './codes.ts'
import { Condition } from './condition.ts'
import { PatternId } from './evaluation/evaluation.ts'
import { SelfTest, TestOffer } from './evaluation/self-test.ts'
import { Lesson } from './education/lesson.ts'
import { DailyTimer } from './daily/timer.ts'
import { PublicPage } from './education/public-page.ts'
import { Reference } from './education/reference.ts'
import { Exercise } from './exercise/exercise.ts'
import { SignOff } from './ids.ts'
import { Question } from './intake/intake.ts'
import { Measure, MeasureItem, NotShipped, NumberCheck } from './outcome/measure.ts'
import { OutcomeRules } from './outcome/outcome-rules.ts'
import { Ladder } from './plan/ladder.ts'
import { Component } from './plan/plan.ts'
import { Programme } from './plan/programme.ts'
import { RedFlagTable } from './triage/red-flag.ts'

/**
 * A finding as data: when it holds, how sure that makes us (0..1), and what makes it surer or less sure (`by`), each with its reason: a value
 * within its own error of the limit, or an own judgement instead of a measurement, makes it less sure. `asks`: the exercises that work on
 * what was found, any one of them, best first; a plan prefers it within its component.
 */
export const FindingRule = z.object({
  id: z.string(),
  version: z._default(z.number(), 1),
  label: z.string(),
  when: Condition,
  confidence: z.number(),
  more: z.optional(z.array(z.object({ when: Condition, by: z.number(), because: z.string() }))),
  asks: z.optional(z.object({ component: Component, exercises: z.array(z.string()), because: z.string() })),
  lang: z.optional(z.string()),
})
export type FindingRule = z.infer<typeof FindingRule>

/** A working pattern: facts that speak for it (with weights) and against it, and the starting menu it chooses. */
export const PatternRule = z.object({
  id: PatternId,
  version: z._default(z.number(), 1),
  name: z.string(),
  plain: z.string(),
  for: z.array(z.object({ when: Condition, weight: z.number(), because: z.string() })),
  against: z.array(z.object({ when: Condition, weight: z.number(), because: z.string() })),
  menu: z.array(z.object({ exerciseId: z.string(), component: Component, because: z.string() })),
  lang: z.optional(z.string()),
  signOff: SignOff,
})
export type PatternRule = z.infer<typeof PatternRule>

/** A line of the plan that is not an exercise: a visit, a habit, a lesson. */
export const PlanNote = z.object({
  id: z.string(),
  version: z._default(z.number(), 1),
  kind: z.enum(['clinic', 'habit', 'education']),
  component: Component,
  title: z.string(),
  text: z.string(),
  when: z.nullable(Condition),
  excludedBy: z.array(z.string()),
  because: z.string(),
  evidence: z.enum(['thoracic', 'borrowed', 'weak']),
  sources: z.array(z.string()),
  lang: z.optional(z.string()),
  signOff: SignOff,
})
export type PlanNote = z.infer<typeof PlanNote>

/**
 * One movement test. `protocol`: how the camera runs it, what makes an attempt invalid, when to skip and repeat it. `firstCheck`: asked
 * in the first movement check, with the exercise `exerciseId`; the others are chosen by `offer`. `bands`: value in the test's unit below which
 * the movement counts as limited, and those usual, from an age on; `sideDifference`: from which the sides differ; `error`: of the camera.
 */
export const MovementTest = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  steps: z.array(z.string()),
  exerciseId: z.optional(z.string()),
  firstCheck: z._default(z.boolean(), true),
  offer: z.optional(TestOffer),
  protocol: TestProtocol,
  bands: z.array(TestBand),
  sideDifference: z.nullable(z.number()),
  error: z.number(),
  sources: z.array(z.string()),
  lang: z.optional(z.string()),
  signOff: SignOff,
})
export type MovementTest = z.infer<typeof MovementTest>

/**
 * A worry, mood or circumstance that slows recovery and the answers that show it. `asked`: the question of the intake or the measure whose
 * answer is the fact, or `computed`; `item`: its own question, put in the first week where neither has it (fact of the same id). `action`:
 * what the clinic does about it; `lessons`: what helps to read. Never a reason to refuse care. `check`: where the limit comes from. `counted`: whether it
 * speaks for the pattern of long-lasting pain; one that is only a note for the therapist must change nothing in the care.
 */
export const YellowFlag = z.object({
  id: z.string(),
  version: z.number(),
  factor: z.string(),
  when: Condition,
  asked: z.object({ by: z.enum(['question', 'measure', 'item', 'computed']), id: z.string() }),
  item: z.nullable(MeasureItem),
  action: z.string(),
  lessons: z.array(z.string()),
  counted: z._default(z.boolean(), true),
  check: NumberCheck,
  lang: z.optional(z.string()),
  signOff: SignOff,
})
export type YellowFlag = z.infer<typeof YellowFlag>

/**
 * All governed content under one version: rules, questions, library, programme, timers of daily life, measures, lessons, bibliography, codes. `version` is the
 * hash of the English content and is the same in every language, for the rules are; `textVersion` names the translation (empty: English).
 * An item that could not be given in `lang` carries its own `lang` ('en'): show it with that lang attribute.
 */
export const Content = z.object({
  version: z.string(),
  lang: z.string(),
  textVersion: z.optional(z.string()),
  redFlags: RedFlagTable,
  questions: z.array(Question),
  yellowFlags: z.array(YellowFlag),
  findings: z.array(FindingRule),
  patterns: z.array(PatternRule),
  movementTests: z.array(MovementTest),
  selfTests: z.array(SelfTest),
  exercises: z.array(Exercise),
  notes: z.array(PlanNote),
  programme: Programme,
  ladders: z.array(Ladder),
  timers: z.array(DailyTimer),
  measures: z.array(Measure),
  notShipped: z.array(NotShipped),
  outcome: OutcomeRules,
  lessons: z.array(Lesson),
  pages: z.array(PublicPage),
  references: z.array(Reference),
  codes: CodeTable,
})
export type Content = z.infer<typeof Content>

/** The lessons in one language with the part of the bibliography that they cite: for the reader and for the public pages. */
export const LessonContent = z.object({
  version: z.string(),
  lang: z.string(),
  lessons: z.array(Lesson),
  references: z.array(Reference),
})
export type LessonContent = z.infer<typeof LessonContent>

/**
 * The part that a patient's device gets before any plan: rules, questions, the tests of the first check and those that may follow it
 * (`furtherTests`, `selfTests`), and the exercises that the first tests use;
 * `cameraExercises` are those that the camera can count and measure, for trying the camera; `measures` those of the standard set, with
 * what `outcome` holds for their screens.
 */
export const PatientContent = z.object({
  version: z.string(),
  lang: z.string(),
  textVersion: z.optional(z.string()),
  redFlags: RedFlagTable,
  questions: z.array(Question),
  movementTests: z.array(MovementTest),
  furtherTests: z._default(z.array(MovementTest), []),
  selfTests: z._default(z.array(SelfTest), []),
  testExercises: z.array(Exercise),
  cameraExercises: z._default(z.array(Exercise), []),
  measures: z._default(z.array(Measure), []),
  outcome: z.optional(z.pick(OutcomeRules, { events: true, severities: true, curves: true })),
})
export type PatientContent = z.infer<typeof PatientContent>
