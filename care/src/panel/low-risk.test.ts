import { describe, expect, it } from 'vitest'
import type { PlanChange, Proposal } from '../adaptation/adaptation.ts'
import { barsOf, isLowRisk } from './low-risk.ts'
import { ReasonChip } from './panel.ts'

const change = (more: Partial<PlanChange> = {}): PlanChange => ({
  planItemId: 'i1',
  variable: 'reps',
  from: 8,
  to: 10,
  direction: 'harder',
  status: 'listed',
  because: [],
  ...more,
})
const of = (kind: Proposal['kind'], ...changes: PlanChange[]) => ({ kind, changes })

/** By hand, the other way round: with which of these reasons nothing may be accepted from a list. */
const SAFE: readonly ReasonChip[] = [
  'proposal-waiting',
  'missed-days',
  'co-sign',
  'no-contact',
  'note-co-sign',
  'plan-of-care',
  'check-in-due',
  'stalled-range',
]

describe('a proposal that may be accepted from a list', () => {
  it.each<[string, Pick<Proposal, 'kind' | 'changes'>, boolean]>([
    ['a dose within the bounds', of('co-sign', change()), true],
    ['two of them', of('co-sign', change(), change({ variable: 'sets' })), true],
    ['one within, one beyond', of('co-sign', change(), change({ status: 'waiting' })), false],
    ['another exercise', of('co-sign', change({ variable: 'exercise' })), false],
    ['an exercise left out', of('co-sign', change({ variable: 'state' })), false],
    ['nothing at all', of('co-sign'), false],
    ['harder beyond the bounds', of('beyond-bounds', change({ status: 'waiting' })), false],
    [
      'easier beyond the bounds',
      of('beyond-bounds', change({ status: 'waiting', direction: 'easier' })),
      true,
    ],
    ['held beyond the bounds', of('beyond-bounds', change({ status: 'waiting', direction: 'same' })), true],
    ['easier, and one harder', of('beyond-bounds', change({ direction: 'easier' }), change()), false],
    ['a first plan', of('first-plan', change({ direction: 'easier' })), false],
    ['the next phase', of('next-phase', change({ direction: 'easier' })), false],
    ['the end', of('discharge', change({ direction: 'easier' })), false],
  ])('%s', (_what, proposal, low) => {
    expect(isLowRisk(proposal, ['co-sign'])).toBe(low)
  })

  it.each(ReasonChip.options)('with %s about the person', (reason) => {
    const safe = SAFE.includes(reason)
    expect(isLowRisk(of('co-sign', change()), ['missed-days', reason])).toBe(safe)
    expect(barsOf(['missed-days', reason])).toEqual(safe ? [] : [reason])
  })
})
