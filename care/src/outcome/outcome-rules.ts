import * as z from 'zod/mini'
import { EvidenceGrade } from '../education/claim.ts'

/**
 * How pain usually goes on, as shares of the first value (1 = as at the start): `typical` with the `low`..`high` band in which many
 * people fall. For whom: duration of the pain in the words of question H01. `label` is printed with the curve, always. Never a promise;
 * what a person does in a programme and what heals by itself cannot be told apart in one person.
 */
export const ExpectedCurve = z.object({
  id: z.string(),
  measure: z.string(),
  durations: z.array(z.string()),
  points: z.array(z.object({ week: z.number(), typical: z.number(), low: z.number(), high: z.number() })),
  label: z.string(),
  grade: EvidenceGrade,
  references: z.array(z.string()),
  note: z.string(),
})
export type ExpectedCurve = z.infer<typeof ExpectedCurve>

/** When a measure falls due: which week or month after the start (or the end), how long it stays open, how often it is asked again. */
export const MomentRule = z.object({
  moment: z.string(),
  from: z.enum(['start', 'end', 'session']),
  everyDays: z.nullable(z.number()),
  onDay: z.nullable(z.number()),
  openDays: z.number(),
})
export type MomentRule = z.infer<typeof MomentRule>

/**
 * The rules over all measures. `responder`: down by at least this share and this many points. `moments`: the calendar. `stopReasons`: why
 * somebody leaves the programme early. `events`: kinds of adverse event; `severities`: how bad it was (`serious` is reported at the clinic
 * within `seriousHours`). `curves`: what usually happens. `recommend`: share of 9-10 minus share of 0-6 of the recommendation item.
 */
export const OutcomeRules = z.object({
  version: z.number(),
  responder: z.object({ measure: z.string(), item: z.string(), share: z.number(), points: z.number() }),
  moments: z.array(MomentRule),
  stopReasons: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      kind: z.enum(['better', 'worse', 'life', 'product', 'other']),
    }),
  ),
  events: z.array(z.object({ id: z.string(), text: z.string() })),
  severities: z.array(z.object({ value: z.number(), text: z.string(), serious: z.boolean() })),
  seriousHours: z.number(),
  adherence: z.object({ completeShare: z.number(), good: z.number(), partial: z.number() }),
  curves: z.array(ExpectedCurve),
})
export type OutcomeRules = z.infer<typeof OutcomeRules>
