import * as z from 'zod/mini'
import { byId, endpoint } from '../contract/endpoint.ts'
import { Instant, Uuid } from '../ids.ts'
import { CardId } from '../triage/red-flag.ts'
import type { Visit } from './visit.ts'

const HOUR = 3_600_000
/** The questions come no earlier, because what is answered long before a visit is old when it begins. */
const OPENS_MS = 48 * HOUR
/** Somebody answers in the waiting room too, and visits begin late. */
const CLOSES_MS = HOUR / 4

const words = z.nullable(z.string().check(z.maxLength(500)))

/** Since the last visit, in the person's own eyes. */
export const VISIT_SINCE = ['better', 'same', 'worse'] as const

/**
 * What a person says before a visit, so that the visit begins with it. `answers` to the danger questions that stand before a session too;
 * `pain` right now 0..10; `since`: since the last visit, null before a first one; `wish`: what they want of this visit; `medicines`: whether
 * they changed, and what in `medicineWords`. Null: skipped, which counts as nothing said.
 */
export const VisitCheckIn = z.object({
  answers: z.record(z.string().check(z.maxLength(40)), z.enum(['yes', 'no'])),
  pain: z.nullable(z.number().check(z.gte(0), z.lte(10))),
  since: z.nullable(z.enum(VISIT_SINCE)),
  wish: words,
  medicines: z.nullable(z.enum(['same', 'changed'])),
  medicineWords: words,
})
export type VisitCheckIn = z.infer<typeof VisitCheckIn>

/** As it is sent: under an id of its own, with the warning signs that were confirmed when the words made the device ask. */
export const VisitCheckInSent = z.extend(VisitCheckIn, {
  id: Uuid,
  yes: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20))),
})
export type VisitCheckInSent = z.infer<typeof VisitCheckInSent>

/** What whoever treats reads: the last answers before a visit, and when they were given. */
export const VisitCheckInGiven = z.extend(VisitCheckIn, { visitId: Uuid, at: Instant })
export type VisitCheckInGiven = z.infer<typeof VisitCheckInGiven>

/** Whether the questions before a visit can be answered now: from two days before until a quarter of an hour after it was to begin. */
export function checkInOpen({ state, starts }: Pick<Visit, 'state' | 'starts'>, now: string): boolean {
  const ahead = Date.parse(starts) - Date.parse(now)
  return (state === 'booked' || state === 'arrived') && ahead <= OPENS_MS && ahead > -CLOSES_MS
}

/** The rows of the API for the questions before a visit. */
export const visitCheckInRows = {
  visitCheckIn: endpoint({
    method: 'GET',
    path: '/api/me/visits/:id/check-in',
    action: 'own.read',
    summary: 'What I answered before one of my visits, if anything',
    params: byId,
    body: null,
    reply: z.object({ checkIn: z.nullable(VisitCheckIn) }),
    perMinute: null,
  }),
  checkInToVisit: endpoint({
    method: 'PUT',
    path: '/api/me/visits/:id/check-in',
    action: 'own.write',
    summary:
      'Answer the questions before one of my visits, or answer them anew; warning signs are looked at before anybody reads it',
    params: byId,
    body: VisitCheckInSent,
    reply: z.object({ saved: z.object({ id: Uuid, at: Instant }), card: z.nullable(CardId) }),
    perMinute: 20,
  }),
} as const
