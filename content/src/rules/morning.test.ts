import { adapt, type DayReport, morningAnswer } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, NOW, planOf, reportOf } from './people.ts'

const DAY = 86_400_000
const at = (days: number) => new Date(Date.parse(NOW) + days * DAY).toISOString()
const plan = planOf()
const easy = { pain: 1, effort: 2, painBefore: 2, painAfter: 1 }
const first = reportOf(plan, 0, easy)
const morning = (sinceLast: 'better' | 'much-worse'): DayReport => ({
  kind: 'morning',
  id: first.id,
  at: at(0.6),
  sinceLast,
  pain: null,
})

/** The second session as the device reports it after such a morning. */
function after(told: DayReport[]) {
  const sinceLast = morningAnswer({ history: [first], told, now: at(1) })
  const report = reportOf(plan, 1, { ...easy, sinceLast: sinceLast ?? 'same' })
  return adapt({ plan, report, history: [first], content, now: at(1) })
}

describe('a morning told', () => {
  it('eases the plan by the same rule as the same answer at the start of the session', () => {
    const asked = adapt({
      plan,
      report: reportOf(plan, 1, { ...easy, sinceLast: 'much-worse' }),
      history: [first],
      content,
      now: at(1),
    })
    const told = after([morning('much-worse')])
    expect(told.changes).toEqual(asked.changes)
    expect(told.changes.some(({ direction }) => direction === 'easier')).toBe(true)
    expect(told.changes.some(({ direction }) => direction === 'harder')).toBe(false)
  })

  it('that was good leaves the way to harder as it is without one', () => {
    expect(after([morning('better')]).changes.map(({ direction }) => direction)).toEqual(
      after([]).changes.map(({ direction }) => direction),
    )
  })
})
