import * as z from 'zod/mini'
import { byId, done, endpoint } from '../contract/endpoint.ts'
import { Instant, Uuid } from '../ids.ts'
import { Day, Visit } from '../schedule/visit.ts'
import { ShareToken } from '../sharing/sharing.ts'
import { Zone } from '../zone.ts'

/** So many lists for calendar programs of one person at once, at most. */
export const MOST_FEEDS = 5

/**
 * A wish for a list that a calendar program reads, made on the device under its own id. `token`: of it only the hash is kept. `sessions`: the
 * sessions at home too, under a name that says nothing. `zone`: by whose clocks their days are.
 */
export const FeedWish = z.object({
  id: Uuid,
  token: ShareToken,
  sessions: z.boolean(),
  zone: Zone,
  lang: z.string().check(z.regex(/^[a-z]{2}$/)),
})
export type FeedWish = z.infer<typeof FeedWish>

/** A list that still opens, as its owner sees it. `readAt`: when a calendar last asked for it. */
export const Feed = z.object({
  id: Uuid,
  sessions: z.boolean(),
  madeAt: Instant,
  readAt: z.nullable(Instant),
})
export type Feed = z.infer<typeof Feed>

/** A session that was put off to the next day, by the person's own clocks. */
export const Moved = z.object({ from: Day, to: Day })
export type Moved = z.infer<typeof Moved>

/**
 * What of a person's days only the server knows: their visits, the session that they put off, the calendars that read along. `answered`: before
 * which of the visits the questions were answered.
 */
export const OwnCalendar = z.object({
  visits: z.array(Visit),
  answered: z.array(Uuid),
  move: z.nullable(Moved),
  feeds: z.array(Feed),
})
export type OwnCalendar = z.infer<typeof OwnCalendar>

const feeds = z.object({ feeds: z.array(Feed) })

/** The rows of the API for calendars. */
export const calendarRows = {
  ownCalendar: endpoint({
    method: 'GET',
    path: '/api/me/calendar',
    action: 'own.read',
    summary: 'My visits, the session that I put off, and which calendars read along',
    params: null,
    body: null,
    reply: OwnCalendar,
    perMinute: null,
  }),
  moveSession: endpoint({
    method: 'PUT',
    path: '/api/me/session-move',
    action: 'own.write',
    summary: 'Put the session of today off to tomorrow; it never adds up',
    params: null,
    body: Moved,
    reply: done,
    perMinute: 30,
  }),
  keepSession: endpoint({
    method: 'DELETE',
    path: '/api/me/session-move',
    action: 'own.write',
    summary: 'Do it today after all',
    params: null,
    body: null,
    reply: done,
    perMinute: 30,
  }),
  makeFeed: endpoint({
    method: 'PUT',
    path: '/api/me/calendar-feeds/:id',
    action: 'own.share',
    summary: 'Let a calendar program read my visits by a secret address',
    params: byId,
    body: FeedWish,
    reply: done,
    perMinute: 10,
  }),
  dropFeed: endpoint({
    method: 'DELETE',
    path: '/api/me/calendar-feeds/:id',
    action: 'own.share',
    summary: 'Take such an address back; from now on it opens nothing',
    params: byId,
    body: null,
    reply: done,
    perMinute: 30,
  }),
  staffFeeds: endpoint({
    method: 'GET',
    path: '/api/staff/me/calendar-feeds',
    action: 'staff.self',
    summary: 'Which calendars read my visits along',
    params: null,
    body: null,
    reply: feeds,
    perMinute: null,
  }),
  makeStaffFeed: endpoint({
    method: 'PUT',
    path: '/api/staff/me/calendar-feeds/:id',
    action: 'staff.self',
    summary: 'Let a calendar program read when and in which room I have visits, without a name',
    params: byId,
    body: FeedWish,
    reply: done,
    perMinute: 10,
  }),
  dropStaffFeed: endpoint({
    method: 'DELETE',
    path: '/api/staff/me/calendar-feeds/:id',
    action: 'staff.self',
    summary: 'Take such an address back; from now on it opens nothing',
    params: byId,
    body: null,
    reply: done,
    perMinute: 30,
  }),
} as const
