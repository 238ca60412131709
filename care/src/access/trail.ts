import * as z from 'zod/mini'
import { Instant } from '../ids.ts'
import { STAFF_ROLES } from './principal.ts'

/** How far back a person sees who looked. */
export const LOOKERS_DAYS = 365

/**
 * Somebody who looked at or changed a record, a row for each, day and kind of look. `by`: their name, null where they have none here;
 * `role`: null for who is no staff.
 */
export const Looker = z.object({
  by: z.nullable(z.string()),
  kind: z.enum(['staff', 'caregiver', 'helper', 'api-key', 'system']),
  role: z.nullable(z.enum(STAFF_ROLES)),
  /** The row of the API, or the command, by its name. */
  what: z.string(),
  outcome: z.enum(['done', 'refused']),
  times: z.number(),
  first: Instant,
  last: Instant,
})
export type Looker = z.infer<typeof Looker>

/** The last link of the chain of hashes: who keeps it elsewhere can tell later whether the end of the trail was cut off. */
export const TrailHead = z.object({ seq: z.number(), hash: z.string(), at: Instant })
export type TrailHead = z.infer<typeof TrailHead>
