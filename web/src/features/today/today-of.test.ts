import type { Me } from '@dorsal/care'
import { expect, it } from 'vitest'
import { todayOf } from './today-of.ts'

const NOW = new Date(2026, 10, 21, 18, 0).toISOString()
const done = (day: number, sets: number) =>
  ({
    receivedAt: NOW,
    report: {
      endedAt: new Date(2026, 10, day, 9, 0).toISOString(),
      sets: Array.from({ length: sets }, () => ({})),
    },
  }) as Me['history'][number]
const me = (over: Partial<Me>) => ({
  prescription: {} as Me['prescription'],
  history: [],
  next: 'session' as const,
  ...over,
})

it('is a session until one was done today', () => {
  expect(todayOf(me({}), NOW)).toBe('session')
  expect(todayOf(me({ history: [done(20, 3)] }), NOW)).toBe('session')
  expect(todayOf(me({ history: [done(21, 3)] }), NOW)).toBe('rest-day')
})

it('does not take a session that never began for one', () => {
  expect(todayOf(me({ history: [done(21, 0)] }), NOW)).toBe('session')
})

it('waits while nothing is prescribed', () => {
  expect(todayOf(me({ prescription: null, next: 'rest' }), NOW)).toBe('waiting')
})
