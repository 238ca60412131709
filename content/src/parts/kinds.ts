import {
  CodeTable,
  CombinationRule,
  DailyTimer,
  Exercise,
  FindingRule,
  Ladder,
  Lesson,
  Measure,
  MovementTest,
  NotShipped,
  OutcomeRules,
  PatternRule,
  PlanNote,
  PreSessionItem,
  Programme,
  PublicPage,
  Question,
  RedFlag,
  RedFlagGate,
  Reference,
  SafetyCard,
  SelfTest,
  StopRule,
  TextConcept,
  TextModel,
  TextPattern,
  YellowFlag,
} from '@dorsal/care'
import { Figure } from '@dorsal/motion'
import * as z from 'zod/mini'

/** The picture of an exercise, kept apart from it because it is drawn by somebody else than who writes it. */
export const FigureFile = z.object({ id: z.string(), version: z.number(), figure: Figure })

/** The words that stand under every plan. */
export const SafetyNet = z.object({
  id: z.optional(z.string()),
  version: z.optional(z.number()),
  text: z.string(),
})

/** The folders of a content directory that hold items under ids of their own, and the schema of an item. */
export const LISTS = {
  'red-flags/items': RedFlag,
  'red-flags/gates': RedFlagGate,
  'red-flags/combinations': CombinationRule,
  'red-flags/concepts': TextConcept,
  'red-flags/patterns': TextPattern,
  'red-flags/pre-session': PreSessionItem,
  'red-flags/stop-rules': StopRule,
  'red-flags/cards': SafetyCard,
  questions: Question,
  'yellow-flags': YellowFlag,
  findings: FindingRule,
  patterns: PatternRule,
  'movement-tests': MovementTest,
  'self-tests': SelfTest,
  exercises: Exercise,
  figures: FigureFile,
  notes: PlanNote,
  ladders: Ladder,
  timers: DailyTimer,
  measures: Measure,
  'not-shipped': NotShipped,
  lessons: Lesson,
  pages: PublicPage,
  references: Reference,
} as const

/** The folders that hold exactly one object. */
export const SINGLES = {
  'red-flags/safety-net': SafetyNet,
  'red-flags/text-model': TextModel,
  programme: Programme,
  outcome: OutcomeRules,
  codes: CodeTable,
} as const

export type ListKind = keyof typeof LISTS
export type SingleKind = keyof typeof SINGLES
export type Kind = ListKind | SingleKind

export const KINDS: readonly string[] = [...Object.keys(LISTS), ...Object.keys(SINGLES)]

/** Singles that content may do without. */
export const OPTIONAL: ReadonlySet<string> = new Set(['red-flags/text-model'])
