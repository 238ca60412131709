import { QueryClient } from '@tanstack/react-query'
import { worthRetrying } from './api.ts'

/** One cache for all server state of a portal. Writes are never retried here: the outbox and the pages own that. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The browser's own idea of being online is not asked: our server may be on this machine, and the answer on this device.
        networkMode: 'always',
        staleTime: 30_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => failures < 2 && worthRetrying(error),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
