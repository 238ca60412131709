import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { ApiError, call, serverTime, worthRetrying } from '../api.ts'
import { keptLongEnough, timeOnDevice } from '../keep-time.ts'
import { outbox } from '../outbox-device.ts'
import { open, seal } from '../seal.ts'
import { mayRecord, noteTakenBack, noteTold, saidHere } from './agreement.ts'
import { createReplayQueue, type ReplayStore, type ReplayStored } from './replay-queue.ts'

interface ReplayDb extends DBSchema {
  replays: { key: string; value: ReplayStored }
}

let opened: Promise<IDBPDatabase<ReplayDb>> | null = null

/** A database of its own, so that the one with the reports never has to change for it. */
function db(): Promise<IDBPDatabase<ReplayDb>> {
  opened ??= openDB<ReplayDb>('dorsal-replays', 1, {
    upgrade: (database) => void database.createObjectStore('replays', { keyPath: 'id' }),
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

const store: ReplayStore = {
  all: async () => (await db()).getAll('replays'),
  put: async (row) => void (await (await db()).put('replays', row)),
  remove: async (id) => (await db()).delete('replays', id),
  clear: async () => (await db()).clear('replays'),
}

const now = (): string => new Date().toISOString()

/** The replays of this device. */
export const replayQueue = createReplayQueue({
  store,
  seal,
  open,
  send: async (replay) => {
    try {
      await call('sendReplay', { params: { id: replay.sessionId }, body: replay })
    } catch (error) {
      if (error instanceof ApiError && error.code === 'no-replay-agreement') noteTakenBack()
      throw error
    }
  },
  reportSent: async (sessionId) => (await outbox.row(sessionId))?.state === 'sent',
  agreed: mayRecord,
  again: worthRetrying,
  isOver: (at) => keptLongEnough(at, timeOnDevice(now(), serverTime())),
  now,
})

const AGAIN_MS = 60_000
let timer: ReturnType<typeof setTimeout> | null = null

/** Tells the clinic what was said, where it does not know yet. */
async function tell(): Promise<void> {
  const said = saidHere()
  if (said === null || said.told) return
  const { told: _, ...body } = said
  await call('agreeReplays', { body })
  noteTold(said)
}

async function sendAlone(): Promise<boolean> {
  try {
    await tell()
  } catch (error) {
    return worthRetrying(error)
  }
  return replayQueue.flush()
}

async function oneTab(work: () => Promise<boolean>): Promise<boolean> {
  if (!('locks' in navigator)) return work()
  return navigator.locks.request('dorsal-replays', { ifAvailable: true }, (lock) =>
    lock === null ? false : work(),
  )
}

/** Tells what was said and sends what waits, after the reports; again later for as long as something waits. Never throws. */
export async function sendReplays(): Promise<void> {
  if (timer !== null) clearTimeout(timer)
  timer = null
  const waits = await oneTab(sendAlone).catch(() => false)
  if (waits) timer = setTimeout(() => void sendReplays(), AGAIN_MS)
}

/** After a yes or a no was said: a no erases what waits here at once; the clinic erases what it has as soon as it hears. */
export async function heedSaid(): Promise<void> {
  if (!mayRecord()) await replayQueue.clear().catch(() => undefined)
  await sendReplays()
}
