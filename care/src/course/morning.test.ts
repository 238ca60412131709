import { describe, expect, it } from 'vitest'
import type { SessionReport } from '../session/session.ts'
import type { DayReport } from './day-report.ts'
import { type Morning, morningAnswer, morningAsksDanger, morningDue } from './morning.ts'

const ID = '00000000-0000-4000-8000-000000000000'

function session(startedAt: string, more: { sets?: number; since?: Morning['sinceLast'] | 'first' } = {}) {
  return {
    startedAt,
    endedAt: new Date(Date.parse(startedAt) + 20 * 60_000).toISOString(),
    sets: Array.from({ length: more.sets ?? 3 }, () => ({})),
    before: { answers: {}, pain: 3, sinceLast: more.since ?? 'first' },
  } as unknown as SessionReport
}
const morning = (at: string, sinceLast: Morning['sinceLast'] = 'same'): DayReport => ({
  kind: 'morning',
  id: ID,
  at,
  sinceLast,
  pain: null,
})

const MONDAY = session('2026-03-02T17:00:00Z')
const due = (
  now: string,
  { history = [MONDAY], told = [] }: { history?: SessionReport[]; told?: DayReport[] } = {},
  offsetMinutes = 0,
) => morningDue({ history, told, now, offsetMinutes })

describe('the morning after', () => {
  it('is asked about on the day after a session, and on no other', () => {
    expect(due('2026-03-03T07:00:00Z')).toBe(MONDAY)
    expect(due('2026-03-03T23:00:00Z')).toBe(MONDAY)
    expect(due('2026-03-02T22:00:00Z')).toBeNull()
    expect(due('2026-03-04T07:00:00Z')).toBeNull()
    expect(due('2026-03-03T07:00:00Z', { history: [] })).toBeNull()
  })

  it('goes by the day where the person is', () => {
    // In São Paulo the session ended on Monday at 22:20 and the next day begins at 03:00 UTC.
    const late = session('2026-03-03T01:00:00Z')
    expect(due('2026-03-03T12:00:00Z', { history: [late] }, 0)).toBeNull()
    expect(due('2026-03-03T12:00:00Z', { history: [late] }, -180)).toBe(late)
  })

  it('has not come an hour after midnight', () => {
    const night = session('2026-03-02T23:20:00Z')
    expect(due('2026-03-03T01:00:00Z', { history: [night] })).toBeNull()
    expect(due('2026-03-03T03:41:00Z', { history: [night] })).toBe(night)
  })

  it('is about something that was done, whatever the order of the reports', () => {
    const stopped = session('2026-03-02T18:00:00Z', { sets: 0 })
    const sunday = session('2026-03-01T17:00:00Z')
    expect(due('2026-03-03T07:00:00Z', { history: [MONDAY, sunday] })).toBe(MONDAY)
    expect(due('2026-03-03T07:00:00Z', { history: [{ ...stopped, sets: [] }] })).toBeNull()
  })

  it('is never asked twice: not once told, not after a session has asked, not after a flare-up', () => {
    const at = '2026-03-03T06:30:00Z'
    const flare = { kind: 'flare-up', id: ID, at, pain: 5, worry: null, answers: {}, note: null } as const
    expect(due('2026-03-03T07:00:00Z', { told: [morning(at)] })).toBeNull()
    expect(due('2026-03-03T07:00:00Z', { told: [flare] })).toBeNull()
    const asked = session('2026-03-03T06:00:00Z', { sets: 0, since: 'same' })
    expect(due('2026-03-03T07:00:00Z', { history: [MONDAY, asked] })).toBeNull()
    const before = morning('2026-03-02T07:00:00Z')
    expect(due('2026-03-03T07:00:00Z', { told: [before] })).toBe(MONDAY)
  })
})

describe('what the morning answers for the next session', () => {
  const answer = (now: string, told: DayReport[], history = [MONDAY]) => morningAnswer({ history, told, now })

  it('is its own words, of the newest morning since the last session', () => {
    const told = [
      morning('2026-03-02T07:00:00Z', 'much-worse'),
      morning('2026-03-03T09:00:00Z', 'same'),
      morning('2026-03-03T07:00:00Z', 'better'),
    ]
    expect(answer('2026-03-03T10:00:00Z', told)).toBe('same')
    expect(answer('2026-03-03T10:00:00Z', [])).toBeNull()
    expect(answer('2026-03-03T10:00:00Z', told, [])).toBeNull()
  })

  it('no old good morning stands for today', () => {
    const told = [morning('2026-03-03T07:00:00Z', 'better')]
    expect(answer('2026-03-04T18:00:00Z', told)).toBe('better')
    expect(answer('2026-03-04T19:30:00Z', told)).toBeNull()
  })

  it.each(['a-little-worse', 'much-worse'] as const)('%s is never forgotten before that session', (worse) => {
    expect(answer('2026-03-12T19:30:00Z', [morning('2026-03-03T07:00:00Z', worse)])).toBe(worse)
  })
})

it.each([
  ['much-worse', 2, true],
  ['much-worse', null, true],
  ['same', 7, true],
  ['a-little-worse', 6, false],
  ['better', null, false],
] as const)('a morning that is %s with pain %s asks the danger questions: %s', (sinceLast, pain, asks) => {
  expect(morningAsksDanger({ sinceLast, pain })).toBe(asks)
})
