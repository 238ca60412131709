import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authorisationState } from './authorisation.ts'
import { dayAfter } from './clock.ts'
import { VISIT_STATES } from './visit.ts'

const FROM = '2027-03-01'
const given = (visits: number, days: number) => ({ visits, from: FROM, until: dayAfter(FROM, days) })
const on = (day: number, state: (typeof VISIT_STATES)[number] = 'booked') => ({
  wall: `${dayAfter(FROM, day)}T09:00`,
  state,
})
const warned = (...asked: Parameters<typeof authorisationState>) => authorisationState(...asked).warnings

describe('visits that a payer approved', () => {
  it('are counted once each, as used or as booked, and never more than there are', () => {
    const visit = fc.record({
      day: fc.integer({ min: -30, max: 120 }),
      state: fc.constantFrom(...VISIT_STATES),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 90 }),
        fc.array(visit, { maxLength: 60 }),
        fc.integer({ min: -60, max: 200 }),
        (approved, days, some, today) => {
          const visits = some.map(({ day, state }) => on(day, state))
          const state = authorisationState(given(approved, days), visits, dayAfter(FROM, today))
          expect(state.used + state.booked + state.left).toBe(approved)
          expect(state.used + state.booked + state.afterEnd).toBeLessThanOrEqual(visits.length)
          const says = (one: (typeof state.warnings)[number]) => state.warnings.includes(one)
          expect(says('few-left') || says('too-many')).toBe(state.left <= 2)
          expect(says('few-left') && says('too-many')).toBe(false)
          expect(says('ends-soon')).toBe(today <= days && days <= today + 14)
          expect(says('ended')).toBe(today > days)
          expect(says('after-end')).toBe(some.some((v) => v.state === 'booked' && v.day > days))
          const more = authorisationState(given(approved, days), [...visits, on(0)], dayAfter(FROM, today))
          expect(more.left).toBe(state.left - 1)
        },
      ),
    )
  })

  it('warn at the edges', () => {
    expect(warned(given(4, 60), [on(1)], FROM)).toEqual([])
    expect(warned(given(3, 60), [on(1, 'no-show')], FROM)).toEqual(['few-left'])
    expect(warned(given(1, 60), [on(1), on(2)], FROM)).toEqual(['too-many'])
    expect(warned(given(9, 14), [on(14)], FROM)).toEqual(['ends-soon'])
    expect(warned(given(9, 15), [on(16)], FROM)).toEqual(['after-end'])
    expect(warned(given(9, 15), [on(16, 'cancelled')], dayAfter(FROM, 16))).toEqual(['ended'])
  })
})
