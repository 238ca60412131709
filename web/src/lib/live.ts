import { type contract, LiveChange } from '@dorsal/care'
import type { QueryClient, QueryKey } from '@tanstack/react-query'

/** A row of the contract that streams. */
type StreamPath = (typeof contract)['live' | 'myLive']['path']

/** What is to be read anew after a change. `null`: something may have been missed, so everything that is shown. */
export type KeysOf = (change: LiveChange | null) => readonly QueryKey[]

/** How often is asked all the same while the stream tells of changes: it may be wrong about itself. */
const SELDOM_MS = 5 * 60_000
const AGAIN_MS = [500, 2_000, 5_000, 15_000, 30_000] as const
/** A burst of changes is one look at a list and one more when it is over. */
const REST_MS = 1_000

let up = false

/** As `refetchInterval`: this often while nothing tells of changes, seldom while the stream does. */
export const pollEvery = (ms: number) => (): number => (up ? SELDOM_MS : ms)

type Ear = (change: LiveChange | null) => void
const ears = new Set<Ear>()

/** Whoever needs to know of a change at once, rather than what it makes old. Returns how to stop. */
export function hearLive(ear: Ear): () => void {
  ears.add(ear)
  return () => ears.delete(ear)
}

/** Reads anew what this change makes old: at once, and what changes again soon after once more a moment later. */
function reader(client: QueryClient, keysOf: KeysOf) {
  const resting = new Map<string, { again: boolean }>()
  const read = (queryKey: QueryKey): void => {
    const name = JSON.stringify(queryKey)
    const known = resting.get(name)
    if (known) {
      known.again = true
      return
    }
    const rest = { again: false }
    resting.set(name, rest)
    void client.invalidateQueries({ queryKey })
    setTimeout(() => {
      resting.delete(name)
      if (rest.again) read(queryKey)
    }, REST_MS)
  }
  return (change: LiveChange | null): void => {
    for (const ear of ears) ear(change)
    for (const key of keysOf(change)) read(key)
  }
}

function changeOf(data: unknown): LiveChange | null {
  try {
    return LiveChange.safeParse(JSON.parse(String(data))).data ?? null
  } catch {
    return null
  }
}

/**
 * Listens while the page is looked at, and reads anew what changed. A page in the background listens to nothing: browsers give one address
 * only a few connections, and a page that is looked at again reads anew anyhow. Returns how to stop.
 */
export function startLive(client: QueryClient, path: StreamPath, keysOf: KeysOf): () => void {
  const changed = reader(client, keysOf)
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0

  const close = (): void => {
    clearTimeout(timer)
    source?.close()
    source = null
    up = false
  }
  const connect = (): void => {
    close()
    if (document.visibilityState === 'hidden' || !navigator.onLine) return
    const mine = new EventSource(path)
    source = mine
    mine.addEventListener('hello', () => {
      up = true
      failures = 0
      // What happened while nobody listened: also between the page's first look and this moment.
      changed(null)
    })
    mine.addEventListener('message', ({ data }) => changed(changeOf(data)))
    mine.addEventListener('error', () => {
      if (source !== mine) return
      const wasUp = up
      close()
      // Back to asking, from now on.
      if (wasUp) changed(null)
      const wait = AGAIN_MS[Math.min(failures, AGAIN_MS.length - 1)] ?? 0
      failures += 1
      timer = setTimeout(connect, wait * (0.75 + Math.random() / 2))
    })
  }
  const look = (): void => {
    if (document.visibilityState === 'hidden') close()
    else if (source === null) connect()
  }
  connect()
  document.addEventListener('visibilitychange', look)
  window.addEventListener('online', look)
  window.addEventListener('pagehide', close)
  window.addEventListener('pageshow', look)
  return () => {
    close()
    document.removeEventListener('visibilitychange', look)
    window.removeEventListener('online', look)
    window.removeEventListener('pagehide', close)
    window.removeEventListener('pageshow', look)
  }
}
