import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { content, DESK, type Given, intakeOf, KIT, planOf, sessionOf } from './people.ts'

const exercise = (id: string | null) => content.exercises.find((one) => one.id === id)
const GROUP: Record<string, string> = {
  supine: 'back',
  prone: 'front',
  'side-lying': 'side',
  quadruped: 'kneeling',
  kneeling: 'kneeling',
  'half-kneeling': 'kneeling',
  standing: 'standing',
  walking: 'standing',
}
const POSITIONS = ['seated', 'standing', 'back', 'side', 'front', 'kneeling']

const positioned = (positions: string[], more: Given = {}): Given => ({
  ...more,
  answers: { ...more.answers, 'H14.positions': positions },
})

describe('positions that a person can take', () => {
  it('are the only ones in the plan, sitting apart', () => {
    fc.assert(
      fc.property(fc.subarray(POSITIONS, { minLength: 1 }), (positions) => {
        const plan = planOf(positioned(positions, { ...DESK, equipment: KIT, answers: DESK.answers ?? {} }))
        for (const { exerciseId, kind } of plan.items) {
          if (kind !== 'exercise') continue
          const needed = GROUP[exercise(exerciseId)?.position ?? '']
          if (needed !== undefined) expect(positions).toContain(needed)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('say that the floor is fine for an older person, but not for one who may fall', () => {
    const older = positioned(['seated', 'standing', 'back', 'side', 'kneeling'], {
      yearOfBirth: 1948,
      measures: { nprs: { now: 8, average: 8, worst: 9 } },
    })
    const floor = (tags: string[]) =>
      planOf(older, tags).items.some(({ exerciseId }) => exercise(exerciseId)?.position === 'supine')
    expect(floor([])).toBe(true)
    expect(floor(['balance_risk'])).toBe(false)
  })

  it('name the reason when something is left out', () => {
    const plan = planOf(positioned(['seated'], DESK))
    expect(plan.excluded.map(({ because }) => because.id)).toContain('excluded.position')
  })
})

describe('fitness', () => {
  const sets = (days: number, born = 1981) =>
    planOf({ yearOfBirth: born, equipment: KIT, answers: { ...DESK.answers, B09: days } })
      .items.filter(({ component, kind }) => component === 'strengthening' && kind === 'exercise')
      .map(({ exerciseId, dosage }) => ({
        base: exercise(exerciseId)?.dosage.early?.sets ?? 0,
        sets: dosage?.sets,
      }))

  it('takes a set off strength work for somebody hardly active, and no item away', () => {
    expect(sets(0).length).toBe(sets(4).length)
    for (const one of sets(0)) expect(one.sets).toBe(Math.max(1, one.base - 1))
    for (const one of sets(4)) expect(one.sets).toBe(one.base)
  })

  it('counts one active day as little from 65 on', () => {
    expect(sets(1, 1950).some((one) => one.sets !== one.base)).toBe(true)
    expect(sets(1, 1981).every((one) => one.sets === one.base)).toBe(true)
  })
})

describe('the day itself', () => {
  const habits = (answers: NonNullable<Given['answers']>, tags: string[] = []) =>
    [planOf({ answers }, tags)]
      .flatMap(({ items, later = [] }) => [...items, ...later])
      .flatMap(({ kind, exerciseId }) => (kind === 'habit' ? (exerciseId ?? []) : []))

  it.each<[string, NonNullable<Given['answers']>]>([
    ['desk-setup-check', { B01: 8 }],
    ['phone-eye-level', { B05: 4 }],
    ['microbreak-walk', { B02: 90 }],
    ['ice-pack', { H06: ['cold'] }],
  ])('brings %s only where an answer asks for it', (id, answers) => {
    expect(habits(answers)).toContain(id)
    expect(habits({})).not.toContain(id)
  })

  it('keeps cold and heat from skin that does not feel', () => {
    expect(habits({ H06: ['cold'] }, ['skin_sensation'])).not.toContain('ice-pack')
    expect(habits({}, ['skin_sensation'])).not.toContain('heat-pack')
  })

  it('never brings TENS by itself', () => {
    fc.assert(
      fc.property(fc.subarray([...KIT, 'TENS unit']), (equipment) => {
        const plan = planOf({ ...DESK, equipment })
        expect(plan.items.map(({ exerciseId }) => exerciseId)).not.toContain('tens-education')
      }),
      { numRuns: 30 },
    )
  })

  it('names the counterpart at home of hands-on treatment', () => {
    const plan = planOf()
    const visit = plan.items.find(({ kind }) => kind === 'clinic')
    const home = plan.items.find(
      ({ component, kind }) => component === 'manual-therapy' && kind === 'exercise',
    )
    expect(visit?.because).toContainEqual({ id: 'item.counterpart', values: { exercise: home?.title ?? '' } })
  })
})

describe('the versions of a session', () => {
  it('are 5, 10 and 20 minutes, each whole, none with more than the plan holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.subarray(KIT), (number, equipment) => {
        const plan = planOf({ ...DESK, equipment })
        const session = sessionOf(plan, number, 15)
        expect(session.versions?.map(({ minutes }) => minutes)).toEqual([5, 10, 20])
        const known = new Map(
          [...session.items, ...(session.more ?? [])].map((item) => [item.planItemId, item]),
        )
        for (const { items } of session.versions ?? []) {
          expect(items.length).toBeGreaterThan(0)
          for (const { planItemId, sets } of items) {
            expect(known.has(planItemId)).toBe(true)
            const most = plan.items.find(({ id }) => id === planItemId)?.dosage?.sets ?? 0
            expect(sets).toBeLessThanOrEqual(most)
            expect(sets).toBeGreaterThan(0)
          }
        }
      }),
      { numRuns: 40 },
    )
  })

  it('train several components even in five minutes', () => {
    const session = sessionOf(planOf({ ...DESK, equipment: KIT }), 1, 5)
    const components = session.items.map(({ component }) => component)
    expect(new Set(components).size).toBe(components.length)
  })
})

describe('what would be easier or harder', () => {
  it('asks for nothing that the person does not have', () => {
    const plan = planOf({ ...DESK, equipment: ['chair'] })
    for (const { neighbours } of plan.items)
      for (const one of [neighbours?.easier, neighbours?.harder])
        for (const need of exercise(one?.exerciseId ?? null)?.equipment ?? []) expect(need).toBe('chair')
  })

  it('is the person’s own answer that counts', () => {
    expect(intakeOf(positioned(['seated'])).answers['H14.positions']).toEqual(['seated'])
  })
})
