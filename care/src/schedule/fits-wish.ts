import { dayOf, timeOf, weekdayOf } from './clock.ts'
import type { WaitWish } from './wait.ts'

/** Whether a start, by the wall clock of its place, is one of those that somebody waits for. Without weekdays any of them will do. */
export function fitsWish(wish: WaitWish, wall: string): boolean {
  const [day, time] = [dayOf(wall), timeOf(wall)]
  const weekday = wish.weekdays.length === 0 || wish.weekdays.includes(weekdayOf(day))
  return weekday && day >= wish.from && day <= wish.until && time >= wish.earliest && time <= wish.latest
}
