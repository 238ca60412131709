import type { ReportReply } from '@dorsal/care'
import { ApiError, worthRetrying } from './api.ts'

/** Something that a person wrote and that the server must have exactly once: a session report, a day, a check-in. */
export type Writing = { readonly id: string }

/** A writing on this device. `queued`: not acknowledged yet. `refused`: the server will not take it as it is. `sent`: it has it. */
export type OutboxRow = {
  id: string
  state: 'queued' | 'refused' | 'sent'
  /** The sealed report; gone once the server has it. */
  sealed: unknown
  createdAt: string
  tries: number
  /** The server's words on a refused report. */
  problem: { title: string; advice: string } | null
  reply: ReportReply | null
  /** Only in the memory of this page: the browser refused to store it. */
  loose?: boolean
}

/** Where rows are kept; every call is one transaction. */
export type OutboxStore = {
  all: () => Promise<OutboxRow[]>
  get: (id: string) => Promise<OutboxRow | undefined>
  put: (row: OutboxRow) => Promise<void>
  /** Puts only where nothing is under the id yet; false where something is. */
  add: (row: OutboxRow) => Promise<boolean>
  clear: () => Promise<void>
}

/** How a report is kept at rest. Today as it is; encryption with a key of the device comes in here and nowhere else. */
export type Seal<W extends Writing> = {
  seal: (writing: W) => Promise<unknown>
  open: (sealed: unknown) => Promise<W>
}

export type OutboxParts<W extends Writing> = {
  store: OutboxStore
  seal: Seal<W>
  send: (writing: W) => Promise<ReportReply | null>
  /** Runs the work while no other tab does; undefined where another tab is at it. */
  alone: <T>(work: () => Promise<T>) => Promise<T | undefined>
  now: () => string
  /** Told after each change of a row, in this tab and, by its own means, in others. */
  changed: () => void
}

/** Waits between tries of one report that cannot be sent yet, in milliseconds; the last one repeats. */
export const WAITS = [2_000, 5_000, 15_000, 60_000, 300_000] as const

export type Outbox<W extends Writing> = {
  /** Keeps a report on this device, before anything is sent. Keeping the same id again changes nothing. */
  keep: (writing: W) => Promise<void>
  /** Sends all that is queued, oldest first; one that fails holds up no other. Says how long to wait before the next try. */
  flush: () => Promise<{ waitMs: number | null }>
  row: (id: string) => Promise<OutboxRow | undefined>
  waiting: () => Promise<OutboxRow[]>
  /** The person wants a refused report to be tried again. */
  retry: (id: string) => Promise<void>
  clear: () => Promise<void>
}

/**
 * Reports go out exactly once under their own id: kept first, sent as often as it takes with the same body, and called sent only
 * when the server has answered for it. Safe over reload, crash and two tabs: the server knows the id, the row knows the answer.
 */
export function createOutbox<W extends Writing>({
  store,
  seal,
  send,
  alone,
  now,
  changed,
}: OutboxParts<W>): Outbox<W> {
  const put = async (row: OutboxRow) => {
    await store.put(row)
    changed()
  }

  const sendOne = async (row: OutboxRow): Promise<boolean> => {
    try {
      const report = await seal.open(row.sealed)
      const reply = await send(report)
      await put({ ...row, state: 'sent', sealed: null, tries: row.tries + 1, problem: null, reply })
      return true
    } catch (error) {
      const again = worthRetrying(error)
      const problem = again ? null : wordsOf(error)
      await put({ ...row, state: again ? 'queued' : 'refused', tries: row.tries + 1, problem })
      return !again
    }
  }

  const flushAlone = async (): Promise<{ waitMs: number | null }> => {
    const rows = (await queued(store)).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
    const waits: number[] = []
    for (const row of rows) {
      // Another tab may have sent it while this one waited for its turn.
      const current = await store.get(row.id)
      if (current?.state !== 'queued') continue
      if (!(await sendOne(current))) waits.push(waitAfter(current.tries))
    }
    return { waitMs: waits.length === 0 ? null : Math.min(...waits) }
  }

  return {
    keep: async (report) => {
      const sealed = await seal.seal(report)
      const row: OutboxRow = {
        id: report.id,
        state: 'queued',
        sealed,
        createdAt: now(),
        tries: 0,
        problem: null,
        reply: null,
      }
      if (await store.add(row)) changed()
    },
    flush: async () => (await alone(flushAlone)) ?? { waitMs: WAITS[0] },
    row: (id) => store.get(id),
    waiting: async () => (await store.all()).filter((row) => row.state !== 'sent'),
    retry: async (id) => {
      const row = await store.get(id)
      if (row?.state === 'refused') await put({ ...row, state: 'queued', problem: null, tries: 0 })
    },
    clear: async () => {
      await store.clear()
      changed()
    },
  }
}

async function queued(store: OutboxStore): Promise<OutboxRow[]> {
  return (await store.all()).filter((row) => row.state === 'queued')
}

function waitAfter(tries: number): number {
  return WAITS[Math.min(tries, WAITS.length - 1)] ?? WAITS[0]
}

/** A patient has nowhere to sign in: without the cookie the record cannot be opened, and only the clinic can help. */
const CLOSED = {
  title: 'This browser can no longer open your record.',
  advice: 'Tell the clinic, or start again: then the report can be sent to the new record.',
}

function wordsOf(error: unknown): { title: string; advice: string } {
  if (error instanceof ApiError && error.status === 401) return CLOSED
  const advice = error instanceof Error && 'advice' in error ? String(error.advice) : ''
  return { title: error instanceof Error ? error.message : String(error), advice }
}
