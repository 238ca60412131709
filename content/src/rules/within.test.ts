import {
  adaptWithin,
  explain,
  SENTENCES,
  WITHIN_RULES,
  type WithinItem,
  type WithinSignal,
  type WithinState,
  workOf,
} from '@dorsal/care'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { content, DESK, KIT, planOf, sessionOf } from './people.ts'

const LIMITS = { painCeiling: 4 }
const ITEMS: WithinItem[] = [planOf({ ...DESK, equipment: KIT }), planOf({ equipment: KIT })].flatMap(
  (plan) => sessionOf(plan, 1, 60).items.map((item) => ({ ...item, closed: false })),
)

const turn = ITEMS.find((item) => item.exercise.id === 'seated-thoracic-rotation')
const state = (given: Partial<WithinState<WithinItem>> = {}): WithinState<WithinItem> => {
  if (turn === undefined) throw new Error('the turn is not in the session')
  return { item: turn, startPain: 2, sore: [], automatic: 0, ...given }
}
const set = (pain: number | null, effort: number | null = 2, form: number | null = null): WithinSignal => ({
  kind: 'set',
  pain,
  effort,
  form,
})

const score = fc.option(fc.nat(10))
const anySignal: fc.Arbitrary<WithinSignal> = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    pain: score,
    effort: score,
    form: fc.constantFrom(null, 0, 0.5, 1),
  }),
  fc.record({ kind: fc.constantFrom('hurts' as const, 'easier' as const, 'symptom' as const) }),
  fc.record({ kind: fc.constant('settled' as const), pain: fc.nat(10) }),
)

const CASES: Readonly<Record<string, [WithinState<WithinItem>, WithinSignal]>> = {
  'pain-8': [state({ startPain: 7 }), set(8)],
  'not-settled': [state(), { kind: 'settled', pain: 4 }],
  settled: [state(), { kind: 'settled', pain: 3 }],
  symptom: [state(), { kind: 'symptom' }],
  'rise-3': [state(), set(5)],
  'second-sore': [state({ sore: ['ex-other'] }), set(4)],
  'first-sore': [state(), set(4)],
  hurts: [state(), { kind: 'hurts' }],
  easier: [state(), { kind: 'easier' }],
  breathless: [state(), set(2, 9)],
  'over-ceiling': [state({ startPain: 4 }), set(5)],
  'form-lost': [state(), set(2, 2, 0.2)],
  'hard-work': [state(), set(2, 5)],
  fine: [state(), set(2)],
}

describe('adaptation within the session', () => {
  it('is never harder, over any chain of signals, and says why each time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ITEMS),
        score,
        fc.array(anySignal, { minLength: 1, maxLength: 12 }),
        (prescribed, startPain, signals) => {
          let now: WithinState<WithinItem> = { item: prescribed, startPain, sore: [], automatic: 0 }
          for (const signal of signals) {
            const verdict = adaptWithin(now, signal, LIMITS)
            if (verdict.kind !== 'change') continue
            expect(workOf(verdict.item.dosage)).toBeLessThanOrEqual(workOf(now.item.dosage))
            expect(verdict.item.rangeShare).toBeLessThanOrEqual(now.item.rangeShare)
            expect(verdict.item.dosage.restSeconds).toBeGreaterThanOrEqual(
              verdict.variable === 'exercise' ? 0 : now.item.dosage.restSeconds,
            )
            expect([now.item.exercise.id, now.item.easier?.id]).toContain(verdict.item.exercise.id)
            expect(SENTENCES).toHaveProperty([verdict.because.id])
            expect(explain(verdict.because)).not.toMatch(/[{}]/)
            now = { ...now, item: verdict.item, automatic: now.automatic + 1 }
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('comes to an end: what is made easier often enough is left out', () => {
    let now = state()
    for (let times = 0; times < 12 && !now.item.closed; times++) {
      const verdict = adaptWithin(now, { kind: 'easier' }, LIMITS)
      if (verdict.kind === 'change') now = { ...now, item: verdict.item }
    }
    expect(now.item.closed).toBe(true)
  })

  it('leaves the exercise after four changes of its own, but still follows the person', () => {
    const tired = state({ automatic: 4 })
    expect(adaptWithin(tired, set(4), LIMITS)).toMatchObject({ variable: 'skip' })
    expect(adaptWithin(tired, { kind: 'easier' }, LIMITS)).toMatchObject({ variable: 'range' })
  })

  it('changes nothing when nobody was asked', () => {
    expect(adaptWithin(state(), set(null, null), LIMITS)).toEqual({ kind: 'go-on' })
  })

  it.each(WITHIN_RULES.map((row) => row.id))('row %s decides its case, and is missed when deleted', (id) => {
    const [given, signal] = CASES[id] ?? [state(), set(2)]
    const verdict = adaptWithin(given, signal, LIMITS)
    const first = WITHIN_RULES.filter((row) => row.id === id || row.id === 'fine')
    expect(adaptWithin(given, signal, LIMITS, first)).toEqual(verdict)
    if (id === 'fine') return
    const without = WITHIN_RULES.filter((row) => row.id !== id)
    expect(adaptWithin(given, signal, LIMITS, without)).not.toEqual(verdict)
  })

  it('knows every stop rule that it names', () => {
    const named = Object.values(CASES).flatMap(([given, signal]) => {
      const verdict = adaptWithin(given, signal, LIMITS)
      if (verdict.kind === 'end') return [verdict.rule]
      return verdict.kind === 'change' && verdict.rule !== null ? [verdict.rule] : []
    })
    const known = content.redFlags.stopRules.map((rule) => rule.id)
    for (const rule of named) expect(known).toContain(rule)
    expect(new Set(named)).toEqual(new Set(['SS03', 'SS04', 'SS05', 'SS09']))
  })
})
