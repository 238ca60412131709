import type { DeskRange, DeskState, DeskVisit, RangeWish } from '@dorsal/care'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiError, call } from '../../lib/api.ts'
import { pollEvery } from '../../lib/live.ts'

export const useSetup = () =>
  useQuery({
    queryKey: ['schedule', 'setup'],
    queryFn: ({ signal }) => call('scheduleSetup', { signal }),
  })

/** Who waits for a gap, in the order of their turns. `every`: how often it is asked anew. */
export const useWaits = (every: number | false | (() => number | false) = false) =>
  useQuery({
    queryKey: ['schedule', 'waits'],
    queryFn: ({ signal }) => call('deskWaits', { signal }),
    refetchInterval: every,
  })

const rangeKey = (wish: RangeWish) => ['schedule', 'range', wish] as const

export const useRange = (wish: RangeWish, ready = true) =>
  useQuery({
    queryKey: rangeKey(wish),
    queryFn: ({ signal }) => call('scheduleRange', { signal, body: wish }),
    placeholderData: keepPreviousData,
    refetchInterval: pollEvery(30_000),
    enabled: ready,
  })

export type MoveTo = { starts: string; staffId: string; roomId?: string | null }

const is = (error: unknown, code: string): boolean => error instanceof ApiError && error.code === code

/** Changes what is shown at once and sends it; what is refused goes back to what it was, and is thrown. */
export function useChanges(wish: RangeWish) {
  const client = useQueryClient()
  const key = rangeKey(wish)
  const show = (visit: DeskVisit) =>
    client.setQueryData<DeskRange>(
      key,
      (range) =>
        range && {
          ...range,
          visits: range.visits.map((one) => (one.id === visit.id ? visit : one)),
        },
    )
  const change = async (before: DeskVisit, after: DeskVisit, send: () => Promise<{ visit: DeskVisit }>) => {
    await client.cancelQueries({ queryKey: key })
    show(after)
    try {
      const { visit } = await send()
      show(visit)
      return visit
    } catch (error) {
      show(before)
      throw error
    } finally {
      void client.invalidateQueries({ queryKey: ['schedule', 'range'] })
    }
  }
  return {
    again: () => client.invalidateQueries({ queryKey: ['schedule'] }),
    /** The same room where it is free, else any that suits. */
    move: (visit: DeskVisit, to: MoveTo, override: string | null = null) => {
      const length = Date.parse(visit.ends) - Date.parse(visit.starts)
      const ends = new Date(Date.parse(to.starts) + length).toISOString()
      const names = client.getQueryData<DeskRange>(key)?.staff ?? []
      const staff = names.find(({ id }) => id === to.staffId) ?? visit.staff
      const send = (roomId: string | null) =>
        call('deskMove', {
          params: { id: visit.id },
          body: { version: visit.version, starts: to.starts, staffId: to.staffId, roomId, override },
        })
      const room = to.roomId === undefined ? visit.roomId : to.roomId
      return change(visit, { ...visit, starts: to.starts, ends, staff }, async () => {
        try {
          return await send(room)
        } catch (error) {
          if (room === null || to.roomId !== undefined || !is(error, 'slot-taken')) throw error
          return send(null)
        }
      })
    },
    step: (visit: DeskVisit, state: DeskState['state']) =>
      change(visit, { ...visit, state }, () =>
        call('deskState', { params: { id: visit.id }, body: { version: visit.version, state } }),
      ),
  }
}

export const isOutsideRules = (error: unknown): boolean => is(error, 'outside-rules')
