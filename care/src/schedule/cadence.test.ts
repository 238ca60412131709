import { describe, expect, it } from 'vitest'
import type { CadenceWish, Slot } from './booking.ts'
import { offerCadence } from './cadence.ts'
import { freeUntil, inTime } from './change.ts'
import { dayAfter } from './clock.ts'
import { USUAL_BOOKING } from './booking-rule.ts'

const slot = (wall: string, staffId = 's'): Slot => ({
  starts: `${wall}:00.000Z`,
  ends: `${wall}:00.000Z`,
  wall,
  zone: 'UTC',
  placeId: 'p',
  staffId,
  staffName: staffId,
  classId: null,
  seatsLeft: null,
})
const FROM = '2027-03-15'
const week = (n: number, times: readonly string[], staffId = 's'): Slot[] =>
  [0, 1, 2, 3, 4].flatMap((day) =>
    times.map((time) => slot(`${dayAfter(FROM, n * 7 + day)}T${time}`, staffId)),
  )
const wish = (change: Partial<CadenceWish> = {}): CadenceWish => ({
  typeId: 't',
  staffId: null,
  placeId: 'p',
  from: FROM,
  perWeek: 2,
  weeks: 2,
  weekdays: [],
  about: null,
  ...change,
})
const walls = (given: CadenceWish, slots: readonly Slot[]) =>
  offerCadence(
    given,
    slots.toSorted((a, b) => (a.starts < b.starts ? -1 : 1)),
  ).map(({ slot: one }) => one?.wall ?? null)

describe('a whole cadence', () => {
  it('has rest between the visits of a week', () => {
    expect(walls(wish(), [...week(0, ['09:00']), ...week(1, ['09:00'])])).toEqual([
      '2027-03-15T09:00',
      '2027-03-18T09:00',
      '2027-03-22T09:00',
      '2027-03-25T09:00',
    ])
    expect(walls(wish({ perWeek: 3, weeks: 1 }), week(0, ['09:00']))).toEqual([
      '2027-03-15T09:00',
      '2027-03-17T09:00',
      '2027-03-19T09:00',
    ])
  })

  it('keeps to the wished days and near the wished time', () => {
    const slots = week(0, ['08:00', '11:30', '17:00'])
    expect(walls(wish({ weeks: 1, weekdays: [2, 5], about: '12:00' }), slots)).toEqual([
      '2027-03-16T11:30',
      '2027-03-19T11:30',
    ])
  })

  it('stays with one therapist as far as can be', () => {
    const slots = [...week(0, ['09:00'], 'a'), ...week(0, ['09:15'], 'b'), ...week(1, ['09:00'], 'b')]
    const offered = offerCadence(wish({ perWeek: 1, about: '09:10' }), slots)
    expect(offered.map(({ slot: one }) => one?.staffId)).toEqual(['b', 'b'])
  })

  it('says where a week has none left, and never takes one day twice', () => {
    expect(walls(wish(), [slot('2027-03-15T09:00'), slot('2027-03-15T10:00')])).toEqual([
      '2027-03-15T09:00',
      null,
      null,
      null,
    ])
  })
})

describe('a change', () => {
  const hours = (n: number): number => n * 3_600_000
  const starts = hours(100)

  it('is in time until the notice, in the minutes of grace, and never once it began', () => {
    expect(freeUntil({ starts, bookedAt: 0 }, USUAL_BOOKING)).toBe(hours(76))
    expect(inTime({ starts, bookedAt: 0 }, USUAL_BOOKING, hours(76))).toBe(true)
    expect(inTime({ starts, bookedAt: 0 }, USUAL_BOOKING, hours(76) + 1)).toBe(false)
    const bookedAt = hours(90)
    expect(inTime({ starts, bookedAt }, USUAL_BOOKING, bookedAt + 3 * 60_000)).toBe(true)
    expect(inTime({ starts, bookedAt }, USUAL_BOOKING, bookedAt + 3 * 60_000 + 1)).toBe(false)
    expect(freeUntil({ starts, bookedAt: starts - 60_000 }, USUAL_BOOKING)).toBe(starts)
  })
})
