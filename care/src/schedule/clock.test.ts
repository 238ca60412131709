import { describe, expect, it } from 'vitest'
import { dayAfter, dayOf, timeOf, wallClock, wallOf, wallToInstant, weekdayOf } from './clock.ts'

const iso = (wall: string, zone: string): string => new Date(wallToInstant(wall, zone)).toISOString()

describe('a wall time', () => {
  it('that the clocks skip is as much later as they skip', () => {
    expect(iso('2027-03-14T02:30', 'America/New_York')).toBe('2027-03-14T07:30:00.000Z')
    expect(iso('2026-10-04T02:15', 'Australia/Lord_Howe')).toBe('2026-10-03T15:45:00.000Z')
  })

  it('that is shown twice is the first of the two', () => {
    expect(iso('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30:00.000Z')
    expect(iso('2027-10-31T01:30', 'Europe/Lisbon')).toBe('2027-10-31T00:30:00.000Z')
  })

  it('is what it was when it comes back', () => {
    for (const zone of ['Asia/Kathmandu', 'Pacific/Apia', 'Europe/Dublin', 'Australia/Lord_Howe'])
      expect(wallOf(wallToInstant('2027-02-28T08:55', zone), zone)).toBe('2027-02-28T08:55')
  })

  it('in a zone or on a day that is not there is refused', () => {
    expect(() => wallToInstant('2027-02-28T08:55', 'Europe/Nowhere')).toThrow(RangeError)
    expect(() => wallToInstant('2027-13-28T08:55', 'Europe/Lisbon')).toThrow(RangeError)
  })
})

it('many instants are shown as each would be by itself, on the days of a change too', () => {
  const wallAt = wallClock()
  for (const zone of ['America/New_York', 'Australia/Lord_Howe', 'Europe/Lisbon'])
    for (const day of ['2027-03-14', '2026-11-01', '2026-10-04', '2027-04-04', '2027-03-28', '2027-10-31'])
      for (let at = Date.parse(day) - 86_400_000; at < Date.parse(day) + 2 * 86_400_000; at += 900_000)
        expect(wallAt(at, zone)).toBe(wallOf(at, zone))
})

it('days are counted by the calendar', () => {
  expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29')
  expect(dayAfter('2027-01-01', -1)).toBe('2026-12-31')
  expect(['2026-11-23', '2026-11-29'].map(weekdayOf)).toEqual([1, 7])
  expect([dayOf('2027-02-28T08:55'), timeOf('2027-02-28T08:55')]).toEqual(['2027-02-28', '08:55'])
})
