import { Thread } from '@dorsal/care'
import { queryOptions } from '@tanstack/react-query'
import { call, NetworkError, PATIENCE_MS } from '../../lib/api.ts'
import { pollEvery } from '../../lib/live.ts'
import { keep, readKept } from '../../lib/store.ts'

/** While the page is open an answer is looked for this often. */
const LOOK_MS = 10_000

type KnownThread = { thread: Thread | null; offline: boolean }

/** From the server or, without a connection, as it was last seen on this device; null where it never was. */
async function fetchThread(signal: AbortSignal): Promise<KnownThread> {
  const kept = Thread.safeParse(await readKept('messages'))
  try {
    const thread = await call('thread', { signal, ...(kept.success && { patienceMs: PATIENCE_MS }) })
    await keep('messages', thread)
    return { thread, offline: false }
  } catch (error) {
    if (error instanceof NetworkError) return { thread: kept.success ? kept.data : null, offline: true }
    throw error
  }
}

export const threadQuery = queryOptions({
  queryKey: ['messages'],
  queryFn: ({ signal }) => fetchThread(signal),
  staleTime: 0,
  refetchInterval: pollEvery(LOOK_MS),
})
