import type { MessageSent, PictureSent } from '@dorsal/care'
import { useEffect, useRef, useState } from 'react'
import * as z from 'zod/mini'
import { newId } from '../../lib/new-id.ts'
import { forget, keep, readKept } from '../../lib/store.ts'

const Answers = z.record(z.string(), z.enum(['yes', 'no', 'unsure']))

const Photo = z.object({ id: z.uuid(), data: z.string() })
/** A photograph that is to go with a message: a JPEG in base64, as it may leave this device. */
export type Photo = z.infer<typeof Photo>

/** What is being written, as it lies on this device. `sending`: it was to be sent, and check questions are still open. */
const Draft = z.object({
  id: z.uuid(),
  words: z.string(),
  answers: Answers,
  sending: z.boolean(),
  photos: z._default(z.array(Photo), []),
})
export type MessageDraft = z.infer<typeof Draft>

const fresh = (): MessageDraft => ({ id: newId(), words: '', answers: {}, sending: false, photos: [] })

/**
 * The message that is being written; null until this device was asked for it. Whatever is typed is kept at once, and one id goes with it
 * until it is sent, so that no way of sending it twice makes two of it.
 */
export function useMessageDraft(): [MessageDraft | null, (draft: MessageDraft | null) => void] {
  const [draft, setDraft] = useState<MessageDraft | null>(null)
  const latest = useRef<MessageDraft | null>(null)
  useEffect(() => {
    let over = false
    const look = async () => {
      const read = Draft.safeParse(await readKept('message-draft'))
      if (over || latest.current !== null) return
      latest.current = read.success ? read.data : fresh()
      setDraft(latest.current)
    }
    void look()
    return () => {
      over = true
    }
  }, [])
  const put = (next: MessageDraft | null) => {
    latest.current = next ?? fresh()
    setDraft(latest.current)
    void (next === null ? forget('message-draft') : keep('message-draft', next))
  }
  return [draft, put]
}

/** The photographs of a draft, each to be sent after its message. */
export const picturesOf = ({ id: messageId, photos }: MessageDraft): PictureSent[] =>
  photos.map((photo) => ({ ...photo, messageId }))

export const sentOf = ({ id, words, answers }: MessageDraft, lang: string): MessageSent => ({
  id,
  words: words.trim(),
  lang,
  answers,
})
