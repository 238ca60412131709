import { Me } from '@dorsal/care'
import { type QueryClient, queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { ApiError, call, NetworkError, PATIENCE_MS } from './api.ts'
import { forgetCheckIn } from './kept-check-in.ts'
import { forgetDay } from './kept-day.ts'
import { forget, keep, readKept } from './store.ts'
import { nowInstant } from './time.ts'

/**
 * The person's record, from the server or, without a connection, as it was last seen on this device. `unsent`: with what was told here
 * since and the server does not know yet.
 */
export type MyRecord = { me: Me | null; offline: boolean; unsent: boolean }

/** Of whoever has none here. */
export const NO_RECORD: MyRecord = { me: null, offline: false, unsent: false }

/** Told to this page when a record is opened on this device: from then on it is made ready for being without a connection. */
export const RECORD_OPENED = 'dorsal-record-opened'

/** Notes on this device that there is a record to ask for; the secret itself is out of reach of scripts. */
export async function noteRecord(): Promise<void> {
  await keep('record', true)
  window.dispatchEvent(new Event(RECORD_OPENED))
}

/** There is no record any more: nothing is asked of the server for it. */
export async function forgetRecord(client: QueryClient): Promise<void> {
  await Promise.all([
    forget('me'),
    forget('record'),
    forget('calibration'),
    forget('ahead'),
    forget('daily'),
    forget('shares'),
    forget('messages'),
    forget('message-draft'),
    forgetCheckIn(),
    forgetDay(),
  ])
  client.setQueryData(meQuery.queryKey, NO_RECORD)
}

/** Whether this device has a record that it can ask for. */
export async function hasRecord(): Promise<boolean> {
  return (await readKept('record')) === true
}

/** With what this device has told since. Fetched only where there is a record: the first page of a visitor does without. */
async function asItStands(me: Me, offline: boolean): Promise<MyRecord> {
  const { withUnsent } = await import('./offline/unsent-record.ts')
  return { ...(await withUnsent(me, offline, nowInstant())), offline }
}

async function fetchMe(signal: AbortSignal): Promise<MyRecord> {
  if (!(await hasRecord())) return NO_RECORD
  const kept = Me.safeParse(await readKept('me'))
  try {
    const me = await call('me', { signal, ...(kept.success && { patienceMs: PATIENCE_MS }) })
    await keep('me', me)
    return await asItStands(me, false)
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) {
      await Promise.all([
        forget('me'),
        forget('record'),
        forget('ahead'),
        forget('shares'),
        forget('messages'),
      ])
      return NO_RECORD
    }
    if (error instanceof NetworkError && kept.success) return asItStands(kept.data, true)
    throw error
  }
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => fetchMe(signal),
  staleTime: 10_000,
})

/**
 * The record as this device last saw it, until the server has told it anew: for a page that only shows the way on. What is done by the
 * record asks the server first.
 */
export async function recallMe(client: QueryClient): Promise<void> {
  if (client.getQueryData(meQuery.queryKey) !== undefined || !(await hasRecord())) return
  const kept = Me.safeParse(await readKept('me'))
  if (!kept.success) return
  const record = await asItStands(kept.data, false)
  if (client.getQueryData(meQuery.queryKey) === undefined)
    client.setQueryData(meQuery.queryKey, record, { updatedAt: 0 })
}

/** Asks for the record again now and waits for it; after something was written that changes it. */
export async function refreshMe(client: QueryClient): Promise<void> {
  await client.fetchQuery({ ...meQuery, staleTime: 0 })
}

/** The record, waiting for it. */
export function useMe(): MyRecord {
  return useSuspenseQuery(meQuery).data
}

/** The record if it is there already; for pages that must not wait. */
export function useMeIfKnown(): MyRecord | undefined {
  return useQuery(meQuery).data
}
