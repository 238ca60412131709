import type { VideoVisit } from '@dorsal/care'
import { queryOptions } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import type { Side } from './use-meeting.ts'

const ROWS = { patient: 'myVideoVisit', staff: 'videoVisit' } as const
/** Until the door opens it is asked now and then: this page opens it by itself. */
const EARLY_MS = 15_000

/** The visit; while one is in it, it stays as it was read: what it was begun with counts to its end. */
export const visitQuery = (side: Side, id: string, inside: boolean) =>
  queryOptions({
    queryKey: ['video', side, id],
    queryFn: ({ signal }): Promise<VideoVisit> => call(ROWS[side], { params: { id }, signal }),
    staleTime: inside ? Number.POSITIVE_INFINITY : 0,
    gcTime: 0,
    refetchInterval: inside ? false : EARLY_MS,
    refetchOnWindowFocus: !inside,
  })
