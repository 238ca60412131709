import * as z from 'zod/mini'
import { Instant, Uuid } from '../ids.ts'
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

/** One line as the clinic's admin reads it. `about`: the one person whose record it was; `listed`: how many a list showed. */
export const TrailLine = z.object({
  id: Uuid,
  at: Instant,
  by: z.nullable(z.string()),
  kind: z.enum(['patient', 'staff', 'caregiver', 'helper', 'api-key', 'system']),
  what: z.string(),
  about: z.nullable(z.object({ patientId: Uuid, label: z.string() })),
  listed: z.number(),
  outcome: z.enum(['done', 'refused']),
  sealed: z.boolean(),
})
export type TrailLine = z.infer<typeof TrailLine>

/** `older`: the line to ask before for the next ones; null: there are none. */
export const TrailPage = z.object({ lines: z.array(TrailLine), older: z.nullable(Uuid) })
export type TrailPage = z.infer<typeof TrailPage>

/** How many of the last links a page checks; the whole chain is for the command line. */
export const CHECKED_LINKS = 20_000

/** What was found in the last links: how many were checked of how many, and what is wrong, a sentence each; none: they are whole. */
export const TrailCheck = z.object({
  checked: z.number(),
  sealed: z.number(),
  unsealed: z.number(),
  faults: z.array(z.string()),
})
export type TrailCheck = z.infer<typeof TrailCheck>
