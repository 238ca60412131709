import { AHEAD_DAYS, type Me, type PublicConfig } from '@dorsal/care'
import type { QueryClient } from '@tanstack/react-query'
import { call } from '../api.ts'
import { configQuery, contentQuery } from '../config.ts'
import { languageNow } from '../language.ts'
import { lessonsQuery, libraryQuery } from '../library.ts'
import { meQuery } from '../me.ts'
import { keep, readKept } from '../store.ts'
import { textModelUrl } from '../text-model.ts'
import { CONTENT_CACHE } from './shell.ts'
import { controlled } from './registration.ts'

const DAY = 86_400_000

/** The addresses of rules, questions, lessons and library in the language of the page, and of the classifier of free text. */
function addressesOf(config: PublicConfig): string[] {
  const queries = [contentQuery(config), lessonsQuery(config), libraryQuery(config)]
  return [...queries.map(({ queryKey }) => queryKey[1] ?? ''), textModelUrl(config.contentVersion)]
}

async function fetchAll(addresses: readonly string[], mine: number): Promise<boolean> {
  for (const address of addresses) {
    if (mine !== round) return false
    const reply = await fetch(address, { credentials: 'same-origin' }).catch(() => null)
    if (reply?.ok !== true) return false
    await reply.arrayBuffer()
  }
  return true
}

/** Content of other versions is dropped only once all of this one is there. */
async function dropOther({ contentVersion }: PublicConfig): Promise<void> {
  const cache = await caches.open(CONTENT_CACHE)
  for (const { url } of await cache.keys()) if (!url.includes(contentVersion)) await cache.delete(url)
}

/** Fetched again after a day, or when the plan has moved on. */
async function keepAhead(me: Me): Promise<void> {
  const kept = (await readKept('ahead')) as { until?: string; planVersion?: number } | null | undefined
  const fresh = Date.parse(kept?.until ?? '') - Date.now() > (AHEAD_DAYS - 1) * DAY
  if (fresh && kept?.planVersion === me.prescription?.planVersion) return
  const { ahead } = await call('ahead')
  await keep('ahead', ahead)
}

/** After the last change, so that nothing waits for this. */
const QUIET_MS = 1_500
/** What could not be fetched is tried again: the visit may be the only one with a connection. */
const AGAIN_MS = 30_000
/** Nobody waits longer than this for a connection that gives nothing. */
const PATIENCE_MS = 3_000

let running: Promise<boolean> = Promise.resolve(false)
/** Rises when what was prepared is to be gone: whatever still runs leaves nothing more behind. */
let round = 0

async function prepare(client: QueryClient): Promise<boolean> {
  const mine = round
  if (!(await controlled())) return false
  const config = await client.fetchQuery(configQuery)
  if (!(await fetchAll(addressesOf(config), mine)) || mine !== round) return false
  await keep('config', config)
  await dropOther(config)
  const me = client.getQueryData(meQuery.queryKey)?.me ?? null
  if (me?.plan && mine === round) await keepAhead(me)
  return true
}

/** Brings onto this device what the next two weeks need; never throws, and never twice at once. True: it is all there. */
export function prepareOffline(client: QueryClient): Promise<boolean> {
  running = running.then(() => prepare(client)).catch(() => false)
  return running
}

/** Before everything on this device is erased: nothing is prepared any more until a record is there again. */
export async function stopPreparing(): Promise<void> {
  round += 1
  await Promise.race([running, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
}

/** What is prepared for: another language, plan or session needs other files. */
function stateOf(client: QueryClient): string | null {
  const record = client.getQueryData(meQuery.queryKey)
  const { planVersion, sessionNumber } = record?.me?.prescription ?? {}
  return record?.me == null || record.offline ? null : `${languageNow()} ${planVersion} ${sessionNumber}`
}

/** Prepares when the record has come or has changed, or another language is spoken, in a quiet moment. */
export function keepPrepared(client: QueryClient): void {
  let done: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = async () => {
    const state = stateOf(client)
    if (state === null || state === done) return
    if (await prepareOffline(client)) done = state
    else soon(AGAIN_MS)
  }
  const soon = (milliseconds = QUIET_MS) => {
    clearTimeout(timer)
    timer = setTimeout(() => void look(), milliseconds)
  }
  client.getQueryCache().subscribe(({ type, query }) => {
    if (type === 'updated' && (query.queryKey[0] === 'me' || query.queryKey[0] === 'content')) soon()
  })
  soon()
}
