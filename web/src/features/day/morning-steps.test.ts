import { expect, it } from 'vitest'
import type { DayGiven } from '../../lib/kept-day.ts'
import { morningPlace, morningSteps } from './morning-steps.ts'

const DANGERS = [{ id: 'PS1' }, { id: 'PS2' }]
const given = (more: Partial<DayGiven> = {}): DayGiven => ({ answers: {}, pain: null, worry: null, ...more })
const steps = (more: Partial<DayGiven>) => morningSteps(given(more), DANGERS)
const place = (more: Partial<DayGiven>, wanted?: number) => morningPlace(given(more), DANGERS, wanted)

it('is three questions on an ordinary morning', () => {
  expect(steps({ sinceLast: 'same', pain: 3 })).toEqual(['since', 'pain', 'sleep'])
})

it.each<[string, Partial<DayGiven>]>([
  ['much worse', { sinceLast: 'much-worse' }],
  ['strong pain', { sinceLast: 'same', pain: 7 }],
  ['a worry of one’s own', { sinceLast: 'better', uneasy: true }],
])('%s puts the danger questions before the last one', (_why, more) => {
  expect(steps(more)).toEqual(['since', 'pain', 'PS1', 'PS2', 'sleep'])
})

it('passes no danger question without a no, whatever the address says', () => {
  const worse = { sinceLast: 'much-worse', pain: 5 } as const
  expect([place({}), place({}, 2), place(worse), place(worse, 1), place(worse, 9)]).toEqual([0, 0, 0, 1, 2])
  expect(place({ ...worse, answers: { PS1: 'no' } }, 9)).toBe(3)
  expect(place({ ...worse, answers: { PS1: 'yes', PS2: 'no' } }, 9)).toBe(2)
  expect(place({ ...worse, answers: { PS1: 'no', PS2: 'no' } }, 9)).toBe(4)
  expect(place({ sinceLast: 'same' }, 9)).toBe(2)
})
