import * as z from 'zod/mini'
import { endpoint } from '../contract/endpoint.ts'
import { Instant, Uuid } from '../ids.ts'
import { Note, NoteMark } from './note.ts'

/** A note that an assistant signed and that waits for a therapist, in the list of all that wait. */
export const WaitingNote = z.object({
  noteId: Uuid,
  patientId: Uuid,
  label: z.string(),
  kind: Note.shape.kind,
  signed: NoteMark,
})
export type WaitingNote = z.infer<typeof WaitingNote>

/** The rows of the API for what waits for co-signature: of the caller's own people, and nothing that they signed themselves. */
export const queueRows = {
  coSignQueue: endpoint({
    method: 'GET',
    path: '/api/co-sign',
    action: 'note.queue',
    summary: "Assistants' notes that wait for my signature, the oldest first",
    params: null,
    body: null,
    reply: z.object({
      notes: z.array(WaitingNote),
      /** How many more there are than are shown. */
      more: z.int(),
      at: Instant,
    }),
    perMinute: null,
  }),
  coSignCount: endpoint({
    method: 'GET',
    path: '/api/co-sign/count',
    action: 'note.queue',
    summary: 'How many notes wait for my signature; names nobody',
    params: null,
    body: null,
    reply: z.object({ waiting: z.int() }),
    perMinute: null,
  }),
} as const
