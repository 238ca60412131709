import type { LiveChange } from '@dorsal/care'
import { type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { pollEvery, startLive } from './live.ts'
import { meQuery } from './me.ts'
import { ownCalendarQuery } from './own-calendar.ts'

export function ownKeys(change: LiveChange | null): readonly QueryKey[] {
  if (change?.changed === 'video') return []
  const record = [meQuery.queryKey, ownCalendarQuery.queryKey, ['documents']]
  return change?.changed === 'record' ? record : [...record, ['messages']]
}

/** For pages on which what the clinic does shows without being loaded anew. Not for a session: nothing changes under it. */
export function useOwnLive(known: boolean): void {
  const client = useQueryClient()
  useQuery({ ...meQuery, refetchInterval: pollEvery(30_000) })
  useEffect(() => (known ? startLive(client, '/api/me/live', ownKeys) : undefined), [client, known])
}
