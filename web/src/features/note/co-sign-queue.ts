import { useQuery } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { pollEvery } from '../../lib/live.ts'

/** Notes that wait for the signature of whoever looks. */
export const useCoSignQueue = () =>
  useQuery({
    queryKey: ['co-sign'],
    queryFn: ({ signal }) => call('coSignQueue', { signal }),
    refetchInterval: pollEvery(60_000),
  })
