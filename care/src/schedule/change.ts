import type { BookingRule } from './booking-rule.ts'
import { MINUTE } from './free.ts'

type Booked = { starts: number; bookedAt: number }

/**
 * Until when a person may move or cancel a visit without its counting as late: the clinic's notice before it begins, and in any case the
 * minutes of grace after booking, though never once it has begun.
 */
export function freeUntil({ starts, bookedAt }: Booked, rule: BookingRule): number {
  const notice = starts - rule.noticeHours * 60 * MINUTE
  return Math.min(starts, Math.max(notice, bookedAt + rule.graceMinutes * MINUTE))
}

/** Whether a change now is in time. */
export const inTime = (visit: Booked, rule: BookingRule, now: number): boolean =>
  now <= freeUntil(visit, rule)
