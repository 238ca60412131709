import { describe, expect, it } from 'vitest'
import type { SessionReport } from '../session/session.ts'
import { checksDue, dailyScript, partAfter } from './script.ts'
import { dailyOutcome, offersMeanwhile, recoveryToday, stoppedToday } from './stopped.ts'
import type { DailyDone, DailyMove, DailyOffer } from './timer.ts'
import { dailySums } from './weeks.ts'

const NOW = '2026-03-04T18:00:00.000Z'
const at = (hours: number) => new Date(Date.parse(NOW) - hours * 3_600_000).toISOString()

const OFFER: DailyOffer = {
  id: 'break',
  version: 1,
  kind: 'micro-break',
  title: 'Break',
  hook: '',
  minutes: [1, 2],
  usual: 2,
  pace: null,
  before: [],
  confirm: null,
  steps: [
    { id: 'up', text: 'Up', seconds: 12 },
    { id: 'move', text: 'Move', seconds: null },
    { id: 'out', text: 'Out', seconds: 8 },
  ],
  check: null,
  stop: ['Pain'],
  after: '',
  gentle: null,
  moves: [],
  planItemIds: [],
  evidence: 'weak',
  sources: [],
  signOff: { state: 'draft', by: null, at: null },
}
const move = (id: string) => ({ id, name: id }) as DailyMove

const done = (more: Partial<DailyDone> = {}): DailyDone => ({
  id: '00000000-0000-4000-8000-000000000000',
  at: at(1),
  startedAt: at(1.1),
  timerId: 'break',
  kind: 'micro-break',
  version: 1,
  minutes: 2,
  seconds: 120,
  ended: 'done',
  feel: null,
  stop: null,
  ...more,
})
const report = (rule: string | null, hours = 1) =>
  ({ endedAt: at(hours), stop: rule === null ? null : { rule, planItemId: null } }) as SessionReport

describe('what happens when', () => {
  it('is exactly as long as was chosen, the middle taking what is left', () => {
    expect(dailyScript(OFFER, 2).map(({ id, seconds }) => [id, seconds])).toEqual([
      ['up', 12],
      ['move', 100],
      ['out', 8],
    ])
    const long = { ...OFFER, steps: OFFER.steps.map((s) => (s.id === 'up' ? { ...s, seconds: 90 } : s)) }
    expect(dailyScript(long, 1).map(({ seconds }) => seconds)).toEqual([22, 37, 1])
  })

  it('shows moves in the middle, none of them for minutes on end', () => {
    const given = { ...OFFER, moves: ['a', 'b', 'c', 'd'].map(move) }
    expect(dailyScript(given, 1).map(({ id, seconds }) => [id, seconds])).toEqual([
      ['up', 12],
      ['move-a', 20],
      ['move-b', 20],
      ['out', 8],
    ])
    const two = { ...OFFER, moves: ['a', 'b'].map(move) }
    expect(dailyScript(two, 3).map(({ id, seconds }) => [id, seconds])).toEqual([
      ['up', 12],
      ['move-a', 45],
      ['move-b', 45],
      ['move', 70],
      ['out', 8],
    ])
  })

  it('finds its place by the seconds that have passed, and knows when it is over', () => {
    const parts = dailyScript(OFFER, 2)
    expect([0, 11.9, 12, 112, 119.9].map((s) => partAfter(parts, s)?.part.id)).toEqual([
      'up',
      'up',
      'move',
      'out',
      'out',
    ])
    expect(partAfter(parts, 120)).toBeNull()
    expect(partAfter(parts, 4000)).toBeNull()
  })

  it('looks at the skin every so often, but not at the very end', () => {
    const check = { check: { everySeconds: 300, text: '' } }
    expect([0, 299, 300, 599, 600, 899].map((s) => checksDue(check, s, 900))).toEqual([0, 0, 1, 1, 2, 2])
    expect(checksDue(check, 900, 900)).toBe(2)
    expect(checksDue({ check: null }, 900, 900)).toBe(0)
  })
})

describe('a stop', () => {
  it.each([
    ['SS01', true],
    ['SS05', true],
    ['SS06', true],
    ['PS1', true],
    ['strange', true],
    ['SS13', false],
    ['SS11', false],
    [null, false],
  ])('by %s holds the timers for the day: %s', (rule, holds) => {
    const given = { reports: [], done: [], now: NOW }
    expect(stoppedToday({ ...given, reports: [report(rule)] })).toBe(holds)
    expect(stoppedToday({ ...given, done: [done({ stop: rule === null ? null : { rule } })] })).toBe(holds)
    expect(stoppedToday({ ...given, reports: [report(rule, 20)] })).toBe(false)
  })

  it('because of strong pain leaves what suits a hard day', () => {
    expect(recoveryToday({ reports: [report('SS11')], now: NOW })).toBe(true)
    expect(recoveryToday({ reports: [report('SS11', 20)], now: NOW })).toBe(false)
  })

  const table = {
    stopRules: [
      { id: 'SS01', label: '', detectedBy: '', action: 'emergency' as const, signOff: OFFER.signOff },
      { id: 'SS05', label: '', detectedBy: '', action: 'stop-exercise' as const, signOff: OFFER.signOff },
      { id: 'SS13', label: '', detectedBy: '', action: 'end-session' as const, signOff: OFFER.signOff },
    ],
  }
  it('that is dangerous holds the plan, one by a symptom is looked at, one by wish is nothing', () => {
    const of = (rule: string) => dailyOutcome(done({ stop: { rule } }), table)
    expect(of('SS01')).toMatchObject({
      card: 'emergency',
      task: { kind: 'red-flag', level: 'emergency_now' },
    })
    expect(of('SS05')).toMatchObject({ card: 'stop-session', task: { kind: 'stopped-session' } })
    expect(of('strange')).toMatchObject({ card: 'stop-session', task: { kind: 'stopped-session' } })
    expect(of('SS13')).toEqual({ card: null, task: null })
    expect(dailyOutcome(done({ feel: 'worse' }), table)).toEqual({ card: null, task: null })
  })

  it('told on this device alone takes the offers away here, and so does a flare-up the breaks', () => {
    const offers = [OFFER, { ...OFFER, kind: 'breathing' as const }]
    const given = { reports: [], done: [], days: [], now: NOW }
    expect(offersMeanwhile(offers, given)).toEqual(offers)
    expect(offersMeanwhile(offers, { ...given, done: [done({ stop: { rule: 'SS06' } })] })).toEqual([])
    const flare = { kind: 'flare-up', id: '', at: at(1), pain: 6, worry: null, answers: {}, note: null }
    const days = [flare as Parameters<typeof offersMeanwhile>[1]['days'][number]]
    expect(offersMeanwhile(offers, { ...given, days }).map(({ kind }) => kind)).toEqual(['breathing'])
  })
})

it('is summed by what ran, without days in a row, and without what was opened by mistake', () => {
  const all = [
    done(),
    done({ seconds: 70, ended: 'stopped', feel: 'worse' }),
    done({ seconds: 5, ended: 'stopped' }),
    done({ kind: 'walk', seconds: 600 }),
    done({ kind: 'heat', at: at(24 * 8) }),
  ]
  expect(dailySums(all, NOW, 7)).toEqual([
    { kind: 'micro-break', count: 2, minutes: 3, worse: 1 },
    { kind: 'walk', count: 1, minutes: 10, worse: 0 },
  ])
  expect(dailySums([], NOW, 7)).toEqual([])
})
