import { describe, expect, it } from 'vitest'
import { type NeedInput, needOf } from './need-of.ts'
import { measured } from './range-fixture.ts'

const NOW = '2026-03-10T09:00:00.000Z'
const CALM: NeedInput = {
  tasks: [],
  proposals: [],
  reports: [],
  sessionsPerWeek: 5,
  createdAt: '2026-03-09T09:00:00.000Z',
  contact: true,
  messageWaiting: false,
  now: NOW,
}
type Task = NeedInput['tasks'][number]
type Proposal = NeedInput['proposals'][number]
const task = (kind: Task['kind'], level: Task['level'] = 'caution'): Partial<NeedInput> => ({
  tasks: [{ kind, level, closedAt: null }],
})
const waits = (kind: Proposal['kind'], status: Proposal['status'] = 'pending'): Partial<NeedInput> => ({
  proposals: [{ kind, status }],
})
const pains = (...values: (number | null)[]): Partial<NeedInput> => ({
  reports: values.map((pain) => ({
    before: { pain, sinceLast: 'same' },
    endedAt: '2026-03-09T09:00:00.000Z',
    painAfter: pain,
  })),
})
const after = (before: number, painAfter: number | null): Partial<NeedInput> => ({
  reports: [{ before: { pain: before, sinceLast: null }, endedAt: NOW, painAfter }],
})

const care = (signedAt: string): Partial<NeedInput> => ({ planOfCare: { signedAt, days: 90 } })
const asked = (since: string, lastAt: string | null): Partial<NeedInput> => ({ checkIns: { since, lastAt } })

const turns = (...values: number[]): Partial<NeedInput> => ({
  ...pains(1),
  bornIn: 1981,
  ranges: measured('2026-03-09T09:00:00.000Z', values),
})

/** The published order: what each thing by itself adds. */
const ROWS: readonly (readonly [string, Partial<NeedInput>, string[], number])[] = [
  ['an emergency', task('red-flag', 'emergency_now'), ['red-flag'], 3000],
  ['something for today', task('red-flag', 'same_day_urgent'), ['red-flag'], 1900],
  ['something for the clinician', task('red-flag', 'see_clinician_first'), ['red-flag'], 1000],
  ['a caution', task('red-flag', 'caution'), ['red-flag'], 1000],
  ['no level', task('red-flag', 'none'), ['red-flag'], 1000],
  ['a session that was stopped', task('stopped-session', 'emergency_now'), ['stopped-session'], 440],
  ['a first plan', waits('first-plan'), ['first-plan-waiting'], 220],
  ['a flare-up, pain of seven', pains(7), ['flare'], 110],
  ['no flare-up, pain of six', pains(6), [], 0],
  ['a flare-up, up by three', after(2, 5), ['flare'], 110],
  ['no flare-up, up by two', after(2, 4), [], 0],
  ['no flare-up, down by three', after(5, 2), [], 0],
  ['no flare-up, not asked', after(2, null), [], 0],
  ['a trend', pains(2, 4, 4), ['pain-trend'], 55],
  ['no trend, one only', pains(2, 3, 4), [], 0],
  ['no trend, too few', pains(2, 5), [], 0],
  ['no trend, better since', pains(4, 2, 1), [], 0],
  ['a trend, one not asked', pains(2, null, 4, 4), ['pain-trend'], 55],
  ['a trend at the end of four', pains(2, 3, 4, 4), ['pain-trend'], 55],
  ['a review', task('review'), ['review'], 28],
  ['a wish for an appointment', task('appointment-request'), ['appointment-request'], 14],
  ['a message without an answer', { messageWaiting: true }, ['message-waiting'], 7],
  ['beyond the bounds', waits('beyond-bounds'), ['proposal-waiting'], 3],
  ['the next phase', waits('next-phase'), ['proposal-waiting'], 3],
  ['the end', waits('discharge'), ['proposal-waiting'], 3],
  ['a proposal that was answered', waits('next-phase', 'accepted'), [], 0],
  ['missed days', { createdAt: '2026-03-06T08:59:59.000Z' }, ['missed-days'], 1],
  ['four days are not missed', { createdAt: '2026-03-06T09:00:00.000Z' }, [], 0],
  ['a co-sign', waits('co-sign'), ['co-sign'], 0.5],
  ['no way to reach them', { contact: false }, ['no-contact'], 0.25],
  ['a note to co-sign', { noteAwaitsCoSign: true }, ['note-co-sign'], 0.12],
  ['a plan of care, its last fortnight', care('2025-12-24T09:00:00.000Z'), ['plan-of-care'], 0.06],
  ['a plan of care that has run out', care('2025-11-01T09:00:00.000Z'), ['plan-of-care'], 0.06],
  ['a plan of care that runs', care('2025-12-25T09:00:00.000Z'), [], 0],
  ['no plan of care', { planOfCare: null }, [], 0],
  ['a check-in, never one', asked('2026-03-02T08:59:59.000Z', null), ['check-in-due'], 0.03],
  ['no check-in yet', asked('2026-03-02T09:00:00.000Z', null), [], 0],
  [
    'a check-in, one long ago',
    asked('2026-01-02T09:00:00.000Z', '2026-03-01T09:00:00.000Z'),
    ['check-in-due'],
    0.03,
  ],
  ['no check-in, one lately', asked('2026-01-02T09:00:00.000Z', '2026-03-05T09:00:00.000Z'), [], 0],
  ['a range that has stalled', turns(24, 24, 24, 24, 24, 24, 24, 24), ['stalled-range'], 0.015],
  ['a range that grows', turns(10, 11, 12, 16, 20, 24, 25, 26), [], 0],
  ['no check-in without a plan', { checkIns: null }, [], 0],
]

describe('each reason for the panel', () => {
  it.each(ROWS)('%s', (_what, given, reasons, need) => {
    expect(needOf({ ...CALM, ...given })).toEqual({ reasons, need })
  })

  it('adds up, and takes the gravest of several warning signs once', () => {
    const tasks = [
      ...(task('red-flag', 'same_day_urgent').tasks ?? []),
      ...(task('red-flag', 'emergency_now').tasks ?? []),
    ]
    expect(needOf({ ...CALM, tasks, contact: false })).toEqual({
      reasons: ['red-flag', 'no-contact'],
      need: 3000.25,
    })
  })

  it('counts days from the last session, not from the first day', () => {
    const report = pains(1).reports ?? []
    expect(needOf({ ...CALM, createdAt: '2026-01-01T00:00:00.000Z', reports: report }).reasons).toEqual([])
  })
})
