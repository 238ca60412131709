import type { Bookable, OwnVisits, SlotWish } from '@dorsal/care'
import { queryOptions } from '@tanstack/react-query'
import { call } from './api.ts'

/** What can be booked by whoever looks: with a record there is more. */
export const bookableQuery = (own: boolean) =>
  queryOptions({
    queryKey: ['bookable', own],
    queryFn: ({ signal }): Promise<Bookable> => call(own ? 'myBookable' : 'bookable', { signal }),
    retry: 1,
  })

/** Free starts; asked anew whenever somebody comes back to them, since others book too. */
export const slotsQuery = (wish: SlotWish) =>
  queryOptions({
    queryKey: ['slots', wish],
    queryFn: ({ signal }) => call('findSlots', { signal, body: wish }),
    staleTime: 10_000,
    enabled: wish.typeId !== '',
  })

/** The start that this browser keeps. */
export const heldQuery = queryOptions({
  queryKey: ['held'],
  queryFn: async ({ signal }) => (await call('heldSlot', { signal })).visit,
  staleTime: 0,
})

export const ownVisitsQuery = queryOptions({
  queryKey: ['own-visits'],
  queryFn: ({ signal }): Promise<OwnVisits> => call('myVisits', { signal }),
  staleTime: 0,
})

/** What was answered before one of the visits. Asked whenever the questions are opened, so that they are never shown as of before. */
export const visitCheckInQuery = (id: string) =>
  queryOptions({
    queryKey: ['visit-check-in', id],
    queryFn: ({ signal }) => call('visitCheckIn', { params: { id }, signal }),
    staleTime: 0,
    gcTime: 0,
  })
