import * as z from 'zod/mini'
import { endpoint } from '../contract/endpoint.ts'
import { Uuid } from '../ids.ts'

/**
 * What can have changed: what somebody and their clinic wrote to each other, their notes, the room of a video visit, anything else of their
 * record; or, of nobody in particular, who is on the reader's list.
 */
export const LIVE_KINDS = ['thread', 'note', 'video', 'record', 'list'] as const
export type LiveKind = (typeof LIVE_KINDS)[number]

/**
 * One event of the stream: that something changed, and of whom, never what. Its reader asks for the rest by the ordinary routes, which
 * decide anew and leave their line in the trail. `patientId` null: of whomever; whatever is shown may be old.
 */
export const LiveChange = z.object({ changed: z.enum(LIVE_KINDS), patientId: z.nullable(Uuid) })
export type LiveChange = z.infer<typeof LiveChange>

/** Asked for as `text/event-stream` the answer goes on with a `LiveChange` an event; asked for otherwise this is all of it. */
const opened = z.object({ open: z.literal(true) })

/** The rows of the API for what changes: one for a person's own record, one for the desk. */
export const liveRows = {
  myLive: endpoint({
    method: 'GET',
    path: '/api/me/live',
    action: 'own.read',
    summary: 'A stream that says when something of my record has changed',
    params: null,
    body: null,
    reply: opened,
    perMinute: null,
    streams: true,
  }),
  live: endpoint({
    method: 'GET',
    path: '/api/live',
    action: 'panel.read',
    summary: 'A stream that says when something has changed of a person whom I may see',
    params: null,
    body: null,
    reply: opened,
    perMinute: null,
    streams: true,
  }),
} as const
