import * as z from 'zod/mini'
import { PhaseId } from '../exercise/exercise.ts'
import { Instant } from '../ids.ts'
import { MovementTestResult, SelfTestResult } from '../intake/intake.ts'

const scale = z.number().check(z.gte(0), z.lte(10))

/**
 * What the charts of a course and its questions start from. `duration`: how long the pain had lasted, in the words of question H01; `pain`
 * 0..10 and `tests`, `selfTests` at the start; `activities`: the person's own, with how well each went then (0..10, null: not asked); `phases`: since when
 * the plan was in each, oldest first; `flares` that were told; `perWeek`: sessions at home that the plan asks for. Null: not asked.
 */
export const CourseSoFar = z.object({
  startedAt: Instant,
  endedAt: z.nullable(Instant),
  duration: z.nullable(z.string()),
  pain: z.nullable(z.object({ now: scale, average: scale, worst: scale })),
  activities: z.array(z.object({ text: z.string(), now: z.nullable(scale) })),
  tests: z.record(z.string(), MovementTestResult),
  selfTests: z.optional(z.record(z.string(), SelfTestResult)),
  phases: z.array(z.object({ phase: PhaseId, since: Instant })),
  flares: z.array(z.object({ began: Instant, ended: z.nullable(Instant) })),
  perWeek: z.number(),
})
export type CourseSoFar = z.infer<typeof CourseSoFar>
