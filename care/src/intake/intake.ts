import * as z from 'zod/mini'
import { Condition } from '../condition.ts'
import { Instant, SignOff, Uuid } from '../ids.ts'

/** One answer: a choice or free text, a number in the unit of its question, or several choices. */
export const Answer = z.union([
  z.string().check(z.maxLength(2000)),
  // Far outside of what anybody answers, so that what is worked out from it stays a number.
  z.number().check(z.gte(-1_000_000), z.lte(1_000_000)),
  z.array(z.string().check(z.maxLength(200))).check(z.maxLength(40)),
])
export type Answer = z.infer<typeof Answer>

/** One intake question as data. `screen`: its free text goes through the red-flag screen at once. `gate`: asked only when it holds. */
export const Question = z.object({
  id: z.string(),
  version: z.number(),
  section: z.enum(['history', 'habits', 'setup']),
  text: z.string(),
  help: z.nullable(z.string()),
  type: z.enum(['choice', 'multi', 'number', 'text', 'bodymap']),
  options: z.array(z.object({ value: z.string(), label: z.string() })),
  min: z.nullable(z.number()),
  max: z.nullable(z.number()),
  unit: z.nullable(z.string()),
  optional: z.boolean(),
  gate: z.nullable(Condition),
  screen: z.boolean(),
  lang: z.optional(z.string()),
  signOff: SignOff,
})
export type Question = z.infer<typeof Question>

/** An activity that matters to the person, in their own words; `now` 0 unable .. 10 as before (PSFS). */
export const Goal = z.object({
  text: z.string().check(z.minLength(1), z.maxLength(200)),
  now: z.number().check(z.gte(0), z.lte(10)),
})
export type Goal = z.infer<typeof Goal>

/** A movement as the person judges it without a camera. */
export const MovementRating = z.enum(['full', 'limited', 'very-limited', 'painful'])
export type MovementRating = z.infer<typeof MovementRating>

const degrees = z.number().check(z.gte(-1000), z.lte(1000))

/**
 * Degrees each side unless the test says otherwise; null where the person could not or would not. `value`: of a test without sides
 * (seconds, counts, grades, rates), in its unit. `pain` 0..10.
 * `rating`: the person's own judgement of the worse side; `ratings`: of each side.
 */
export const MovementTestResult = z.object({
  left: z.nullable(degrees),
  right: z.nullable(degrees),
  value: z.optional(z.nullable(degrees)),
  source: z.enum(['camera', 'self']),
  error: z.optional(z.nullable(degrees)),
  pain: z.optional(z.nullable(z.number().check(z.gte(0), z.lte(10)))),
  rating: z.optional(z.nullable(MovementRating)),
  ratings: z.optional(z.nullable(z.object({ left: MovementRating, right: MovementRating }))),
})
export type MovementTestResult = z.infer<typeof MovementTestResult>

/** What a person found in a test that they did alone. `side`: the worse one, where sides were told apart. */
export const SelfTestResult = z.object({
  result: z.enum(['pass', 'limited', 'painful']),
  side: z.optional(z.nullable(z.enum(['left', 'right', 'both']))),
})
export type SelfTestResult = z.infer<typeof SelfTestResult>

const pain = z.number().check(z.gte(0), z.lte(10))

/**
 * What a person tells at the start, as the API and the CLI take it (format `dorsal-intake/1`). Answers are keyed by the
 * ids of red flags (RF), history (H), habits (B) and yellow flags (YF). Under 18 never reaches this shape with answers.
 */
export const Intake = z.object({
  format: z.literal('dorsal-intake/1'),
  lang: z._default(z.string().check(z.maxLength(10)), 'en'),
  country: z.optional(z.nullable(z.string().check(z.maxLength(2)))),
  yearOfBirth: z.number().check(z.gte(1900), z.lte(2100)),
  sex: z.optional(z.nullable(z.enum(['female', 'male', 'other']))),
  camera: z._default(z.boolean(), false),
  equipment: z._default(z.array(z.string().check(z.maxLength(40))), []),
  minutesPerDay: z._default(z.number().check(z.gte(5), z.lte(120)), 15),
  daysPerWeek: z._default(z.number().check(z.gte(1), z.lte(7)), 5),
  answers: z.record(z.string(), Answer),
  goals: z._default(z.array(Goal).check(z.maxLength(5)), []),
  measures: z._default(
    z.object({ nprs: z.optional(z.object({ now: pain, average: pain, worst: pain })) }),
    {},
  ),
  movementTests: z._default(z.record(z.string(), MovementTestResult), {}),
  selfTests: z.optional(z.record(z.string(), SelfTestResult)),
})
export type Intake = z.infer<typeof Intake>

/** What the person read and agreed to before the first health question: a versioned decision. */
export const ConsentGiven = z.object({
  id: Uuid,
  version: z.string().check(z.maxLength(40)),
  lang: z.string().check(z.maxLength(10)),
  agreedAt: Instant,
})
export type ConsentGiven = z.infer<typeof ConsentGiven>
