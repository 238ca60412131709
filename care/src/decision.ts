import * as z from 'zod/mini'
import { Instant } from './ids.ts'

/**
 * One reason, in a form that any language can say: the id of a sentence in `because.ts` and the values that it names.
 * Stored as it is; turned into words by `explain()` where somebody reads it.
 */
export const Because = z.object({
  id: z.string(),
  values: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
})
export type Because = z.infer<typeof Because>

/**
 * The one shape in which every rule answers: triage, evaluation, plan, prescription, adaptation, clearance, consent.
 * `inputs` is what the rule looked at, enough to replay it; `by` is `rules` or `clinician:<staff id>` or `patient`.
 */
export const Decision = z.object({
  kind: z.enum([
    'consent',
    'triage',
    'evaluation',
    'plan',
    'prescription',
    'adaptation',
    'clearance',
    'review',
    'course',
  ]),
  rule: z.string(),
  contentVersion: z.string(),
  inputs: z.unknown(),
  outcome: z.unknown(),
  because: z.array(Because),
  at: Instant,
  by: z.string(),
})
export type Decision = z.infer<typeof Decision>
