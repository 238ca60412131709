import * as z from 'zod/mini'
import { Condition } from '../condition.ts'
import { PatternId } from '../evaluation/evaluation.ts'
import { PhaseId } from '../exercise/exercise.ts'
import { SignOff } from '../ids.ts'
import { Component } from '../plan/plan.ts'
import { Passage } from './claim.ts'

/**
 * A short lesson of two minutes. `hook`: why to read it, one line. `passages`: what it says, each with its claim or none. `action`: the
 * one thing to do today. `check`: one question that shows whether the point came across; `why` is said after either answer, without
 * blame. `help`: when to get help, where the subject calls for it (safety text). `dose`: which phases and patterns it is meant for (an
 * empty list of patterns means all), in which order, and an extra condition over the facts of the evaluation; `public`: also on the open pages.
 */
export const Lesson = z.object({
  id: z.string(),
  version: z.number(),
  title: z.string(),
  component: Component,
  minutes: z.number(),
  hook: z.string(),
  passages: z.array(Passage),
  action: z.string(),
  check: z.object({
    question: z.string(),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
    answer: z.string(),
    why: z.string(),
  }),
  help: z.nullable(z.string()),
  dose: z.object({
    phases: z.array(PhaseId),
    patterns: z.array(PatternId),
    when: z.nullable(Condition),
    order: z.number(),
  }),
  public: z.boolean(),
  lang: z.optional(z.string()),
  signOff: SignOff,
})
export type Lesson = z.infer<typeof Lesson>
