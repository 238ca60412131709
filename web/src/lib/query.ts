import { QueryClient } from '@tanstack/react-query'
import { worthRetrying } from './api.ts'

/** One cache for all server state of a portal. Writes are never retried here: the outbox and the pages own that. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => failures < 2 && worthRetrying(error),
      },
      mutations: { retry: false },
    },
  })
}
