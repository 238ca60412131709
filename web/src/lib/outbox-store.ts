import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { OutboxStore, StoredRow } from './outbox.ts'
import { isSealed } from './seal.ts'
import type { DraftRow, DraftStore } from './session-draft.ts'

interface OutboxDb extends DBSchema {
  reports: { key: string; value: StoredRow }
  draft: { key: string; value: DraftRow }
}

let opened: Promise<IDBPDatabase<OutboxDb>> | null = null

function db(): Promise<IDBPDatabase<OutboxDb>> {
  opened ??= openDB<OutboxDb>('dorsal-sessions', 1, {
    upgrade: (database) => {
      database.createObjectStore('reports', { keyPath: 'id' })
      database.createObjectStore('draft', { keyPath: 'key' })
    },
    // A newer page in another tab may need to change the database: make way, and open again at the next use.
    blocking: (_current, _blocked, event) => {
      if (event.target instanceof IDBDatabase) event.target.close()
      opened = null
    },
    terminated: () => {
      opened = null
    },
  }).catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}

/** Nothing about health is stored unsealed: where this browser has no key, a report stays in the memory of the page. */
function sealedOnly(row: StoredRow): StoredRow {
  if ([row.sealed, row.reply].every((part) => part === null || isSealed(part))) return row
  throw new Error('only what is sealed is stored')
}

/** Reports in IndexedDB. A row is on the disk when the call returns, as far as the browser can promise. */
export const indexedStore: OutboxStore = {
  all: async () => (await db()).getAll('reports'),
  get: async (id) => (await db()).get('reports', id),
  put: async (row) => {
    const transaction = (await db()).transaction('reports', 'readwrite', { durability: 'strict' })
    await Promise.all([transaction.store.put(sealedOnly(row)), transaction.done])
  },
  add: async (row) => {
    const transaction = (await db()).transaction('reports', 'readwrite', { durability: 'strict' })
    if ((await transaction.store.get(row.id)) !== undefined) return false
    await Promise.all([transaction.store.put(sealedOnly(row)), transaction.done])
    return true
  },
  remove: async (id) => {
    await (await db()).delete('reports', id)
  },
  clear: async () => {
    await (await db()).clear('reports')
  },
}

/** The one row of the session under way. */
export const indexedDraft: DraftStore = {
  get: async () => (await db()).get('draft', 'session'),
  put: async (row) => {
    await (await db()).put('draft', row)
  },
  remove: async () => {
    await (await db()).delete('draft', 'session')
  },
}
