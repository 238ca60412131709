import * as z from 'zod/mini'
import { Uuid } from '../ids.ts'

/**
 * What a photograph with a message may be at most. `side`: pixels of its longer side; `bytes`: as it is sent; `perMessage`, `perDay`: how
 * many of one person, in a day of 24 hours, so that nobody fills the clinic's disk.
 */
export const PICTURE_LIMITS = { side: 2000, bytes: 1_500_000, perMessage: 3, perDay: 30 } as const

/** Bytes of a request with one photograph: four letters for three bytes, and the rest. */
export const PICTURE_REQUEST = Math.ceil((PICTURE_LIMITS.bytes * 4) / 3) + 1000

/** A photograph that goes with a message, under an id that the device made. `data`: a JPEG in base64. It follows its message, never the other way. */
export const PictureSent = z.object({
  id: Uuid,
  messageId: Uuid,
  data: z.base64().check(z.minLength(4), z.maxLength(Math.ceil(PICTURE_LIMITS.bytes / 3) * 4)),
})
export type PictureSent = z.infer<typeof PictureSent>

/** That a message has a photograph, and how large it is drawn, in pixels. The picture itself is asked for when it is looked at. */
export const MessagePicture = z.object({ id: Uuid, width: z.int(), height: z.int() })
export type MessagePicture = z.infer<typeof MessagePicture>
