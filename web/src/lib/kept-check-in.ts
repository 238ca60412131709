import { useSyncExternalStore } from 'react'
import * as z from 'zod/mini'
import { forget, keep, readKept } from './store.ts'

const given = z.union([
  z.number(),
  z.string(),
  z.readonly(z.array(z.string())),
  z.readonly(z.array(z.nullable(z.number()))),
])

/**
 * A check-in while it is being answered, as it lies on this device. `given`: by question, null where it was skipped. `answered`: what this
 * device has answered and handed over to be sent. `laterOn`: the day on which the person put the card aside; `skippedMorning`: the session
 * whose morning after was.
 */
const KeptCheckIn = z.object({
  given: z.record(z.string(), z.nullable(given)),
  answered: z.array(z.object({ measureId: z.string(), at: z.string() })),
  laterOn: z.nullable(z.string()),
  skippedMorning: z._default(z.nullable(z.string()), null),
})
export type KeptCheckIn = z.infer<typeof KeptCheckIn>

const EMPTY: KeptCheckIn = { given: {}, answered: [], laterOn: null, skippedMorning: null }

let current: KeptCheckIn | undefined
let reading: Promise<void> | undefined
const listeners = new Set<() => void>()

function put(next: KeptCheckIn | undefined): void {
  current = next
  for (const listener of listeners) listener()
}

async function read(): Promise<void> {
  const kept = KeptCheckIn.safeParse(await readKept('check-in'))
  if (current === undefined) put(kept.success ? kept.data : EMPTY)
}

/** Two windows hold one check-in: what one writes the other reads, so that neither writes over an answer of the other. */
const windows = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('dorsal-check-in')

async function readAgain(): Promise<void> {
  const kept = KeptCheckIn.safeParse(await readKept('check-in'))
  put(kept.success ? kept.data : EMPTY)
}

windows?.addEventListener('message', () => {
  if (current !== undefined) void readAgain()
})

/** Reads what is kept of a check-in once; a page that needs it waits for this. */
export function loadCheckIn(): Promise<void> {
  reading ??= read()
  return reading
}

export const checkInNow = (): KeptCheckIn => current ?? EMPTY

/** Changes it at once and stores it on the device. */
export function changeCheckIn(patch: (kept: KeptCheckIn) => Partial<KeptCheckIn>): void {
  const before = checkInNow()
  put({ ...before, ...patch(before) })
  void keep('check-in', current).then(() => windows?.postMessage('changed'))
}

/** Nothing is left of it: the record is gone. */
export async function forgetCheckIn(): Promise<void> {
  put(EMPTY)
  await forget('check-in')
  windows?.postMessage('changed')
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useCheckIn(): KeptCheckIn {
  return useSyncExternalStore(subscribe, checkInNow)
}
