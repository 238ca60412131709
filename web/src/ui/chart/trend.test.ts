import { expect, test } from 'vitest'
import { domainOf, round1, rowsOf } from './trend.ts'

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

test('a table has a row a day, each value with its error, and a dash where nothing was told', () => {
  const later = (day: number) => ({ at: `2026-11-0${day}T15:00:00.000Z`, value: 3, error: 0.5 })
  const early = { at: '2026-11-05T12:00:00.000Z', value: 4, error: null }
  const rows = rowsOf([
    { label: 'a', points: [later(7), later(5)], look: 'first' },
    { label: 'b', points: [early], look: 'second' },
  ])
  expect(rows.map(({ values }) => values)).toEqual([
    ['3 ± 0.5', '4'],
    ['3 ± 0.5', '–'],
  ])
})
