import { expect, it } from 'vitest'
import type { StoredRow, OutboxStore } from './outbox.ts'
import { orInMemory } from './outbox-memory.ts'

const row = (id: string, state: StoredRow['state'] = 'queued'): StoredRow => ({
  id,
  state,
  sealed: { note: id },
  createdAt: '2026-11-21T10:00:00.000Z',
  tries: 0,
  problem: null,
  reply: null,
})

const refused = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
const broken: OutboxStore = {
  all: refused,
  get: refused,
  put: refused,
  add: refused,
  remove: refused,
  clear: refused,
}

/** A store that takes rows until it is full. */
function filling() {
  const rows = new Map<string, StoredRow>()
  const state = { full: false }
  const store: OutboxStore = {
    all: async () => [...rows.values()],
    get: async (id) => rows.get(id),
    put: async (one) => (state.full ? refused() : void rows.set(one.id, one)),
    add: async (one) => (state.full ? refused() : !rows.has(one.id) && rows.set(one.id, one) !== undefined),
    remove: async (id) => void rows.delete(id),
    clear: async () => rows.clear(),
  }
  return { store, state }
}

it('holds a report that the browser will not store, says so, and lets it be sent', async () => {
  const store = orInMemory(broken)
  expect(await store.add(row('a'))).toBe(true)
  expect(await store.add(row('a'))).toBe(false)
  expect(await store.get('a')).toMatchObject({ sealed: { note: 'a' }, loose: true })
  expect(await store.all()).toHaveLength(1)
  await store.put(row('a', 'sent'))
  expect(await store.get('a')).toMatchObject({ state: 'sent' })
  await store.clear()
  expect(await store.all()).toEqual([])
})

it('knows the newer state of a row when the disk became full in between', async () => {
  const { store: disk, state } = filling()
  const store = orInMemory(disk)
  await store.add(row('a'))
  expect(await store.get('a')).not.toHaveProperty('loose')
  state.full = true
  await store.put(row('a', 'sent'))
  expect(await store.all()).toMatchObject([{ id: 'a', state: 'sent' }])
})

it('makes room and stores the report after all, before it is held in memory', async () => {
  const { store: disk, state } = filling()
  state.full = true
  const store = orInMemory(disk, async () => {
    state.full = false
  })
  expect(await store.add(row('a'))).toBe(true)
  expect(await disk.get('a')).toMatchObject({ id: 'a' })
  expect(await store.get('a')).not.toHaveProperty('loose')
})
