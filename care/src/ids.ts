import * as z from 'zod/mini'

/** An id made by the device or the server; UUIDv7 where we make it. */
export const Uuid = z.uuid()
export type Uuid = z.infer<typeof Uuid>

/** A moment in UTC, ISO 8601 with milliseconds and Z, in a year that a device's clock can show. */
export const Instant = z.iso.datetime().check(z.maxLength(30), z.regex(/^(?:19[7-9]\d|[2-9]\d{3})-/))
export type Instant = z.infer<typeof Instant>

/** Who answers for a content item: `draft` until a licensed clinician has reviewed it. */
export const SignOff = z.object({
  state: z.enum(['draft', 'reviewed']),
  by: z.nullable(z.string()),
  at: z.nullable(z.string()),
})
export type SignOff = z.infer<typeof SignOff>
