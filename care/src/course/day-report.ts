import * as z from 'zod/mini'
import { Instant, Uuid } from '../ids.ts'

const scale = z.number().check(z.gte(0), z.lte(10))
const answers = z.record(z.string().check(z.maxLength(40)), z.enum(['yes', 'no']))
const note = z.nullable(z.string().check(z.maxLength(1000)))
const made = { id: Uuid, at: Instant }

/** Why a session is left out today. None of them counts against anybody. */
export const NotTodayReason = z.enum(['pain', 'tired', 'no-time', 'ill', 'travel', 'other'])
export type NotTodayReason = z.infer<typeof NotTodayReason>

/**
 * What a person tells on a day apart from a session, made on the device under its own id. `not-today`: the session is left out.
 * `flare-up`: it has flared up; `pain` and `worry` about moving 0..10, `answers` to the four danger questions, asked first. `settled`: back
 * to usual. `morning`: how it is the morning after a session, how the night was, and `answers` to the danger questions where
 * the morning called for them (left out: not asked). `smaller`/`whole`: the smaller programme is taken, or all of it again.
 * `again`: the pain is back after the end of a course; the same danger questions first.
 */
export const DayReport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-today'), ...made, reason: NotTodayReason, note }),
  z.object({ kind: z.literal('flare-up'), ...made, pain: scale, worry: z.nullable(scale), answers, note }),
  z.object({ kind: z.literal('settled'), ...made, pain: z.nullable(scale) }),
  z.object({
    kind: z.literal('morning'),
    ...made,
    sinceLast: z.enum(['better', 'same', 'a-little-worse', 'much-worse']),
    pain: z.nullable(scale),
    sleep: z.optional(z.nullable(z.enum(['well', 'so-so', 'badly']))),
    answers: z.optional(answers),
  }),
  z.object({ kind: z.literal('smaller'), ...made, barrier: z.nullable(z.string().check(z.maxLength(200))) }),
  z.object({ kind: z.literal('whole'), ...made }),
  z.object({ kind: z.literal('again'), ...made, pain: scale, answers }),
])
export type DayReport = z.infer<typeof DayReport>
