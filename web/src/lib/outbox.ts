import type { ReportReply } from '@dorsal/care'
import { ApiError, worthRetrying } from './api.ts'

/** Something that a person wrote and that the server must have exactly once: a session report, a day, a check-in. */
export type Writing = { readonly id: string }

/**
 * A writing on this device. `queued`: not acknowledged yet. `refused`: the server will not take it as it is. `sent`: it has it.
 * `expired`: it could not be sent for as long as it may be kept; only that it was there is left, until the person has read so.
 */
export type StoredRow = {
  id: string
  state: 'queued' | 'refused' | 'sent' | 'expired'
  /** What it is, by the row of the contract that it goes to. Left out in older rows: a session report. */
  kind?: string
  /** The sealed report; gone once the server has it. */
  sealed: unknown
  createdAt: string
  tries: number
  /** The server's words on a refused report. */
  problem: { title: string; advice: string } | null
  /** The server's answer, sealed. */
  reply: unknown
  /** Only in the memory of this page: the browser refused to store it. */
  loose?: boolean
}

/** A row with the server's answer as it was given. */
export type OutboxRow = Omit<StoredRow, 'reply'> & { reply: ReportReply | null }

/** Where rows are kept; every call is one transaction. */
export type OutboxStore = {
  all: () => Promise<StoredRow[]>
  get: (id: string) => Promise<StoredRow | undefined>
  put: (row: StoredRow) => Promise<void>
  /** Puts only where nothing is under the id yet; false where something is. */
  add: (row: StoredRow) => Promise<boolean>
  remove: (id: string) => Promise<void>
  clear: () => Promise<void>
}

/** How a report and its answer are kept at rest: sealed under the id of the row, and readable under no other. */
export type Seal = {
  seal: (id: string, value: unknown) => Promise<unknown>
  open: (id: string, sealed: unknown) => Promise<unknown>
}

export type OutboxParts<W extends Writing> = {
  store: OutboxStore
  seal: Seal
  kindOf: (writing: W) => string
  send: (writing: W) => Promise<ReportReply | null>
  /** Runs the work while no other tab does; undefined where another tab is at it. */
  alone: <T>(work: () => Promise<T>) => Promise<T | undefined>
  now: () => string
  /** Whether a row has been kept for as long as it may be. */
  isOver: (row: StoredRow) => boolean
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
  /** What the server does not have yet, oldest first. */
  waiting: () => Promise<StoredRow[]>
  /** The same, opened; what cannot be read any more is left out. */
  unsent: () => Promise<W[]>
  /** What was removed because it could not be sent for too long, and nobody has read so yet. */
  expired: () => Promise<StoredRow[]>
  /** The person has read that it is gone. */
  dismiss: (id: string) => Promise<void>
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
  kindOf,
  isOver,
  changed,
}: OutboxParts<W>): Outbox<W> {
  const put = async (row: StoredRow) => {
    await store.put(row)
    changed()
  }

  const read = async (row: StoredRow) => (await seal.open(row.id, row.sealed)) as W

  const sendOne = async (row: StoredRow): Promise<boolean> => {
    try {
      const answer = await send(await read(row))
      const reply = answer === null ? null : await seal.seal(row.id, answer)
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
    const rows = oldestFirst((await store.all()).filter(({ state }) => state === 'queued'))
    const waits: number[] = []
    for (const row of rows) {
      // Another tab may have sent it while this one waited for its turn.
      const current = await store.get(row.id)
      if (current?.state !== 'queued') continue
      if (!(await sendOne(current))) waits.push(waitAfter(current.tries))
    }
    await endThoseOver()
    return { waitMs: waits.length === 0 ? null : Math.min(...waits) }
  }

  /** After the last try to send: what may not be kept any longer is removed, and the place of a report that was lost says so. */
  const endThoseOver = async () => {
    for (const row of (await store.all()).filter(isOver)) {
      if (row.state === 'sent') await store.remove(row.id)
      else if (row.state !== 'expired') await put({ ...row, state: 'expired', sealed: null, problem: null })
    }
  }
  const waiting = async () =>
    oldestFirst((await store.all()).filter(({ state }) => state === 'queued' || state === 'refused'))

  return {
    keep: async (report) => {
      const sealed = await seal.seal(report.id, report)
      const row: StoredRow = {
        id: report.id,
        state: 'queued',
        kind: kindOf(report),
        sealed,
        createdAt: now(),
        tries: 0,
        problem: null,
        reply: null,
      }
      if (await store.add(row)) changed()
    },
    flush: async () => (await alone(flushAlone)) ?? { waitMs: WAITS[0] },
    row: async (id) => {
      const row = await store.get(id)
      if (row === undefined) return undefined
      const reply = row.reply === null ? null : await seal.open(id, row.reply).catch(() => null)
      return { ...row, reply: reply as ReportReply | null }
    },
    waiting,
    unsent: async () => {
      const opened = await Promise.all((await waiting()).map((row) => read(row).catch(() => null)))
      return opened.filter((writing) => writing !== null)
    },
    expired: async () => (await store.all()).filter(({ state }) => state === 'expired'),
    dismiss: async (id) => {
      if ((await store.get(id))?.state === 'expired') await store.remove(id)
      changed()
    },
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

const oldestFirst = (rows: StoredRow[]): StoredRow[] =>
  rows.sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))

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
