import * as z from 'zod/mini'
import { dayOf, timeOf, weekdayOf } from './clock.ts'
import { Day, TimeOfDay } from './visit.ts'

/** When somebody on the wait list could come: from and until which day, on which weekdays (Monday is 1), between which times. */
export const WaitWish = z.object({
  from: Day,
  until: Day,
  weekdays: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.maxLength(7)),
  earliest: TimeOfDay,
  latest: TimeOfDay,
})
export type WaitWish = z.infer<typeof WaitWish>

/** Whether a start, by the wall clock of its place, is one of those that somebody waits for. Without weekdays any of them will do. */
export function fitsWish(wish: WaitWish, wall: string): boolean {
  const [day, time] = [dayOf(wall), timeOf(wall)]
  const weekday = wish.weekdays.length === 0 || wish.weekdays.includes(weekdayOf(day))
  return weekday && day >= wish.from && day <= wish.until && time >= wish.earliest && time <= wish.latest
}
