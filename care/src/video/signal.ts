import * as z from 'zod/mini'
import { Uuid } from '../ids.ts'

const text = (most: number) => z.string().check(z.maxLength(most))

/** The most that a description of a connection may have, in characters: several times what browsers write. */
export const DESCRIPTION_LENGTH = 32_000
/** The most signals that are sent at once, and that wait for one side. */
export const SIGNALS_AT_ONCE = 40
export const SIGNALS_WAITING = 400

const description = <const K extends 'offer' | 'answer'>(kind: K) =>
  z.object({
    kind: z.literal(kind),
    sdp: text(DESCRIPTION_LENGTH).check(z.regex(/^v=0\r?\n/)),
  })

/**
 * What the two browsers of a video visit tell each other to find a way: an offer, an answer, a way to try. Never words, sound or picture:
 * those go from one to the other without us.
 */
export const Signal = z.discriminatedUnion('kind', [
  description('offer'),
  description('answer'),
  z.object({
    kind: z.literal('candidate'),
    candidate: text(1000),
    mid: z.nullable(text(40)),
    line: z.nullable(z.int().check(z.minimum(0), z.maximum(20))),
    fragment: z.nullable(text(300)),
  }),
])
export type Signal = z.infer<typeof Signal>

/**
 * What a page of a video visit says and asks now and then. `meeting`: made anew by each page that is opened, so that one that is loaded
 * again begins a new connection; `enter`: it has just come, and takes over from an older one. `to`: the meeting of the other side that the signals are for. `after`: the last signal that came.
 */
export const VideoCall = z.object({
  meeting: Uuid,
  enter: z.boolean(),
  to: z.nullable(Uuid),
  after: z.int().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER)),
  signals: z.array(Signal).check(z.maxLength(SIGNALS_AT_ONCE)),
})
export type VideoCall = z.infer<typeof VideoCall>

/**
 * How the room stands. `other`: the newest page of the other side, if any came, and whether it was heard of just now. `mine`: false where
 * a newer page of the same side took over. `seen`: the clinician's page has heard that the person came. `admitted`: the clinician let the
 * person in. `ended`: the clinician ended the visit by video.
 */
export const VideoRoom = z.object({
  mine: z.boolean(),
  other: z.nullable(z.object({ meeting: Uuid, there: z.boolean(), name: z.string() })),
  seen: z.boolean(),
  admitted: z.boolean(),
  ended: z.boolean(),
  signals: z.array(z.object({ n: z.number(), signal: Signal })),
})
export type VideoRoom = z.infer<typeof VideoRoom>
