import type { ReplaySent } from '@dorsal/care'

/** A replay on this device: sealed, and only for as long as reports are kept. */
export type ReplayStored = { id: string; sessionId: string; sealed: unknown; createdAt: string }

export type ReplayStore = {
  all: () => Promise<ReplayStored[]>
  put: (row: ReplayStored) => Promise<void>
  remove: (id: string) => Promise<void>
  clear: () => Promise<void>
}

export type QueueParts = {
  store: ReplayStore
  seal: (id: string, value: ReplaySent) => Promise<unknown>
  open: (id: string, sealed: unknown) => Promise<unknown>
  send: (replay: ReplaySent) => Promise<void>
  /** Whether the server has the report of this session: a replay never goes before it. */
  reportSent: (sessionId: string) => Promise<boolean>
  agreed: () => boolean
  /** Whether trying again later can help. */
  again: (error: unknown) => boolean
  isOver: (createdAt: string) => boolean
  now: () => string
}

export type ReplayQueue = {
  /** Keeps a replay on this device; false where there is no yes, no key or no room: then it is gone, and nothing else is. */
  keep: (replay: ReplaySent) => Promise<boolean>
  /** Sends what may go, oldest first. True where something waits for a better connection. */
  flush: () => Promise<boolean>
  clear: () => Promise<void>
}

const idOf = ({ sessionId, set }: ReplaySent): string => `${sessionId}/${set}`

/**
 * Replays on their way: after their report, each by its own request that may be sent as often as it takes. Nothing here can hold up or
 * endanger a report: what cannot be stored, opened or sent is dropped. Without a yes nothing is kept, and what was kept goes.
 */
export function createReplayQueue(parts: QueueParts): ReplayQueue {
  const { store, seal, open, send, reportSent, agreed, again, isOver, now } = parts
  const sendOne = async (row: ReplayStored): Promise<boolean> => {
    try {
      await send((await open(row.id, row.sealed)) as ReplaySent)
    } catch (error) {
      if (again(error)) return true
    }
    await store.remove(row.id)
    return false
  }
  return {
    keep: async (replay) => {
      if (!agreed()) return false
      try {
        const id = idOf(replay)
        const row = { id, sessionId: replay.sessionId, sealed: await seal(id, replay), createdAt: now() }
        await store.put(row)
        // A yes may be taken back while this is sealed.
        if (!agreed()) await store.clear()
        return agreed()
      } catch {
        return false
      }
    },
    flush: async () => {
      if (!agreed()) {
        await store.clear()
        return false
      }
      const rows = (await store.all()).toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
      let waits = false
      for (const row of rows) {
        if (isOver(row.createdAt)) await store.remove(row.id)
        else if (agreed() && (await reportSent(row.sessionId))) waits = (await sendOne(row)) || waits
      }
      return waits
    },
    clear: () => store.clear(),
  }
}
