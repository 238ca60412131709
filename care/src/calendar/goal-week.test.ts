import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DayReport } from '../course/day-report.ts'
import { dayAfter, weekdayOf } from '../schedule/clock.ts'
import { dayIn, daysBetween, mondayOf } from './days.ts'
import { type GoalGiven, goalWeek } from './goal-week.ts'
import { plannedDays, usualDays } from './planned-days.ts'

const MONDAY = '2026-11-23'
const on = (day: string, time = '12:00'): string => `${day}T${time}:00.000Z`
const id = '00000000-0000-7000-8000-000000000001'
const aSet = { planItemId: 'a', exerciseId: 'a', set: 1 } as GoalGiven['reports'][number]['sets'][number]
const session = (day: string): GoalGiven['reports'][number] => ({
  endedAt: on(day),
  sets: [aSet],
  stop: null,
})
const notToday = (
  day: string,
  reason: 'pain' | 'tired' | 'ill' | 'no-time' | 'travel' | 'other',
): DayReport => ({
  kind: 'not-today',
  id,
  at: on(day),
  reason,
  note: null,
})
const week = (given: Partial<GoalGiven> = {}) =>
  goalWeek({
    monday: MONDAY,
    today: '2026-11-26',
    zone: 'Europe/Lisbon',
    perWeek: 5,
    since: on('2026-11-01'),
    reports: [],
    told: [],
    flares: [],
    ...given,
  })
const states = (given: Partial<GoalGiven>) => week(given).days.map(({ state }) => state)

describe('days', () => {
  it('are those of the clocks where somebody is', () => {
    const at = '2026-11-23T10:30:00.000Z'
    expect(
      ['Pacific/Apia', 'Asia/Kathmandu', 'Europe/Lisbon', 'America/Phoenix', 'Pacific/Honolulu'].map((zone) =>
        dayIn(at, zone),
      ),
    ).toEqual(['2026-11-23', '2026-11-23', '2026-11-23', '2026-11-23', '2026-11-23'])
    expect(dayIn('2026-11-23T23:59:00.000Z', 'Pacific/Apia')).toBe('2026-11-24')
    expect(dayIn('2026-11-23T05:00:00.000Z', 'America/Phoenix')).toBe('2026-11-22')
    // A Friday that Samoa left out.
    expect(dayIn('2011-12-30T10:30:00.000Z', 'Pacific/Apia')).toBe('2011-12-31')
  })

  it('are counted without clocks', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 20_000 }),
        fc.integer({ min: -500, max: 500 }),
        (n, count) => {
          const day = dayAfter('2026-11-23', n)
          expect(daysBetween(day, dayAfter(day, count))).toBe(count)
          expect(weekdayOf(mondayOf(day))).toBe(1)
          expect(daysBetween(mondayOf(day), day)).toBe(weekdayOf(day) - 1)
        },
      ),
    )
  })
})

describe('a week', () => {
  it('counts sessions, and days on which rest was right', () => {
    expect(
      week({
        reports: [session('2026-11-23'), session('2026-11-24')],
        told: [notToday('2026-11-25', 'pain')],
      }),
    ).toMatchObject({ goal: 5, done: 2, kept: 1 })
    expect(states({ reports: [session('2026-11-23')], told: [notToday('2026-11-24', 'ill')] })).toEqual([
      'done',
      'kept',
      'open',
      'open',
      'ahead',
      'ahead',
      'ahead',
    ])
  })

  it('counts a flare-up as kept, from its day on, until it has settled', () => {
    const flares = [{ began: on('2026-11-20'), ended: on('2026-11-24') }]
    expect(states({ flares })).toEqual(['kept', 'kept', 'open', 'open', 'ahead', 'ahead', 'ahead'])
    expect(week({ flares: [{ began: on('2026-11-24'), ended: null }] })).toMatchObject({ kept: 3, done: 0 })
  })

  it('counts a session that was stopped, and none of the reasons that are no rest', () => {
    const stop = { rule: 'SS11' } as NonNullable<GoalGiven['reports'][number]['stop']>
    expect(week({ reports: [{ endedAt: on('2026-11-24'), sets: [], stop }] })).toMatchObject({ kept: 1 })
    for (const reason of ['no-time', 'travel', 'other'] as const)
      expect(week({ told: [notToday('2026-11-24', reason)] })).toMatchObject({ kept: 0, done: 0 })
  })

  it('asks for less in the week in which the plan began, and for nothing before', () => {
    expect(week({ since: on('2026-11-26') }).goal).toBe(3)
    expect(week({ since: on('2026-12-01') })).toMatchObject({ goal: 0, done: 0, kept: 0 })
  })

  const some = fc.record({
    perWeek: fc.integer({ min: 0, max: 7 }),
    today: fc.integer({ min: 0, max: 6 }),
    did: fc.array(fc.integer({ min: -3, max: 9 }), { maxLength: 12 }),
    rested: fc.array(fc.integer({ min: -3, max: 9 }), { maxLength: 5 }),
    moved: fc.boolean(),
  })
  it('is never more than full, carries nothing over, and asks for one session a day at most', () => {
    fc.assert(
      fc.property(some, ({ perWeek, today: n, did, rested, moved }) => {
        const today = dayAfter(MONDAY, n)
        const given = {
          perWeek,
          today,
          reports: did.map((day) => session(dayAfter(MONDAY, day))),
          told: rested.map((day) => notToday(dayAfter(MONDAY, day), 'tired')),
        }
        const one = week(given)
        expect(one.done + one.kept).toBeLessThanOrEqual(one.goal)
        expect(one.goal).toBe(perWeek)
        const before = week({ ...given, reports: [], told: [], monday: dayAfter(MONDAY, -7) })
        expect(week({ ...given }).goal).toBe(before.goal)
        const move = moved ? { from: today, to: dayAfter(today, 1) } : null
        const planned = plannedDays(one, today, move)
        expect(new Set(planned).size).toBe(planned.length)
        expect(planned.length).toBeLessThanOrEqual(Math.max(one.goal - one.done - one.kept, moved ? 1 : 0))
        for (const day of planned) expect(day >= today).toBe(true)
        if (moved) expect(planned).not.toContain(today)
        if (moved && n < 6) expect(planned).toContain(dayAfter(today, 1))
      }),
      { numRuns: 1_000 },
    )
  })

  it('that comes has its days as far apart as they go', () => {
    expect(usualDays(MONDAY, 3)).toEqual(['2026-11-23', '2026-11-25', '2026-11-27'])
    expect(usualDays(MONDAY, 7)).toHaveLength(7)
    expect(usualDays(MONDAY, 0)).toEqual([])
    const next = week({ monday: '2026-11-30' })
    expect(plannedDays(next, '2026-11-26', null)).toEqual(usualDays('2026-11-30', 5))
  })

  it('leaves the day after a session free where there are days enough', () => {
    const monday = { reports: [session(MONDAY)], today: '2026-11-24' }
    expect(plannedDays(week({ ...monday, perWeek: 3 }), '2026-11-24', null)).toEqual([
      '2026-11-25',
      '2026-11-27',
    ])
    expect(plannedDays(week({ ...monday, perWeek: 5 }), '2026-11-24', null)[0]).toBe('2026-11-24')
  })

  it('that is over asks for nothing', () => {
    expect(plannedDays(week({ monday: '2026-11-16' }), '2026-11-26', null)).toEqual([])
  })
})
