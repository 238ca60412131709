import * as z from 'zod/mini'
import type { Action } from '../access/action.ts'
import { Uuid } from '../ids.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** One row of the API: where, what it is to the policy, what goes in and out. Server routes, validation, OpenAPI and the client come from it. */
export type Endpoint = {
  method: Method
  path: `/api/${string}`
  /** What it is to the policy, which says who may. */
  action: Action
  summary: string
  params: z.ZodMiniType | null
  body: z.ZodMiniType | null
  reply: z.ZodMiniType
  /** Bytes of a body at most, where more than the common limit are needed. */
  mostBytes?: number
  /** Requests a minute and caller; null: the server's common limit. */
  perMinute: number | null
  /** The answer can go on as a stream of events, for whoever asks for one. */
  streams?: true
  /** The answer is a file, sent as it is: its shape has `name`, `media` and `data` in base64. */
  file?: true
}

/** Keeps each row's exact types while checking its shape. */
export function endpoint<const E extends Endpoint>(row: E): E {
  return row
}

/** What most addresses name: one thing, by its id. Made once: each schema costs every page a little at its start. */
export const byId = z.object({ id: Uuid })

/** The answer that says no more than that it was done. */
export const done = z.object({ done: z.literal(true) })
