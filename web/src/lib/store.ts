import { deleteDB, type IDBPDatabase, openDB } from 'idb'
import { serverTime } from './api.ts'
import { forgetKey } from './device-key.ts'
import { keptLongEnough, type KnownTime, timeOnDevice } from './keep-time.ts'
import { isSealed, open as unseal, seal } from './seal.ts'

/** What is kept on this device, each under its name, sealed; the outbox of session reports has a store of its own. */
export type StoredName =
  | 'draft'
  | 'me'
  | 'record'
  | 'movement-check'
  | 'calibration'
  | 'check-in'
  | 'config'
  | 'ahead'
  | 'day'
  | 'daily'
  | 'shares'
  | 'messages'
  | 'message-draft'
  | 'plan-draft'

const NAME = 'dorsal'
let database: Promise<IDBPDatabase> | undefined

function open(): Promise<IDBPDatabase> {
  database ??= openDB(NAME, 1, {
    upgrade: (db) => void db.createObjectStore('kept'),
    // Another tab wants to erase or upgrade: let go, the next call opens it again.
    blocking: () => {
      void database?.then((db) => db.close())
      database = undefined
    },
    terminated: () => {
      database = undefined
    },
  })
  return database
}

/** Nothing about health: stored as it is, also where this browser has no key. */
const PUBLIC: ReadonlySet<StoredName> = new Set(['record', 'config'])

/**
 * Whether what is kept under a name is to end: all that is about the person, thirty days after it was last written. Their own begun
 * answers and the copy of their record alike; the server has the record still.
 */
export function isOver(name: StoredName, stored: unknown, time: KnownTime): boolean {
  if (PUBLIC.has(name) || typeof stored !== 'object' || stored === null || !('at' in stored)) return false
  return typeof stored.at === 'string' && keptLongEnough(stored.at, time)
}

const timeNow = (): KnownTime => timeOnDevice(new Date().toISOString(), serverTime())

/** Where the browser refuses to store (private windows of some browsers), the page goes on from memory. */
const memory = new Map<string, unknown>()

/** What is kept under a name; the caller checks its shape, for an older version may have written it. */
export async function readKept(name: StoredName): Promise<unknown> {
  try {
    const stored: unknown = await (await open()).get('kept', name)
    if (stored === undefined) return memory.get(name)
    if (isOver(name, stored, timeNow())) {
      await forget(name)
      return undefined
    }
    const value = await unseal(name, stored)
    // Stored by a version that did not seal yet.
    if (!isSealed(stored) && !PUBLIC.has(name)) void keep(name, value)
    return value
  } catch {
    return memory.get(name)
  }
}

/** Sealing takes a moment of its own: what was kept first is stored first. */
let writing: Promise<unknown> = Promise.resolve()

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = writing.then(work)
  writing = done.catch(() => undefined)
  return done
}

/** Keeps a value on this device. Resolves to false where it is kept only until the page is closed. */
export async function keep(name: StoredName, value: unknown): Promise<boolean> {
  memory.set(name, value)
  try {
    await inTurn(async () => {
      const at = new Date().toISOString()
      const stored = PUBLIC.has(name) ? value : { ...(await seal(name, value)), at }
      await (await open()).put('kept', stored, name)
    })
    return true
  } catch {
    return false
  }
}

export async function forget(name: StoredName): Promise<void> {
  memory.delete(name)
  try {
    await inTurn(async () => (await open()).delete('kept', name))
  } catch {
    // Nothing was stored, so nothing is left.
  }
}

/** Ends what has been kept for long enough, also what no page asks for any more. */
export async function endOld(): Promise<void> {
  try {
    const db = await open()
    const names = (await db.getAllKeys('kept')) as StoredName[]
    const time = timeNow()
    for (const name of names) if (isOver(name, await db.get('kept', name), time)) await forget(name)
  } catch {
    // Where nothing can be stored, nothing is kept.
  }
}

/** A database that another tab holds open is emptied by that tab's own closing; the page does not wait for it for ever. */
const soon = () => new Promise<void>((resolve) => setTimeout(resolve, 1500))

/** Removes everything that this product ever kept on this device: every database of this address and the browser's small stores. */
export async function eraseDevice(): Promise<void> {
  memory.clear()
  await writing
  const db = await database?.catch(() => undefined)
  db?.close()
  database = undefined
  forgetKey()
  localStorage.clear()
  sessionStorage.clear()
  document.cookie = 'dorsal-language=; path=/; max-age=0; samesite=lax'
  const known = (await indexedDB.databases?.()) ?? [{ name: NAME }]
  await Promise.all(
    known.map(
      async ({ name }) => name !== undefined && Promise.race([deleteDB(name).catch(() => undefined), soon()]),
    ),
  )
  if ('caches' in globalThis) {
    const names = await caches.keys()
    await Promise.all(names.map((name) => caches.delete(name)))
  }
  const workers = (await navigator.serviceWorker?.getRegistrations()) ?? []
  await Promise.all(workers.map((worker) => worker.unregister()))
}
