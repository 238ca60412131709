import { expect, test } from 'vitest'
import { domainOf, round1 } from './trend.ts'

const at = (day: number) => new Date(Date.UTC(2026, 10, day)).toISOString()
const point = (day: number) => ({ at: at(day), value: 1, error: null })
const line = (...days: number[]) => ({ label: 'a', points: days.map(point), look: 'first' as const })
const days = (domain: [number, number]) => domain.map((time) => new Date(time).getUTCDate())

test('a chart reaches over all that is drawn, and over the course', () => {
  const happenings = [{ label: 'Flare-up', from: at(2), to: at(20) }]
  expect(days(domainOf({ lines: [line(5, 9)], band: null, happenings }))).toEqual([2, 20])
  expect(days(domainOf({ lines: [line(5, 9)], band: null, happenings: [] }, [at(1), at(28)]))).toEqual([
    1, 28,
  ])
})

test('a single day is drawn as a week, so that the days below it differ', () => {
  expect(days(domainOf({ lines: [line(5)], band: null, happenings: [] }))).toEqual([5, 12])
})

test('numbers have one decimal at most', () => {
  expect([3, 3.666, 0.5].map(round1)).toEqual(['3', '3.7', '0.5'])
})
