import {
  DAILY_KINDS,
  type DailyKind,
  dailyAllowed,
  type DailyOffer,
  dailyOffers,
  dailyScript,
  type DailyStanding,
  DISPOSITIONS,
  forbiddenBy,
  type Plan,
} from '@dorsal/care'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { content, DESK, planOf, triageOf } from './people.ts'

const PACKS: readonly DailyKind[] = ['heat', 'cold']
const TAGS = Object.keys(content.programme.precautionTags)

/** The plan with lines for heat and cold, whoever it is for. */
function withPacks(plan: Plan): Plan {
  const line = plan.items.find(({ kind }) => kind === 'habit')
  if (line === undefined) throw new Error('no habit to copy')
  const items = ['heat-pack', 'ice-pack'].map((id) => ({
    ...line,
    id: `ex-${id}`,
    exerciseId: id,
    component: 'pain-management' as const,
    state: 'active' as const,
  }))
  return { ...plan, items: [...plan.items.filter(({ id }) => !items.some((own) => own.id === id)), ...items] }
}

const standing = (plan: Plan, more: Partial<DailyStanding> = {}): DailyStanding => ({
  plan,
  triage: triageOf(plan.precautionTags),
  stopped: false,
  hardDay: false,
  content,
  ...more,
})
const offersOf = (plan: Plan, more: Partial<DailyStanding> = {}) => dailyOffers(standing(plan, more))
const kindsOf = (offers: readonly DailyOffer[]) => offers.map(({ kind }) => kind)
const tagged = (...tags: string[]) => withPacks(planOf(DESK, tags))
const offer = (plan: Plan, kind: DailyKind, more: Partial<DailyStanding> = {}) =>
  offersOf(plan, more).find((one) => one.kind === kind)

describe('timers of daily life', () => {
  it('are all offered to somebody with nothing against them, each of at most its own length', () => {
    const offers = offersOf(tagged())
    expect(new Set(kindsOf(offers))).toEqual(new Set(DAILY_KINDS))
    for (const { minutes, usual } of offers) expect(minutes).toContain(usual)
    expect(
      offers.every(({ sources }) => sources.length > 0 && sources.every(({ cite }) => cite.includes(' '))),
    ).toBe(true)
    expect(offers.every(({ usual }) => usual >= 1 && usual <= 10)).toBe(true)
  })

  it.each(DISPOSITIONS.filter((d) => d !== 'none' && d !== 'caution'))(
    'are not offered while a warning sign of %s holds',
    (disposition) => {
      const plan = tagged()
      expect(offersOf(plan, { triage: { ...triageOf(), disposition } })).toEqual([])
      expect(dailyAllowed({ ...standing(plan), triage: { ...triageOf(), disposition } })).toBe(false)
    },
  )

  it('are not offered after a stop, without a screen, without a plan, or while it waits for a clinician', () => {
    const plan = tagged()
    expect(offersOf(plan, { stopped: true })).toEqual([])
    expect(offersOf(plan, { triage: null })).toEqual([])
    expect(offersOf(plan, { plan: null })).toEqual([])
    expect(offersOf({ ...plan, status: 'waiting-for-clinician' })).toEqual([])
  })

  it('never give heat or cold to skin that does not feel, nor to whom the plan does not name it', () => {
    expect(kindsOf(offersOf(tagged())).filter((kind) => PACKS.includes(kind))).toEqual(PACKS)
    const numb = withPacks({ ...planOf(DESK), precautionTags: ['skin_sensation'] })
    expect(kindsOf(offersOf(numb)).filter((kind) => PACKS.includes(kind))).toEqual([])
    const plan = planOf(DESK)
    const without = {
      ...plan,
      items: plan.items.filter(({ exerciseId }) => !['heat-pack', 'ice-pack'].includes(exerciseId ?? '')),
    }
    expect(kindsOf(offersOf(without)).filter((kind) => PACKS.includes(kind))).toEqual([])
    const paused = {
      ...tagged(),
      items: tagged().items.map((item) => ({ ...item, state: 'paused' as const })),
    }
    expect(kindsOf(offersOf(paused)).filter((kind) => PACKS.includes(kind))).toEqual([])
  })

  it('keep a pack within its time on the skin, asked about before and looked at meanwhile', () => {
    for (const kind of PACKS) {
      const pack = offer(tagged(), kind)
      expect(pack?.confirm).not.toBeNull()
      expect(Math.max(...(pack?.minutes ?? [99]))).toBeLessThanOrEqual(kind === 'heat' ? 20 : 10)
      expect(pack?.check?.everySeconds).toBeLessThanOrEqual(300)
      expect(pack?.before.join(' ')).toMatch(/towel|cloth/)
    }
    const pregnant = offer(tagged('pregnancy_2_3'), 'heat')
    expect([pregnant?.minutes, pregnant?.gentle]).toEqual([[10], expect.stringContaining('pregnancy')])
  })

  it('walk no longer than ten minutes or what the plan asks for, and not at all with an unstable heart', () => {
    expect(Math.max(...(offer(tagged(), 'walk')?.minutes ?? []))).toBe(10)
    const later = tagged()
    const items = later.items.map((item) =>
      item.exerciseId === 'walking-programme' && item.dosage !== null
        ? { ...item, dosage: { ...item.dosage, durationSeconds: 1200 } }
        : item,
    )
    expect(items.some(({ exerciseId }) => exerciseId === 'walking-programme')).toBe(true)
    expect(Math.max(...(offer({ ...later, items }, 'walk')?.minutes ?? []))).toBe(20)
    expect(offer(tagged('balance_risk'), 'walk')?.minutes).toEqual([2, 5])
    const heart = withPacks({ ...planOf(DESK), precautionTags: ['heart_lung_unstable'] })
    expect(kindsOf(offersOf(heart)).filter((kind) => kind === 'walk' || kind === 'breathing')).toEqual([])
  })

  it('breathe lighter and shorter where dizziness is known, and never hold', () => {
    const usual = offer(tagged(), 'breathing')
    const dizzy = offer(tagged('vertigo'), 'breathing')
    expect([usual?.pace, usual?.gentle, usual?.minutes]).toEqual([{ in: 4, out: 6 }, null, [1, 2, 3, 5]])
    expect([dizzy?.pace, dizzy?.minutes]).toEqual([{ in: 3, out: 4 }, [1, 2]])
    expect(dizzy?.gentle).toMatch(/eyes open/)
  })

  it('fill a break with gentle exercises of the plan, and with nothing else', () => {
    const plan = tagged()
    const moves = offer(plan, 'micro-break')?.moves ?? []
    expect(moves.length).toBeGreaterThan(1)
    for (const { planItemId, id, rangeShare } of moves) {
      const item = plan.items.find((one) => one.id === planItemId)
      expect([item?.exerciseId, item?.state, item?.rangeShare]).toEqual([id, 'active', rangeShare])
      expect(item?.dosage?.effort[1]).toBeLessThanOrEqual(3)
    }
  })

  it('show no move that has become hard, needs kit or the floor, or rests', () => {
    const plan = tagged()
    const [first] = offer(plan, 'micro-break')?.moves ?? []
    const shown = (change: (item: Plan['items'][number]) => Plan['items'][number]) => {
      const items = plan.items.map((item) => (item.id === first?.planItemId ? change(item) : item))
      return offer({ ...plan, items }, 'micro-break')?.moves.some(
        ({ planItemId }) => planItemId === first?.planItemId,
      )
    }
    expect(shown((item) => item)).toBe(true)
    expect(shown((item) => ({ ...item, state: 'paused' }))).toBe(false)
    expect(shown((item) => ({ ...item, dosage: item.dosage && { ...item.dosage, effort: [2, 4] } }))).toBe(
      false,
    )
    expect(shown((item) => ({ ...item, exerciseId: 'cat-cow' }))).toBe(false)
    expect(shown((item) => ({ ...item, exerciseId: 'band-row-standing' }))).toBe(false)
  })

  it('on a hard day leave out the break with exercises and keep the walk short', () => {
    const offers = offersOf(tagged(), { hardDay: true })
    expect(kindsOf(offers)).not.toContain('micro-break')
    expect(offers.find(({ kind }) => kind === 'walk')?.minutes).toEqual([2, 5])
    expect(kindsOf(offers)).toContain('breathing')
  })

  it('whatever the person: no forbidden exercise, only moves of the plan, lengths of the content, the plan untouched', () => {
    const tags = fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 6 })
    const library = new Map(content.exercises.map((exercise) => [exercise.id, exercise]))
    fc.assert(
      fc.property(tags, fc.boolean(), fc.boolean(), (own, hardDay, paused) => {
        const plan = { ...tagged(), precautionTags: own }
        if (paused) plan.items = plan.items.map((item, i) => (i % 2 ? { ...item, state: 'paused' } : item))
        const before = JSON.stringify(plan)
        for (const one of offersOf(plan, { hardDay })) {
          const timer = content.timers.find(({ id }) => id === one.id)
          for (const id of timer?.exercises ?? []) {
            const exercise = library.get(id)
            expect(exercise && forbiddenBy(exercise, own)).toBeNull()
          }
          for (const { planItemId, id } of one.moves) {
            const exercise = library.get(id)
            expect(plan.items.some((item) => item.id === planItemId && item.state === 'active')).toBe(true)
            expect(exercise && forbiddenBy(exercise, own)).toBeNull()
          }
          expect(one.minutes.length).toBeGreaterThan(0)
          for (const minutes of one.minutes) {
            expect(timer?.minutes).toContain(minutes)
            const parts = dailyScript(one, minutes)
            expect(parts.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(minutes * 60)
            expect(parts.every(({ seconds }) => Number.isInteger(seconds) && seconds > 0)).toBe(true)
          }
        }
        expect(JSON.stringify(plan)).toBe(before)
      }),
      { numRuns: 60 },
    )
  })
})
