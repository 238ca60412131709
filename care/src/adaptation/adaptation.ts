import * as z from 'zod/mini'
import { Because } from '../decision.ts'
import { Instant, Uuid } from '../ids.ts'

/** The traffic light of pain: green carries on, amber stays or eases, red eases at once. */
export const Light = z.enum(['green', 'amber', 'red'])
export type Light = z.infer<typeof Light>

/**
 * One change to one plan item between sessions. Easier is `applied` at once; harder within the therapist's bounds is `listed`
 * (applied at the next session and shown for the weekly co-sign); beyond the bounds it is `waiting`.
 */
export const PlanChange = z.object({
  planItemId: z.string(),
  variable: z.enum(['reps', 'sets', 'hold', 'range', 'tempo', 'rest', 'exercise', 'state']),
  from: z.union([z.string(), z.number()]),
  to: z.union([z.string(), z.number()]),
  direction: z.enum(['easier', 'harder', 'same']),
  status: z.enum(['applied', 'listed', 'waiting']),
  because: z.array(Because),
})
export type PlanChange = z.infer<typeof PlanChange>

/** What a clinician is asked to decide. `lock` rises with each write; a decision on an old one is refused. */
export const Proposal = z.object({
  id: Uuid,
  kind: z.enum(['first-plan', 'co-sign', 'beyond-bounds', 'next-phase', 'discharge']),
  status: z.enum(['pending', 'accepted', 'edited', 'rejected']),
  planVersion: z.number(),
  changes: z.array(PlanChange),
  because: z.array(Because),
  createdAt: Instant,
  decidedAt: z.nullable(Instant),
  decidedBy: z.nullable(z.string()),
  note: z.nullable(z.string()),
  lock: z.number(),
})
export type Proposal = z.infer<typeof Proposal>
