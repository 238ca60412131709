import { adapt, nextPhase, type Plan, prescribe } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, DESK, intakeOf, KIT, NOW, planOf, reportOf } from './people.ts'

const given = { ...DESK, equipment: KIT }
const guided = (plan: Plan) => plan.items.filter(({ kind }) => kind === 'exercise')
const resting = (plan: Plan): Plan => ({
  ...plan,
  items: plan.items.map((item) => (item.kind === 'exercise' ? { ...item, state: 'paused' as const } : item)),
})

describe('what the virtual cohort found', () => {
  it('gives calm exercises to somebody all of whose exercises rest, never an empty session', () => {
    const plan = resting(planOf(given))
    const session = prescribe({ plan, content, sessionNumber: 1, minutes: 10, changes: [], now: NOW }).result
    expect(session.items.length).toBeGreaterThan(0)
    const calm = content.programme.flare.steps[0]?.exercises ?? []
    for (const { exercise } of session.items) expect(calm).toContain(exercise.id)
  })

  it('asks a therapist to look when the last exercise comes to rest', () => {
    const all = planOf(given)
    const [last, ...others] = guided(all)
    if (last?.dosage == null) throw new Error('no exercise')
    const dosage = { ...last.dosage, reps: 2, sets: 1, holdSeconds: 1, durationSeconds: null }
    const plan: Plan = {
      ...all,
      items: all.items.map((item) =>
        others.includes(item)
          ? { ...item, state: 'paused' as const }
          : item === last
            ? { ...item, dosage, rangeShare: 0.3, exerciseId: 'belly-breathing' }
            : item,
      ),
    }
    const report = reportOf(plan, 1, { stop: { rule: 'SS05', planItemId: last.id } })
    const adapted = adapt({ plan, report, history: [], content, now: report.endedAt })
    expect(guided(adapted.plan).every(({ state }) => state === 'paused')).toBe(true)
    expect(adapted.tasks.map(({ because }) => because[0]?.id)).toContain('adapt.nothing-left')
  })

  it('keeps the ids of a plan apart when a paused item carries the id of what it replaced', () => {
    const plan = planOf(given)
    const row = 'band-row-seated'
    const items = plan.items.map((item, index) =>
      index === 0
        ? { ...item, id: `ex-${row}`, exerciseId: 'scapular-squeeze', state: 'paused' as const }
        : item,
    )
    const { result } = nextPhase({
      plan: { ...plan, items },
      intake: intakeOf(given),
      content,
      phase: 'middle',
      now: NOW,
    })
    const ids = result.items.map(({ id }) => id)
    expect(result.items.some(({ exerciseId, state }) => exerciseId === row && state === 'active')).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('begins the volume of a new phase with the new phase', () => {
    const plan = { ...planOf(given), volume: { since: NOW, work: 9999 } }
    expect(
      nextPhase({ plan, intake: intakeOf(given), content, phase: 'middle', now: NOW }).result.volume,
    ).toBeUndefined()
  })

  it('lets an eased week grow again from where it was eased to', () => {
    const plan = { ...planOf(given), volume: { since: NOW, work: 99_999 } }
    const report = reportOf(plan, 1, { pain: 9 })
    const { plan: after } = adapt({ plan, report, history: [], content, now: report.endedAt })
    expect(after.volume?.work).toBeLessThan(99_999)
    expect(after.volume?.since).toBe(report.endedAt)
  })
})
