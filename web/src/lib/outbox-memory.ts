import type { StoredRow, OutboxStore } from './outbox.ts'

/**
 * The store, and this page's memory where the browser refuses to store (private windows, a full disk): a report is then sent all
 * the same, and its row says that it is `loose`, so that nobody is told that it is kept. A row in memory is the newer one.
 */
export function orInMemory(
  store: OutboxStore,
  makeRoom: () => Promise<void> = async () => undefined,
): OutboxStore {
  const here = new Map<string, StoredRow>()
  const hold = (row: StoredRow) => void here.set(row.id, { ...row, loose: true })
  return {
    all: async () => {
      const stored = await store.all().catch(() => [])
      return [...stored.filter((row) => !here.has(row.id)), ...here.values()]
    },
    get: async (id) => here.get(id) ?? (await store.get(id).catch(() => undefined)),
    put: async (row) => {
      if (here.has(row.id)) return hold(row)
      await store.put(row).catch(() => hold(row))
    },
    add: async (row) => {
      if (here.has(row.id)) return false
      try {
        return await store.add(row).catch(async () => {
          await makeRoom()
          return store.add(row)
        })
      } catch {
        hold(row)
        return true
      }
    },
    remove: async (id) => {
      if (!here.delete(id)) await store.remove(id).catch(() => undefined)
    },
    clear: async () => {
      here.clear()
      await store.clear().catch(() => undefined)
    },
  }
}
