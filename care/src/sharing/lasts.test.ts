import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOf, lastsWithin } from './lasts.ts'
import { LASTS } from './sharing.ts'

const DAY = 86_400_000
const now = '2026-11-22T11:15:00.000Z'
const within = (mostDays: number, utcOffset = 0) => ({ now, utcOffset, mostDays })

describe('how long a link opens', () => {
  it.each([
    ['in London', 0, '2026-11-23T00:00:00.000Z'],
    ['in São Paulo', -180, '2026-11-23T03:00:00.000Z'],
    ['in Auckland, where it is tomorrow already', 780, '2026-11-23T11:00:00.000Z'],
    ['in Kathmandu', 345, '2026-11-22T18:15:00.000Z'],
  ])('today ends at midnight %s', (_where, utcOffset, end) => {
    expect(endOf('today', within(30, utcOffset))).toBe(end)
  })

  it('a week and a month are seven and thirty days', () => {
    expect(endOf('week', within(30))).toBe('2026-11-29T11:15:00.000Z')
    expect(endOf('month', within(30))).toBe('2026-12-22T11:15:00.000Z')
  })

  it.each([
    [0, []],
    [1, ['today']],
    [7, ['today', 'week']],
    [29, ['today', 'week']],
    [30, ['today', 'week', 'month']],
  ])('a limit of %i days offers %j', (mostDays, offered) => {
    expect(lastsWithin(mostDays)).toEqual(offered)
  })

  it('never ends later than the limit, and today within a day, whatever the clock', () => {
    const instants = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2090-01-01'),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...LASTS),
        instants,
        fc.integer({ min: -840, max: 840 }),
        fc.integer({ min: 0, max: 30 }),
        (lasts, at, utcOffset, mostDays) => {
          const end = Date.parse(endOf(lasts, { now: at.toISOString(), utcOffset, mostDays }))
          expect(end).toBeGreaterThanOrEqual(at.getTime())
          expect(end).toBeLessThanOrEqual(at.getTime() + mostDays * DAY)
          if (lasts === 'today') expect(end).toBeLessThanOrEqual(at.getTime() + DAY)
        },
      ),
    )
  })
})
