import * as z from 'zod/mini'

/** An id made by the device or the server; UUIDv7 where we make it. */
export const Uuid = z.uuid()
export type Uuid = z.infer<typeof Uuid>

/** A moment in UTC, ISO 8601 with milliseconds and Z. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>

/** Who answers for a content item: `draft` until a licensed clinician has reviewed it. */
export const SignOff = z.object({
  state: z.enum(['draft', 'reviewed']),
  by: z.nullable(z.string()),
  at: z.nullable(z.string()),
})
export type SignOff = z.infer<typeof SignOff>
