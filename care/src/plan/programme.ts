import * as z from 'zod/mini'
import { Condition } from '../condition.ts'
import { PhaseId } from '../exercise/exercise.ts'
import { SignOff } from '../ids.ts'

/** One criterion that the plan shows: its words, and when it is met over the facts of the course (`COURSE_FACTS`). */
export const Criterion = z.object({ id: z.string(), text: z.string(), when: Condition })
export type Criterion = z.infer<typeof Criterion>

/**
 * What opens a phase or ends it: all of `all`, at least one of `oneOf` (empty: none is asked for), and at least `atLeast` of the criteria
 * together; not before `minDays` in the phase. See `gateMet`.
 */
export const PhaseGate = z.object({
  criteria: z.array(Criterion),
  all: z.array(z.string()),
  oneOf: z.array(z.string()),
  atLeast: z.number(),
  minDays: z.number(),
})
export type PhaseGate = z.infer<typeof PhaseGate>

/** A home session as a therapist would write it by hand: the composer fits it to the person, by component and position. */
export const SessionTemplate = z.object({ id: z.string(), exercises: z.array(z.string()) })
export type SessionTemplate = z.infer<typeof SessionTemplate>

/**
 * One phase: `weeks` as it is said and `weekRange` as numbers (last null: open); `effort` band and `painCeiling` (0..10); `itemCount` of a
 * session; `home` sessions a week and their minutes; `visits` a week at the clinic and their minutes (null: none planned).
 */
export const ProgrammePhase = z.object({
  id: PhaseId,
  label: z.string(),
  weeks: z.string(),
  weekRange: z.tuple([z.number(), z.nullable(z.number())]),
  goals: z.array(z.string()),
  entry: PhaseGate,
  exit: PhaseGate,
  effort: z.tuple([z.number(), z.number()]),
  painCeiling: z.number(),
  itemCount: z.tuple([z.number(), z.number()]),
  home: z.object({
    perWeek: z.tuple([z.number(), z.number()]),
    minutes: z.tuple([z.number(), z.number()]),
    daily: z.nullable(z.string()),
  }),
  visits: z.nullable(
    z.object({
      perWeek: z.tuple([z.number(), z.number()]),
      minutes: z.tuple([z.number(), z.number()]),
    }),
  ),
  sessions: z.array(SessionTemplate),
})
export type ProgrammePhase = z.infer<typeof ProgrammePhase>

/**
 * One row of the decision table between sessions; the first that holds decides for its `about` (one exercise, or the whole plan).
 * `values` are the numbers of the action: `doseShare` (what remains of the dose), `sessions`, `exercises`, `minutes`, `maxExercises`,
 * `weeklyVolumeShare`, `workingDays`. `says`: the rule in words, for therapists. Only `progress` makes anything harder.
 */
export const DecisionRow = z.object({
  id: z.string(),
  about: z.enum(['item', 'plan']),
  when: Condition,
  action: z.enum([
    'stop',
    'regress',
    'hold',
    'swap-sibling',
    'progress',
    'keep',
    'reduce',
    'shrink',
    'step-back',
    'restart-week',
    'timer-only',
    'therapist-review',
  ]),
  values: z.record(z.string(), z.number()),
  says: z.string(),
  check: z.enum(['read', 'remembered', 'author']),
})
export type DecisionRow = z.infer<typeof DecisionRow>

/** A step of the flare-up plan: from and to which day (last null: open), what to do, what remains of the dose, up to which pain. */
export const FlareStep = z.object({
  id: z.string(),
  days: z.tuple([z.number(), z.nullable(z.number())]),
  steps: z.array(z.string()),
  exercises: z.array(z.string()),
  phase: z.nullable(PhaseId),
  doseShare: z.nullable(z.number()),
  painCeiling: z.nullable(z.number()),
})
export type FlareStep = z.infer<typeof FlareStep>

/** When somebody at the clinic looks, and within how many working days. */
export const ReviewRule = z.object({
  id: z.string(),
  when: Condition,
  workingDays: z.number(),
  says: z.string(),
})
export type ReviewRule = z.infer<typeof ReviewRule>

/**
 * The programme over all exercises as data: phases, traffic light, decision table, flare-up, discharge, relapse prevention, restart,
 * cadence, and how far a session may adapt itself. Numbers without a study behind them are author defaults; a clinician signs them off.
 */
export const Programme = z.object({
  version: z.number(),
  phases: z.array(ProgrammePhase),
  /** Limits of pain during exercise (0..10): green up to, amber up to, red from this rise on; none of it at `neverFrom` or above. */
  trafficLight: z.object({
    greenUpTo: z.number(),
    amberUpTo: z.number(),
    redRise: z.number(),
    amberRise: z.number(),
    judgeChangeAbove: z.number(),
    neverFrom: z.number(),
    settleHours: z.number(),
    references: z.array(z.string()),
  }),
  decisions: z.array(DecisionRow),
  /** Order in which a dose grows, one variable at a time. */
  progressOrder: z.array(z.enum(['reps', 'sets', 'hold', 'tempo', 'load', 'exercise'])),
  withinSession: z.object({
    maxChanges: z.number(),
    allowed: z.array(z.string()),
    never: z.array(z.string()),
  }),
  flare: z.object({ steps: z.array(FlareStep), reviews: z.array(ReviewRule) }),
  discharge: z.object({
    gate: PhaseGate,
    plateau: ReviewRule,
    checkMonths: z.array(z.number()),
    relapsePlan: z.array(z.object({ id: z.string(), text: z.string() })),
    references: z.array(z.string()),
  }),
  /** Coming back: within `withoutIntakeMonths` of the end and with a clear screen, no new intake; `phase`: where it starts again. */
  restart: z.object({ withoutIntakeMonths: z.number(), phase: PhaseId, afterGap: z.array(ReviewRule) }),
  cadence: z.object({
    weeks: z.tuple([z.number(), z.number()]),
    defaultWeeks: z.number(),
    visits: z.array(z.object({ weeks: z.tuple([z.number(), z.number()]), everyDays: z.number() })),
    remoteVideoWeeks: z.array(z.number()),
    homeDays: z.number(),
    homeMinutes: z.tuple([z.number(), z.number()]),
    reminders: z.object({ perDay: z.number(), perWeek: z.number() }),
  }),
  precautionTags: z.record(z.string(), z.string()),
  defaultPhase: PhaseId,
  lang: z.optional(z.string()),
  signOff: SignOff,
})
export type Programme = z.infer<typeof Programme>
