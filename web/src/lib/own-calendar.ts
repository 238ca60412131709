import { checkInOpen, dayIn, type OwnCalendar, type Visit } from '@dorsal/care'
import { queryOptions } from '@tanstack/react-query'
import { call } from './api.ts'

/** What of a person's days only the server knows: visits, a session that was put off, calendars that read along. */
export const ownCalendarQuery = queryOptions({
  queryKey: ['own-calendar'],
  queryFn: ({ signal }) => call('ownCalendar', { signal }),
  staleTime: 30_000,
})

/** By whose clocks the person lives: those of their device. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Whether the session of today was put off. One of another day is over. */
export const isPutOff = (move: OwnCalendar['move'], now: string): boolean =>
  move !== null && move.from === dayIn(now, ownZone())

/** The visit before which there are questions that were not answered yet; none: there is nothing to ask now. */
export const visitToAnswer = ({ visits, answered }: OwnCalendar, now: string): Visit | undefined =>
  visits.find((visit) => checkInOpen(visit, now) && !answered.includes(visit.id))
