import * as z from 'zod/mini'
import { Instant, Uuid } from '../ids.ts'

/**
 * A lesson read to its end, made on the device under its own id. `answer`: the option chosen in its check question, null where it was left
 * out. Nothing is scored: the answer only tells whether a lesson is understood.
 */
export const LessonDone = z.object({
  id: Uuid,
  at: Instant,
  lessonId: z.string().check(z.minLength(1), z.maxLength(80)),
  version: z.int().check(z.gte(1), z.lte(1_000_000)),
  answer: z.nullable(z.string().check(z.maxLength(60))),
})
export type LessonDone = z.infer<typeof LessonDone>

/** A lesson that somebody has read: which version, and when first. */
export const LessonRead = z.object({ id: z.string(), version: z.number(), doneAt: Instant })
export type LessonRead = z.infer<typeof LessonRead>

/** The one lesson that today's page offers. `lang`: of its words where they are not in the person's language. */
export const LessonOffer = z.object({
  id: z.string(),
  title: z.string(),
  hook: z.string(),
  minutes: z.number(),
  lang: z.optional(z.string()),
})
export type LessonOffer = z.infer<typeof LessonOffer>
