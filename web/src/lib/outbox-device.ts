import type { SessionReport } from '@dorsal/care'
import { call } from './api.ts'
import { createOutbox, type Outbox, type OutboxRow, WAITS } from './outbox.ts'
import { orInMemory } from './outbox-memory.ts'
import { indexedStore, sessionDraft } from './outbox-store.ts'

const LOCK = 'dorsal-outbox'
const listeners = new Set<() => void>()
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(LOCK)
channel?.addEventListener('message', () => tell())

function tell(): void {
  for (const listener of listeners) listener()
}

async function alone<T>(work: () => Promise<T>): Promise<T | undefined> {
  // Without locks two tabs may send the same report: the server takes it once, so only a request is wasted.
  if (!('locks' in navigator)) return work()
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) =>
    lock === null ? undefined : work(),
  ) as Promise<T | undefined>
}

/** The outbox of this device: IndexedDB, one sending tab at a time, the API's report endpoint. */
export const outbox: Outbox = createOutbox({
  store: orInMemory(indexedStore),
  seal: { seal: async (report) => report, open: async (sealed) => sealed as SessionReport },
  send: (report) => call('sendReport', { params: { id: report.id }, body: report }),
  alone,
  now: () => new Date().toISOString(),
  changed: () => {
    tell()
    channel?.postMessage('changed')
  },
})

/** Tells when any report changed, in this tab or another; returns how to stop. */
export function onOutboxChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

let timer: ReturnType<typeof setTimeout> | null = null

/** Sends what is queued now, and again later for as long as something is. Never throws: what cannot be sent stays kept. */
export async function sendQueued(): Promise<void> {
  if (timer !== null) clearTimeout(timer)
  timer = null
  const waitMs = await outbox.flush().then(
    (result) => result.waitMs,
    () => WAITS[1],
  )
  if (waitMs !== null) timer = setTimeout(() => void sendQueued(), waitMs)
}

/** Keeps sending in the background: at the start, when the network or the person comes back. Returns how to stop. */
export function startSending(): () => void {
  const now = () => void sendQueued()
  const seen = () => {
    if (document.visibilityState === 'visible') now()
  }
  window.addEventListener('online', now)
  document.addEventListener('visibilitychange', seen)
  now()
  return () => {
    window.removeEventListener('online', now)
    document.removeEventListener('visibilitychange', seen)
  }
}

/** Keeps a finished report, then tries to send it. Returns as soon as it is kept. */
export async function keepAndSend(report: SessionReport): Promise<void> {
  await outbox.keep(report)
  void sendQueued()
}

/** Everything of sessions on this device is gone: for "erase from this device". */
export async function eraseSessions(): Promise<void> {
  await outbox.clear()
  await sessionDraft.drop()
}

export type { OutboxRow }
