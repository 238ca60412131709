import * as z from 'zod/mini'
import { BodyPart, Signal } from '../movement.ts'
import { View } from '../pose.ts'

/** What sort of measurement a movement test is; each sort has one runner. */
export const TestKind = z.enum([
  'range',
  'grade',
  'hold',
  'count',
  'photo',
  'self',
  'breathing-rate',
  'breathing-pattern',
])
export type TestKind = z.infer<typeof TestKind>

/**
 * What makes an attempt invalid or ends a hold, as data: `signal` breaks `when` against `threshold` (in its unit) for `seconds`
 * without a gap, seen from one of `views`. It must be broken by more than half of the signal's expected error, so that
 * the camera's tremble never costs anybody an attempt. A signal that cannot be read judges nothing, and the result says so.
 */
export const TestRule = z.object({
  id: z.string(),
  signal: Signal,
  views: z.array(View),
  when: z.enum(['above', 'below', 'aboveAbs']),
  threshold: z.number(),
  seconds: z.number(),
})
export type TestRule = z.infer<typeof TestRule>

/** The furthest that `signal` went in an attempt, compared in its unit: at least `from`, at most `to`. */
export const TestMark = z.object({ signal: Signal, from: z.optional(z.number()), to: z.optional(z.number()) })
export type TestMark = z.infer<typeof TestMark>

/**
 * How attempts become a grade. `best`: the best row that any attempt meets, highest first; `answer` is what the person must have said about
 * the thing that the camera cannot see. `repeats`: top grade when all attempts are good, one less when the first is, else 1; 0 when none reaches `least`.
 */
export const TestGrading = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('best'),
    rows: z.array(
      z.object({ grade: z.number(), marks: z.array(TestMark), answer: z.nullable(z.array(z.string())) }),
    ),
  }),
  z.object({ by: z.literal('repeats'), good: z.array(TestMark), least: z.array(TestMark), top: z.number() }),
])
export type TestGrading = z.infer<typeof TestGrading>

/** Usual and limited values from an age on (years), for one sex or both. `limitedBelow` and `typical` in the test's unit. */
export const TestBand = z.object({
  fromAge: z.number(),
  sex: z.optional(z.enum(['female', 'male'])),
  limitedBelow: z.number(),
  typical: z.optional(z.tuple([z.number(), z.number()])),
})
export type TestBand = z.infer<typeof TestBand>

/**
 * One movement test as the engine runs it. Clinical source: movement tests of the specification; every number that a camera study has not
 * shown is provisional and says so in `changeSource`.
 *
 * - `sides`: `each` (left and right in turn from one place), `near` (the side near the camera, then turn round), `one`.
 * - `repeats`: valid attempts wanted a side, after `practice` ones that do not count. `seconds`: length of a count, longest hold, stillness.
 * - `signal`: what is measured; `direction` +1 when the movement raises it; `minRange`: least excursion that is an attempt.
 * - `trend`: a stand-in for something no landmark shows, comparable with itself only.
 * - `change`: minimal detectable change in the unit; a smaller difference is about the same. `stopPain`: pain (0..10) above which the test ends.
 * - `unseen`: what must hold and the camera cannot see: told, not judged.
 */
export const TestProtocol = z.object({
  kind: TestKind,
  unit: z.enum(['deg', 'ratio', 'seconds', 'count', 'grade', 'per-minute', 'cm']),
  trend: z.boolean(),
  sides: z.enum(['each', 'near', 'one']),
  repeats: z.number(),
  practice: z.number(),
  seconds: z.nullable(z.number()),
  camera: z.nullable(
    z.object({
      views: z.array(View),
      metres: z.tuple([z.number(), z.number()]),
      height: z.enum(['mid-trunk', 'low', 'chest']),
      fps: z.number(),
    }),
  ),
  needs: z.array(BodyPart),
  signal: z.nullable(Signal),
  direction: z.union([z.literal(1), z.literal(-1)]),
  minRange: z.number(),
  failIf: z.array(TestRule),
  unseen: z.array(z.string()),
  grading: z.nullable(TestGrading),
  /** For rates and gaps: the usual span, and the values at which to ask or to stop and repeat. */
  limits: z.nullable(
    z.object({
      typical: z.nullable(z.tuple([z.number(), z.number()])),
      askAbove: z.nullable(z.number()),
      repeatFrom: z.nullable(z.number()),
      repeatBelow: z.nullable(z.number()),
    }),
  ),
  change: z.number(),
  changeSource: z.string(),
  stopPain: z.number(),
  skipTags: z.array(z.string()),
  scheduleWeeks: z.array(z.number()),
})
export type TestProtocol = z.infer<typeof TestProtocol>

/** A test with its norms: `error` of the camera and `sideDifference` (null where sides are not compared) in the test's unit. */
export type TestSpec = {
  protocol: TestProtocol
  bands: readonly TestBand[]
  sideDifference: number | null
  error: number
}
