import type {
  CheckIn,
  DailyDone,
  DayReport,
  LessonDone,
  MessageSent,
  PictureSent,
  ReportReply,
  SessionReport,
} from '@dorsal/care'
import { call, serverTime } from './api.ts'
import { keptLongEnough, timeOnDevice } from './keep-time.ts'
import { createOutbox, type Outbox, type OutboxRow, type StoredRow, WAITS } from './outbox.ts'
import { orInMemory } from './outbox-memory.ts'
import { indexedDraft, indexedStore } from './outbox-store.ts'
import { askToKeep } from './offline/persist.ts'
import { saidHere } from './replay/agreement.ts'
import { open, seal } from './seal.ts'
import { createSessionDraft, type SessionDraft } from './session-draft.ts'

const LOCK = 'dorsal-outbox'
const listeners = new Set<() => void>()
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(LOCK)
channel?.addEventListener('message', () => announce())

function announce(): void {
  for (const listener of listeners) listener()
}

async function alone<T>(work: () => Promise<T>): Promise<T | undefined> {
  // Without locks two tabs may send the same report: the server takes it once, so only a request is wasted.
  if (!('locks' in navigator)) return work()
  return navigator.locks.request(LOCK, { ifAvailable: true }, (lock) =>
    lock === null ? undefined : work(),
  ) as Promise<T | undefined>
}

/** What goes out, and by which row of the contract. */
export type Outgoing =
  | { id: string; endpoint: 'sendReport'; body: SessionReport }
  | { id: string; endpoint: 'sendDay'; body: DayReport }
  | { id: string; endpoint: 'sendCheckIn'; body: CheckIn }
  | { id: string; endpoint: 'finishLesson'; body: LessonDone }
  | { id: string; endpoint: 'finishDaily'; body: DailyDone }
  | { id: string; endpoint: 'sendMessage'; body: MessageSent }
  | { id: string; endpoint: 'sendPicture'; body: PictureSent }

/** Rows from before there was anything but session reports hold the bare report; answers are given back as they are. */
function opened(kept: unknown): unknown {
  const bare = typeof kept === 'object' && kept !== null && 'sets' in kept && 'startedAt' in kept
  return bare ? { id: (kept as SessionReport).id, endpoint: 'sendReport', body: kept } : kept
}

async function sendOne(writing: Outgoing): Promise<ReportReply | null> {
  const params = { id: writing.id }
  if (writing.endpoint === 'sendDay') return call('sendDay', { params, body: writing.body })
  if (writing.endpoint === 'finishDaily') return call('finishDaily', { params, body: writing.body })
  if (writing.endpoint === 'sendCheckIn') return call('sendCheckIn', { params, body: writing.body })
  if (writing.endpoint === 'finishLesson') {
    await call('finishLesson', { params, body: writing.body })
    return null
  }
  if (writing.endpoint === 'sendMessage') {
    // What it comes to is in the record and in the thread, which are asked for again.
    await call('sendMessage', { params, body: writing.body })
    return null
  }
  if (writing.endpoint === 'sendPicture') {
    await call('sendPicture', { params, body: writing.body })
    return null
  }
  return call('sendReport', { params, body: writing.body })
}

const now = (): string => new Date().toISOString()
const isOver = (at: string): boolean => keptLongEnough(at, timeOnDevice(now(), serverTime()))

/** The session under way on this device. */
export const sessionDraft: SessionDraft = createSessionDraft({
  store: indexedDraft,
  seal: (state) => seal('session', state),
  open: (sealed) => open('session', sealed),
  now,
  isOver,
})

async function dropReplays(): Promise<void> {
  if (saidHere() !== null) await (await import('./replay/replay-device.ts')).replayQueue.clear()
}

/** The outbox of this device: IndexedDB, one sending tab at a time, each writing by its own row of the contract. */
export const outbox: Outbox<Outgoing> = createOutbox<Outgoing>({
  // On a full device the replays go first, and a report stays.
  store: orInMemory(indexedStore, dropReplays),
  seal: {
    // Without a key the writing stays unsealed, and so only in the memory of this page.
    seal: (id, value) => seal(id, value).catch(() => value),
    open: async (id, sealed) => opened(await open(id, sealed)),
  },
  send: sendOne,
  alone,
  now,
  kindOf: ({ endpoint }) => endpoint,
  isOver: ({ createdAt }) => isOver(createdAt),
  changed: () => {
    announce()
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
  // Only after the reports, never in their way, and not loaded where nobody ever said anything about it.
  if (saidHere() !== null)
    void import('./replay/replay-device.ts').then(({ sendReplays }) => sendReplays()).catch(() => undefined)
}

/** Keeps sending in the background: at the start, when the network or the person comes back. Returns how to stop. */
export function startSending(): () => void {
  const send = () => void sendQueued()
  const seen = () => {
    if (document.visibilityState === 'visible') send()
  }
  window.addEventListener('online', send)
  document.addEventListener('visibilitychange', seen)
  send()
  return () => {
    window.removeEventListener('online', send)
    document.removeEventListener('visibilitychange', seen)
  }
}

/** Keeps a finished report, then tries to send it. Returns as soon as it is kept. */
export async function keepAndSend(report: SessionReport): Promise<void> {
  await outbox.keep({ id: report.id, endpoint: 'sendReport', body: report })
  void sendQueued()
  void askToKeep()
}

/** Keeps what was told of a day or answered in a check-in, tries to send it, and says what the server answered; null: kept, to be sent later. */
export async function tell(
  writing: Exclude<Outgoing, { endpoint: 'sendReport' | 'finishLesson' | 'sendMessage' | 'sendPicture' }>,
): Promise<ReportReply | null> {
  await outbox.keep(writing)
  await sendQueued()
  const row = await outbox.row(writing.id)
  return row?.reply ?? null
}

/** Keeps that a timer of daily life ended, then tries to send it. Returns as soon as it is kept. */
export async function keepDaily(done: DailyDone): Promise<void> {
  await outbox.keep({ id: done.id, endpoint: 'finishDaily', body: done })
  void sendQueued()
}

/** Keeps that a lesson was read and tries to send it; false: it waits on this device. */
export async function keepLesson(done: LessonDone): Promise<boolean> {
  await outbox.keep({ id: done.id, endpoint: 'finishLesson', body: done })
  await sendQueued()
  return (await outbox.row(done.id))?.state === 'sent'
}

/** Keeps what a person wrote to the clinic and the photographs that follow it, and tries to send them. Returns once it was tried. */
export async function keepMessage(sent: MessageSent, pictures: readonly PictureSent[]): Promise<void> {
  await outbox.keep({ id: sent.id, endpoint: 'sendMessage', body: sent })
  for (const picture of pictures)
    await outbox.keep({ id: picture.id, endpoint: 'sendPicture', body: picture })
  await sendQueued()
}

/** What the server does not have yet and the clinic would miss. That a lesson was read is sent with it, and nothing is said of it. */
export async function waitingReports(): Promise<StoredRow[]> {
  const rows = await outbox.waiting()
  return rows.filter(({ kind }) => kind !== 'finishLesson')
}

/** Everything of sessions on this device is gone: for "erase from this device". */
export async function eraseSessions(): Promise<void> {
  await outbox.clear()
  await dropReplays()
  await sessionDraft.drop()
}

export type { OutboxRow, StoredRow }
