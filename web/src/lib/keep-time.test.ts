import { expect, it } from 'vitest'
import { believe, keptLongEnough, type KnownTime } from './keep-time.ts'

const day = (count: number) => new Date(Date.UTC(2026, 10, 1) + count * 86_400_000).toISOString()
const MADE = day(0)

/** The time that is believed after the device was opened on these days, without a connection. */
const after = (days: readonly number[], from: KnownTime | null = null): KnownTime =>
  days.reduce((known, count) => believe(known, day(count), null), from ?? believe(null, MADE, null))

it('keeps for thirty days of a clock that goes on', () => {
  expect(keptLongEnough(MADE, after([3, 12, 29.9]))).toBe(false)
  expect(keptLongEnough(MADE, after([3, 12, 30]))).toBe(true)
})

it('removes nothing by a clock that leaps, until it has gone on from there for a day', () => {
  expect(keptLongEnough(MADE, after([400]))).toBe(false)
  expect(keptLongEnough(MADE, after([400, 400.5]))).toBe(false)
  expect(keptLongEnough(MADE, after([400, 401]))).toBe(true)
})

it('forgets a leap that was put right', () => {
  expect(keptLongEnough(MADE, after([400, 1, 2, 400]))).toBe(false)
})

it('removes nothing by a clock that was set back', () => {
  expect(after([5, -200])).toMatchObject({ trusted: day(5) })
  expect(keptLongEnough(day(4), after([5, -200]))).toBe(false)
})

it('believes the server at once', () => {
  const known = believe(after([400]), day(400), day(2))
  expect(known).toEqual({ trusted: day(2), leapAt: null })
  expect(keptLongEnough(MADE, believe(known, day(2), day(31)))).toBe(true)
})
