import { type LibraryExercise, type Me, type Plan } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { type Filters, NO_FILTERS, passes, readable, valuesIn } from './filters.ts'
import { fitOf, isOpen } from './fit.ts'

const exercise = {
  id: 'x',
  name: 'X',
  components: ['strengthening'],
  position: 'prone',
  equipment: ['band'],
  dosage: { early: null, middle: {}, late: {} },
  contraindicationTags: ['rib_injury'],
  precautionTags: ['recent_spine_surgery'],
} as unknown as LibraryExercise

const me = (plan: Partial<Plan> | null, next: Me['next'] = 'session') =>
  ({
    next,
    plan: plan && {
      phase: 'middle',
      precautionTags: [],
      items: [],
      fits: { equipment: ['band'], positions: ['front'], floor: true },
      ...plan,
    },
  }) as unknown as Me

const planned = [{ exerciseId: 'x', state: 'active' }] as Plan['items']

describe('how an exercise stands to a person', () => {
  it.each([
    ['nobody', null, 'reading'],
    ['no plan', me(null), 'reading'],
    ['it fits', me({}), 'fits'],
    ['in the plan', me({ items: planned }), 'planned'],
    ['help comes first, though it is in the plan', me({ items: planned }, 'escalate'), 'held'],
    ['a clinician comes first', me({}, 'book'), 'held'],
    [
      'a tag forbids it, though it is in the plan',
      me({ items: planned, precautionTags: ['rib_injury'] }),
      'forbidden',
    ],
    ['only what was released', me({ precautionTags: ['recent_spine_surgery'] }), 'forbidden'],
    [
      'an older plan is judged by its tags',
      me({ fits: undefined, precautionTags: ['rib_injury'] }),
      'forbidden',
    ],
    ['another phase', me({ phase: 'early' }), 'later'],
    ['no band', me({ fits: { equipment: [], positions: null, floor: true } }), 'later'],
    ['no prone', me({ fits: { equipment: ['band'], positions: ['seated'], floor: true } }), 'later'],
  ])('%s', (_, who, state) => {
    const fit = fitOf(exercise, who)
    expect(fit.state).toBe(state)
    expect(isOpen(fit)).toBe(state !== 'forbidden' && state !== 'held')
    if (fit.state === 'forbidden' || fit.state === 'later') expect(fit.because.id).toMatch(/^excluded\./)
  })
})

describe('the filters', () => {
  const chair = {
    ...exercise,
    id: 'c',
    components: ['stretching', 'posture'],
    position: 'seated',
    equipment: [],
  }
  const test = { ...exercise, id: 't', components: ['movement-test'] }

  it.each<[Partial<Filters>, string[]]>([
    [{}, ['x', 'c']],
    [{ part: 'posture' }, ['c']],
    [{ position: 'prone' }, ['x']],
    [{ kit: 'none' }, ['c']],
    [{ kit: 'band', part: 'stretching' }, []],
    [{ phase: 'early' }, []],
    [{ phase: 'late' }, ['x', 'c']],
  ])('%j', (filters, ids) => {
    const all = [exercise, chair]
    expect(all.filter((one) => passes(one, { ...NO_FILTERS, ...filters })).map(({ id }) => id)).toEqual(ids)
  })

  it('offer what there is, and leave out what only serves a test', () => {
    expect(valuesIn([exercise, chair], 'kit')).toEqual(['band', 'none'])
    expect(readable([exercise, test]).map(({ id }) => id)).toEqual(['x'])
  })
})
