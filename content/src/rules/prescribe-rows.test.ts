import {
  type Content,
  type Dosage,
  minutesOf,
  type Plan,
  type PlanChange,
  type PlanItem,
  prescribe,
  secondsOf,
  workOf,
} from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, DESK, KIT, NOW, planOf } from './people.ts'

const whole = planOf({ ...DESK, equipment: KIT })
const DOSE: Dosage = {
  sets: 2,
  reps: 10,
  holdSeconds: 0,
  durationSeconds: null,
  tempo: null,
  restSeconds: 30,
  perSide: false,
  timesPerDay: 1,
  daysPerWeek: 5,
  effort: [1, 3],
}

const item = (
  exerciseId: string,
  component: PlanItem['component'],
  more: Partial<PlanItem> = {},
): PlanItem => ({
  id: `ex-${exerciseId}`,
  kind: 'exercise',
  component,
  exerciseId,
  exerciseVersion: 1,
  title: exerciseId,
  dosage: DOSE,
  rangeShare: 0.8,
  state: 'active',
  because: [],
  wouldChange: [],
  ...more,
})
const THREE = [
  item('seated-thoracic-rotation', 'stretching'),
  item('scapular-squeeze', 'strengthening'),
  item('wall-angel', 'strengthening'),
]
const planWith = (items: PlanItem[], more: Partial<Plan> = {}): Plan => ({ ...whole, items, ...more })
const session = (
  plan: Plan,
  minutes: number,
  sessionNumber = 1,
  own: Content = content,
  changes: PlanChange[] = [],
) => prescribe({ plan, content: own, sessionNumber, minutes, changes, now: NOW })
const idsOf = (given: ReturnType<typeof session>) => given.result.items.map(({ exercise }) => exercise.id)

describe('how long an exercise takes, and how much work it is', () => {
  it.each<[string, Partial<Dosage>, number, number]>([
    ['two sets of ten, three seconds each, a rest between', {}, 110, 60],
    ['one set, no rest', { sets: 1 }, 50, 30],
    ['a hold in each', { holdSeconds: 2 }, 150, 100],
    ['both sides', { perSide: true }, 170, 120],
    ['by its tempo', { tempo: '2-1-2' }, 150, 100],
    ['by a tempo that is none', { tempo: 'slowly' }, 110, 60],
    ['by time', { reps: null, durationSeconds: 60 }, 170, 120],
    ['by time on both sides', { reps: null, durationSeconds: 60, perSide: true }, 290, 240],
    ['not said how often', { reps: null }, 56, 6],
  ])('%s', (_what, dose, seconds, work) => {
    expect([secondsOf({ ...DOSE, ...dose }), workOf({ ...DOSE, ...dose })]).toEqual([seconds, work])
  })
})

describe('what fits into the minutes', () => {
  it('all of it where there is time: five and a half minutes', () => {
    const all = session(planWith(THREE), 5.5)
    expect(all.result.items.map(({ dosage }) => dosage.sets)).toEqual([2, 2, 2])
    expect(all.decision.rule).toBe('prescribe-all')
    expect(all.result.more).toEqual([])
  })

  it('a set less of what takes longest, one at a time', () => {
    const longest = [
      ...THREE.slice(0, 2),
      item('wall-angel', 'strengthening', { dosage: { ...DOSE, reps: 11 } }),
    ]
    expect(session(planWith(longest), 5.4).result.items.map(({ dosage }) => dosage.sets)).toEqual([2, 2, 1])
    expect(session(planWith(THREE), 2.5).result.items.map(({ dosage }) => dosage.sets)).toEqual([1, 1, 1])
  })

  it('one of each component before a second one, from another start each time', () => {
    const two = (number: number) => idsOf(session(planWith(THREE), 1.7, number))
    expect(two(1)).toEqual(['seated-thoracic-rotation', 'scapular-squeeze'])
    expect(two(2)).toEqual(['seated-thoracic-rotation', 'scapular-squeeze'])
    expect(two(3)).toEqual(['seated-thoracic-rotation', 'wall-angel'])
    const part = session(planWith(THREE), 1.7)
    expect(part.decision.rule).toBe('prescribe-part')
    expect(part.result.more?.map(({ exercise }) => exercise.id)).toEqual(['wall-angel'])
  })

  it('always one, however little time there is', () => {
    expect(idsOf(session(planWith(THREE), 0.1, 2))).toEqual(['scapular-squeeze'])
  })

  it('a shorter one where the longer does not fit', () => {
    const long = item('seated-thoracic-rotation', 'stretching', { dosage: { ...DOSE, sets: 1, reps: 40 } })
    const items = [THREE[1], long, THREE[2]].flatMap((one) => (one === undefined ? [] : [one]))
    expect(idsOf(session(planWith(items), 1.9))).toEqual(['scapular-squeeze', 'wall-angel'])
  })

  it('no more exercises and minutes than the smaller programme has', () => {
    const small = planWith(THREE, { small: { exercises: 2, minutes: 8, since: NOW } })
    expect(idsOf(session(small, 20))).toHaveLength(2)
    expect([session(small, 20).result.minutes, session(small, 5).result.minutes]).toEqual([8, 5])
    expect(
      idsOf(session(planWith(THREE, { small: { exercises: 3, minutes: 8, since: NOW } }), 20)),
    ).toHaveLength(3)
  })

  it('says how long it really is, not how long was wished', () => {
    const short = session(planWith(THREE), 20).result
    expect([short.minutes, minutesOf(short.items), minutesOf(short.items.slice(0, 1))]).toEqual([20, 6, 2])
    expect(minutesOf([])).toBe(1)
  })

  it('in five, ten and twenty minutes', () => {
    const many = planWith(THREE.map((one) => ({ ...one, dosage: { ...DOSE, sets: 3, reps: 20 } })))
    const { versions } = session(many, 20).result
    expect(versions?.map(({ minutes, items }) => [minutes, items.map(({ sets }) => sets)])).toEqual([
      [5, [1, 1, 1]],
      [10, [2, 2, 3]],
      [20, [3, 3, 3]],
    ])
  })
})

describe('what is in a session', () => {
  it('alternates what belongs to one of several sessions', () => {
    const grouped = planWith([
      item('seated-thoracic-rotation', 'stretching', { group: 'b' }),
      item('scapular-squeeze', 'strengthening', { group: 'a' }),
      item('wall-angel', 'strengthening'),
    ])
    expect([1, 2, 3].map((number) => idsOf(session(grouped, 60, number)))).toEqual([
      ['scapular-squeeze', 'wall-angel'],
      ['seated-thoracic-rotation', 'wall-angel'],
      ['scapular-squeeze', 'wall-angel'],
    ])
  })

  it('leaves out what rests, what is no exercise, what has no dose, what the library has no more', () => {
    const [first, ...rest] = THREE
    if (first === undefined) throw new Error('no item')
    const out: Partial<PlanItem>[] = [
      { state: 'paused' },
      { kind: 'habit' },
      { dosage: null },
      { exerciseId: 'gone' },
      { exerciseId: null },
    ]
    for (const more of out)
      expect(idsOf(session(planWith([{ ...first, ...more }, ...rest]), 60))).toEqual([
        'scapular-squeeze',
        'wall-angel',
      ])
  })

  it('brings what calms where everything rests', () => {
    const resting = planWith(THREE.map((one) => ({ ...one, state: 'paused' as const })))
    expect(idsOf(session(resting, 60))).toEqual([
      'feet-up-90-90-breathing',
      'slow-breathing',
      'shoulder-rolls',
    ])
  })

  const neighbour = (more: Partial<Plan>, exercise: object = {}) => {
    const own = {
      ...content,
      exercises: content.exercises.map((one) =>
        one.id === 'seated-rotation-supported' ? { ...one, ...exercise } : one,
      ),
    }
    return session(planWith(THREE.slice(0, 1), more), 60, 1, own).result.items[0]?.easier?.id ?? null
  }
  const { fits: _fits, ...unfitted } = planWith(THREE.slice(0, 1))

  it('has the easier neighbour ready where it may be done and fits', () => {
    expect(neighbour({})).toBe('seated-rotation-supported')
    expect(neighbour({ precautionTags: ['any'] }, { contraindicationTags: ['any'] })).toBeNull()
    expect(neighbour({}, { equipment: ['a horse'] })).toBeNull()
    const old = session(unfitted, 60, 1).result.items[0]?.easier?.id
    expect(old).toBe('seated-rotation-supported')
  })

  it('says the limit of the phase for pain', () => {
    const ceiling = (phase: Plan['phase']) => session({ ...whole, phase }, 20).result.painCeiling
    expect([ceiling('early'), ceiling('middle')]).toEqual([4, 5])
  })

  it('names two exercises and says how many more there are', () => {
    const change = (exercise: string): PlanChange => ({
      planItemId: exercise,
      variable: 'reps',
      from: 6,
      to: 6,
      direction: 'same',
      status: 'applied',
      because: [{ id: 'adapt.keep.steady', values: { exercise } }],
    })
    const said = (...names: string[]) =>
      session(whole, 20, 1, content, names.map(change)).result.changes.map(({ values }) => values?.exercise)
    expect(said('A')).toEqual(['A'])
    expect(said('A', 'A')).toEqual(['A'])
    expect(said('A', 'B', 'C')).toEqual(['A, B and C'])
    expect(said('A', 'B', 'C', 'D')).toEqual(['A, B and 2 more'])
  })
})
