import { adapt, type Plan } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, DESK, KIT, planOf, reportOf } from './people.ts'

/** An easy first session of somebody with all the kit, and the plan after it. */
function firstDay() {
  const plan = planOf({ ...DESK, equipment: KIT })
  const report = reportOf(plan, 0)
  return { report, plan: adapt({ plan, report, history: [], content, now: report.endedAt }).plan }
}

describe('adaptation that is held back', () => {
  it('makes nothing harder while a flare-up runs', () => {
    const first = firstDay()
    const report = reportOf(first.plan, 1)
    const input = { plan: first.plan, report, history: [first.report], content, now: report.endedAt }
    expect(adapt(input).changes.some(({ direction }) => direction === 'harder')).toBe(true)
    expect(adapt({ ...input, flare: true }).changes.some(({ direction }) => direction === 'harder')).toBe(
      false,
    )
  })

  it('lets every harder change wait where the clinic wants to see each', () => {
    const first = firstDay()
    const report = reportOf(first.plan, 1)
    const input = { plan: first.plan, report, history: [first.report], content, now: report.endedAt }
    const { changes, plan } = adapt({ ...input, holdHarder: true })
    const harder = changes.filter(({ direction }) => direction === 'harder')
    expect(harder.length).toBeGreaterThan(0)
    expect(harder.every(({ status }) => status === 'waiting')).toBe(true)
    expect(plan).toBe(first.plan)
  })

  it('does not step down again after a gap that a look at the course has answered', () => {
    const first = firstDay()
    const report = { ...reportOf(first.plan, 9), sets: reportOf(first.plan, 9).sets.slice(0, 1) }
    const input = { report, history: [first.report], content, now: report.endedAt }
    const gaps = (plan: Plan) =>
      adapt({ ...input, plan }).changes.filter(({ because }) => because[0]?.id.startsWith('adapt.gap')).length
    expect(gaps(first.plan)).toBeGreaterThan(0)
    const answered = new Date(Date.parse(first.report.endedAt) + 7.5 * 86_400_000).toISOString()
    expect(gaps({ ...first.plan, at: answered })).toBe(0)
  })
})
