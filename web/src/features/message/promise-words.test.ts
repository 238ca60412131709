import { describe, expect, it } from 'vitest'
import { daysOf, durationOf, otherClocks, timeOf } from './promise-words.ts'

describe('a promise in words', () => {
  it.each([
    [[1, 2, 3, 4, 5], 'en', 'Monday – Friday'],
    [[5, 4, 3, 2, 1], 'es', 'lunes – viernes'],
    [[1, 3, 5], 'en', 'Monday, Wednesday, and Friday'],
    [[6, 7], 'en', 'Saturday and Sunday'],
    [[2], 'pt', 'terça-feira'],
    [[1, 2, 3, 4, 5, 6, 7], 'en', 'Monday – Sunday'],
  ])('%j in %s: %s', (days, locale, words) => {
    expect(daysOf({ days }, locale)).toBe(words)
  })

  it('says times as people there do', () => {
    expect(timeOf('18:00', 'es')).toBe('18:00')
    expect(timeOf('18:00', 'en-US').replace(/\s/u, ' ')).toBe('6:00 PM')
  })

  it.each([
    [0, '1 minute'],
    [0.5, '30 minutes'],
    [1.2, '1 hour'],
    [26, '26 hours'],
  ])('says %s hours as %s', (hours, words) => {
    expect(durationOf(hours, 'en')).toBe(words)
  })

  it('names the clocks only where they differ', () => {
    const now = new Date('2026-11-24T12:00:00.000Z')
    expect(otherClocks({ zone: 'UTC' }, now, 'UTC')).toBe(false)
    expect(otherClocks({ zone: 'Europe/London' }, now, 'UTC')).toBe(false)
    expect(otherClocks({ zone: 'Europe/Madrid' }, now, 'UTC')).toBe(true)
  })
})
