import { editPlan, type PlanChange, Refusal, undoChange } from '@dorsal/care'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { content, DESK, KIT, NOW, planOf } from './people.ts'

const TURN = 'ex-seated-thoracic-rotation'
const BY = 'clinician:demo'
const plan = planOf({ ...DESK, equipment: KIT })

const change = (variable: PlanChange['variable'], to: string | number, planItemId = TURN): PlanChange => ({
  planItemId,
  variable,
  from: 6,
  to,
  direction: 'harder',
  status: 'waiting',
  because: [],
})
const edited = (...changes: PlanChange[]) => editPlan(plan, changes, BY, NOW, content)
const itemIn = (given: typeof plan) => given.items.find((item) => item.id === TURN)

describe('a clinician’s edit', () => {
  it('makes the next version, active, by its own hand', () => {
    const next = editPlan({ ...plan, status: 'waiting-for-clinician' }, [change('reps', 9)], BY, NOW, content)
    expect(next).toMatchObject({ version: plan.version + 1, status: 'active', decidedBy: BY, at: NOW })
    expect(itemIn(next)?.dosage?.reps).toBe(9)
    expect(itemIn(next)?.because.at(-1)?.id).toBe('plan.edited')
    expect(itemIn(plan)?.dosage?.reps).toBe(6)
  })

  it('sets each variable', () => {
    const next = itemIn(
      edited(
        change('sets', 3),
        change('hold', 4),
        change('rest', 60),
        change('range', 0.6),
        change('tempo', '3-1-3'),
      ),
    )
    expect(next).toMatchObject({
      rangeShare: 0.6,
      dosage: { sets: 3, holdSeconds: 4, restSeconds: 60, tempo: '3-1-3' },
    })
    expect(itemIn(edited(change('state', 'paused')))?.state).toBe('paused')
    expect(itemIn(edited(change('exercise', 'standing-stick-rotation')))).toMatchObject({
      exerciseId: 'standing-stick-rotation',
      title: 'Standing rotation with a stick',
    })
  })

  it('accepts what is proposed to stay as it is without touching it', () => {
    expect(itemIn(edited({ ...change('reps', 30), direction: 'same' }))?.dosage?.reps).toBe(6)
  })

  it('refuses a contraindicated exercise, whatever the tags and whoever asks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(content.programme.precautionTags)),
        fc.constantFrom(...content.exercises),
        (tag, exercise) => {
          if (!exercise.contraindicationTags.includes(tag)) return
          const tagged = { ...plan, precautionTags: [tag] }
          expect(() => editPlan(tagged, [change('exercise', exercise.id)], BY, NOW, content)).toThrow(Refusal)
        },
      ),
      { numRuns: 500 },
    )
    const tagged = { ...plan, precautionTags: ['bone_fragile'] }
    expect(() => editPlan(tagged, [change('exercise', 'thread-the-needle')], BY, NOW, content)).toThrow(
      Refusal,
    )
  })

  it.each([
    ['an unknown item', change('reps', 8, 'ex-nothing')],
    ['an unknown exercise', change('exercise', 'headstand')],
    ['a camera test', change('exercise', 'test-side-bend')],
    ['too many repetitions', change('reps', 400)],
    ['a word for a number', change('reps', 'many')],
    ['a range beyond the person’s own', change('range', 1.5)],
    ['a tempo that is none', change('tempo', 'fast')],
    ['a state that is none', change('state', 'gone')],
    ['a dose for a note', change('reps', 5, 'note-education-flare')],
  ])('refuses %s', (_what, wrong) => {
    expect(() => edited(wrong)).toThrow(Refusal)
  })

  it('refuses to exchange an exercise when it cannot look at the library', () => {
    expect(() => editPlan(plan, [change('exercise', 'cat-cow')], BY, NOW)).toThrow(Refusal)
  })
})

describe('undo', () => {
  it('takes a harder change back for anybody, an easier one only for a clinician', () => {
    const harder = change('reps', 7)
    const next = edited(harder)
    expect(itemIn(undoChange(next, harder, 'patient', NOW, content))?.dosage?.reps).toBe(6)
    const easier: PlanChange = { ...change('reps', 7), direction: 'easier' }
    expect(() => undoChange(next, easier, 'patient', NOW, content)).toThrow(Refusal)
    expect(itemIn(undoChange(next, easier, BY, NOW, content))?.dosage?.reps).toBe(6)
  })

  it('leaves alone what was lowered since', () => {
    const grown = change('reps', 7)
    const lowered = edited(change('reps', 4))
    expect(undoChange(lowered, grown, BY, NOW, content)).toEqual(lowered)
  })

  it('does not wake a plan that is held', () => {
    const grown = { ...edited(change('reps', 7)), status: 'waiting-for-clinician' as const }
    const back = undoChange(grown, change('reps', 7), 'patient', NOW, content)
    expect([back.status, itemIn(back)?.dosage?.reps]).toEqual(['waiting-for-clinician', 6])
  })
})
