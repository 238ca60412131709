import { explain, nextPhase, prescribe, type PhaseId, type Plan, SENTENCES } from '@dorsal/care'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { content, DESK, type Given, intakeOf, KIT, NOW, planOf } from './people.ts'

const exercise = (id: string | null) => content.exercises.find((one) => one.id === id)
const then = (plan: Plan, phase: PhaseId, given: Given = DESK) =>
  nextPhase({ plan, intake: intakeOf(given), content, phase, now: NOW })
const guided = (plan: Plan) => plan.items.filter(({ kind }) => kind === 'exercise')

const PHASES = ['middle', 'late', 'maintenance'] as const

describe('the next phase of a plan', () => {
  const kit: Given = { ...DESK, equipment: KIT, goals: [{ text: 'Lift boxes', now: 2 }] }

  it.each(PHASES)('%s: doses everything for the phase, waits for a clinician, says why', (phase) => {
    const { result, decision } = then(planOf(kit), phase, kit)
    expect(result.phase).toBe(phase)
    expect(result.status).toBe('waiting-for-clinician')
    expect(guided(result).length).toBeGreaterThan(3)
    for (const { exerciseId, because } of guided(result)) {
      expect(exercise(exerciseId)?.dosage[phase === 'maintenance' ? 'late' : phase]).not.toBeNull()
      for (const one of because) {
        expect(SENTENCES).toHaveProperty([one.id])
        expect(explain(one)).not.toMatch(/[{}]|undefined/)
      }
    }
    expect(decision.inputs).toMatchObject({ from: 'early', to: phase })
  })

  it('goes on from what the person did, and up the ladder of the goal', () => {
    const early = planOf(kit)
    const { result } = then(early, 'middle', kit)
    const kept = guided(result).filter(({ exerciseId }) =>
      early.items.some((item) => item.exerciseId === exerciseId),
    )
    expect(kept.length).toBeGreaterThan(0)
    expect(result.items.map(({ exerciseId }) => exerciseId)).toContain('box-lift')
    expect(result.goals[0]?.ladder?.steps.map(({ state }) => state)).toContain('done')
  })

  it('alternates its sessions, so that none is too long', () => {
    const { result } = then(planOf(kit), 'middle', kit)
    const at = (sessionNumber: number) =>
      prescribe({
        plan: result,
        content,
        sessionNumber,
        minutes: 60,
        changes: [],
        now: NOW,
      }).result.items.map(({ exercise: { id } }) => id)
    expect(at(1)).not.toEqual(at(2))
    expect(at(1)).toEqual(at(3))
    const most = content.programme.phases.find(({ id }) => id === 'middle')?.itemCount[1] ?? 0
    expect(at(1).length).toBeLessThanOrEqual(most)
    expect(new Set([...at(1), ...at(2)])).toEqual(new Set(guided(result).map(({ exerciseId }) => exerciseId)))
  })

  it('keeps what is paused paused, and every habit', () => {
    const plan = planOf(kit)
    const [first] = guided(plan)
    const paused = {
      ...plan,
      items: plan.items.map((item) => (item === first ? { ...item, state: 'paused' as const } : item)),
    }
    const { result } = then(paused, 'middle', kit)
    expect(result.items.find(({ id }) => id === first?.id)?.state).toBe('paused')
    expect(result.items.filter(({ kind }) => kind !== 'exercise')).toEqual(
      plan.items.filter(({ kind }) => kind !== 'exercise'),
    )
  })

  it('holds nothing that a tag forbids or that does not fit, for anybody', () => {
    const tags = Object.keys(content.programme.precautionTags)
    fc.assert(
      fc.property(
        fc.subarray(tags, { maxLength: 4 }),
        fc.subarray(KIT),
        fc.constantFrom(...PHASES),
        (careful, equipment, phase) => {
          const given: Given = { ...DESK, equipment }
          const { result } = then(planOf(given, careful), phase, given)
          for (const { exerciseId } of guided(result)) {
            const one = exercise(exerciseId)
            expect(one?.contraindicationTags.filter((tag) => careful.includes(tag))).toEqual([])
            for (const need of one?.equipment ?? []) expect(equipment).toContain(need)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('is the same each time', () => {
    const plan = planOf(kit)
    expect(then(plan, 'late', kit)).toEqual(then(plan, 'late', kit))
  })
})
