import { Me } from '@dorsal/care'
import { type QueryClient, queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { ApiError, call, NetworkError } from './api.ts'
import { forgetCheckIn } from './kept-check-in.ts'
import { forget, keep, readKept } from './store.ts'

/** The person's record, from the server or, without a connection, as it was last seen on this device. */
export type MyRecord = { me: Me | null; offline: boolean }

/** Notes on this device that there is a record to ask for; the secret itself is out of reach of scripts. */
export async function noteRecord(): Promise<void> {
  await keep('record', true)
}

/** There is no record any more: nothing is asked of the server for it. */
export async function forgetRecord(client: QueryClient): Promise<void> {
  await Promise.all([forget('me'), forget('record'), forget('calibration'), forgetCheckIn()])
  client.setQueryData(meQuery.queryKey, { me: null, offline: false })
}

async function fetchMe(signal: AbortSignal): Promise<MyRecord> {
  if ((await readKept('record')) !== true) return { me: null, offline: false }
  try {
    const me = await call('me', { signal })
    await keep('me', me)
    return { me, offline: false }
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) {
      await Promise.all([forget('me'), forget('record')])
      return { me: null, offline: false }
    }
    const kept = error instanceof NetworkError ? Me.safeParse(await readKept('me')) : null
    if (kept?.success) return { me: kept.data, offline: true }
    throw error
  }
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => fetchMe(signal),
  // The browser's own idea of being online is not asked: our server may be on this machine.
  networkMode: 'always',
  staleTime: 10_000,
})

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
