import * as z from 'zod/mini'
import { Because } from '../decision.ts'
import { Instant, Uuid } from '../ids.ts'
import { Next } from '../session/session.ts'
import { CardId, Disposition } from '../triage/red-flag.ts'
import { MessagePicture } from './picture.ts'
import { ReplyRule } from './reply-time.ts'
import { MessageTemplate } from './templates.ts'

/** As long as a message may be, in letters. */
export const MESSAGE_LENGTH = 4000

const words = z.string().check(z.maxLength(MESSAGE_LENGTH), z.regex(/\S/))

/** Answers to check questions, by the question. */
export const CheckAnswers = z.record(z.string().check(z.maxLength(20)), z.enum(['yes', 'no', 'unsure']))

/**
 * What a person writes to the clinic, under an id that their device made. `lang`: the language of the page that it was typed on.
 * `answers`: to the check questions that the words made the device ask; one that was not answered counts as yes.
 */
export const MessageSent = z.object({
  id: Uuid,
  words,
  lang: z.string().check(z.regex(/^[a-z]{2}$/)),
  answers: CheckAnswers,
})
export type MessageSent = z.infer<typeof MessageSent>

/** What a clinician writes, under an id that their device made. */
export const MessageFromClinic = z.object({ id: Uuid, words })
export type MessageFromClinic = z.infer<typeof MessageFromClinic>

/** What the screen found in a message. `seenBy` is the only ground for saying that somebody at the clinic knows. */
export const MessageFlag = z.object({
  level: Disposition,
  card: z.nullable(CardId),
  because: z.array(Because),
  taskId: Uuid,
  seenAt: z.nullable(Instant),
  seenBy: z.nullable(z.string()),
})
export type MessageFlag = z.infer<typeof MessageFlag>

/**
 * One message of a thread. `by`: who wrote it for the clinic; null of the person's own. `dueAt`: by when the clinic promised to answer,
 * `answeredAt`: when it did or said that no answer is needed; both null of the clinic's own. `readAt`: when the other side first saw it.
 */
export const Message = z.object({
  id: Uuid,
  from: z.enum(['patient', 'clinic']),
  by: z.nullable(z.string()),
  words: z.string(),
  at: Instant,
  readAt: z.nullable(Instant),
  readBy: z.nullable(z.string()),
  dueAt: z.nullable(Instant),
  answeredAt: z.nullable(Instant),
  /** What the person answered to the check questions that their words called for. */
  answers: CheckAnswers,
  flag: z.nullable(MessageFlag),
  pictures: z.array(MessagePicture),
})
export type Message = z.infer<typeof Message>

/** A part of a thread, oldest first. `earlier`: there is more before the first. */
export const MessagePage = z.object({ messages: z.array(Message), earlier: z.boolean() })
export type MessagePage = z.infer<typeof MessagePage>

/** The newest part of a person's thread, as they see it. `therapist`: who leads their care, where anybody does. */
export const Thread = z.extend(MessagePage, {
  therapist: z.nullable(z.string()),
  rule: ReplyRule,
  /** Whether the clinic still takes messages; a danger in one is taken in any case. */
  open: z.boolean(),
  unread: z.number(),
})
export type Thread = z.infer<typeof Thread>

/** How the promise was kept, over the whole clinic: of messages that were due or answered. Null: none yet. */
export const ReplyFigures = z.object({
  messages: z.number(),
  kept: z.nullable(z.number()),
  medianHours: z.nullable(z.number()),
})
export type ReplyFigures = z.infer<typeof ReplyFigures>

/** The same thread as the clinic sees it. `lang`: the language in which the person reads. */
export const ClinicThread = z.extend(Thread, {
  lang: z.string(),
  waitingSince: z.nullable(Instant),
  dueAt: z.nullable(Instant),
  templates: z.array(MessageTemplate),
  figures: ReplyFigures,
})
export type ClinicThread = z.infer<typeof ClinicThread>

/** What a message comes to: saved, the one next step, and the card where the words named a danger. */
export const MessageReply = z.object({
  saved: z.object({ id: Uuid, at: Instant }),
  next: Next,
  card: z.nullable(CardId),
})
export type MessageReply = z.infer<typeof MessageReply>
