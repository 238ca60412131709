import { describe, expect, it } from 'vitest'
import { DISPOSITIONS } from '../triage/red-flag.ts'
import { CALLED, calledAfter, calls, callsBy, ESCALATION } from './escalation.ts'

const since = '2026-11-24T09:00:00.000Z'
const after = (minutes: number): string => new Date(Date.parse(since) + minutes * 60_000).toISOString()

describe('a flagged message that nobody acknowledges', () => {
  it.each([
    [0, 1, 'team'],
    [14, 1, 'team'],
    [15, 2, 'clinicians'],
    [29, 2, 'clinicians'],
    [30, 3, 'admins'],
    [59, 3, 'admins'],
    [60, 4, 'admins'],
    [90, 5, 'admins'],
  ])('climbs with time: an emergency after %s minutes', (minutes, times, called) => {
    expect(callsBy('emergency_now', since, after(minutes))).toBe(times)
    expect(calledAfter(times)).toBe(called)
  })

  it('never falls, and calls again for ever', () => {
    for (const level of DISPOSITIONS) {
      let before = 0
      for (let minutes = 0; minutes < 10_000; minutes += 15) {
        const now = callsBy(level, since, after(minutes))
        expect(now).toBeGreaterThanOrEqual(before)
        before = now
      }
      expect(before > CALLED.length).toBe(ESCALATION[level] !== null)
    }
  })

  it('reaches the team at once, also where a clock runs behind', () => {
    expect(callsBy('emergency_now', since, after(-60))).toBe(1)
    expect(calledAfter(0)).toBe(null)
  })

  it('is never slower for the graver', () => {
    const levels = DISPOSITIONS.filter((level) => ESCALATION[level] !== null)
    for (const [i, graver] of levels.slice(1).entries())
      for (const step of [0, 1, 2] as const)
        expect(ESCALATION[graver]?.after[step]).toBeLessThanOrEqual(
          ESCALATION[levels[i] ?? graver]?.after[step] ?? 0,
        )
  })
})

describe('who is called', () => {
  it.each([
    ['team', 'therapist', true, true],
    ['team', 'therapist', false, false],
    ['team', 'clinic-admin', false, false],
    ['team', 'assistant', true, true],
    ['clinicians', 'therapist', false, true],
    ['clinicians', 'assistant', false, false],
    ['clinicians', 'clinic-admin', false, false],
    ['admins', 'clinic-admin', false, true],
    ['admins', 'therapist', false, true],
    ['admins', 'front-desk', false, false],
    ['admins', 'benefit-manager', false, false],
    ['admins', 'platform-admin', false, false],
  ] as const)('%s, %s, caring %s', (called, role, cares, is) => {
    expect(calls(called, role, cares)).toBe(is)
  })
})
