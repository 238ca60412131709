import * as z from 'zod/mini'

const count = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most))

/**
 * What a clinic holds to when visits are booked. Hours before a visit until when its person may move or cancel it by themselves without it
 * counting as late; minutes of grace right after booking in which anything may be taken back; how long a place is held for somebody who has
 * not said their name; how soon and how far ahead visits can be booked; from how many minutes to how many one is offered a start.
 */
export const BookingRule = z.object({
  noticeHours: count(0, 168),
  graceMinutes: count(0, 60),
  holdMinutes: count(2, 60),
  soonestMinutes: count(0, 10_080),
  aheadDays: count(7, 365),
  stepMinutes: z.enum(['5', '10', '15', '20', '30', '60']),
  /** From when on somebody calls it "after work", at the place's clocks. */
  afterWork: z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)),
  /** For how many hours a gap is kept for whoever waits longest. */
  offerHours: count(1, 72),
})
export type BookingRule = z.infer<typeof BookingRule>

/** Until a clinic sets its own. */
export const USUAL_BOOKING: BookingRule = {
  noticeHours: 24,
  graceMinutes: 3,
  holdMinutes: 10,
  soonestMinutes: 60,
  aheadDays: 120,
  stepMinutes: '15',
  afterWork: '17:00',
  offerHours: 4,
}
