import { adapt, type Content, type Dosage, type Plan, type PlanChange, type PlanItem } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, type Day, DESK, KIT, planOf, reportOf } from './people.ts'

const TURN = 'ex-seated-thoracic-rotation'
const whole = planOf({ ...DESK, equipment: KIT })
const found = whole.items.find(({ id }) => id === TURN)
if (found?.dosage == null) throw new Error('no turn')
const BASE: Dosage = {
  ...found.dosage,
  reps: 6,
  sets: 1,
  holdSeconds: 0,
  durationSeconds: null,
  restSeconds: 30,
}
const turn: PlanItem = found

type More = { item?: Partial<PlanItem>; bounds?: Partial<Plan['bounds']>; beside?: PlanItem[] }
/** A plan of one exercise with this dose. */
const planWith = (dose: Partial<Dosage>, { item = {}, bounds = {}, beside = [] }: More = {}): Plan => ({
  ...whole,
  bounds: { ...whole.bounds, weeklyVolumeShare: 9, ...bounds },
  items: [{ ...turn, dosage: { ...BASE, ...dose }, ...item }, ...beside],
})

function change(plan: Plan, days: readonly Day[], own: Content = content): PlanChange | undefined {
  const reports = days.map((how, day) => reportOf(plan, day, { only: [TURN], ...how }))
  const report = reports.pop()
  if (report === undefined) throw new Error('no day')
  const after = adapt({ plan, report, history: reports, content: own, now: report.endedAt })
  return after.changes.find(({ planItemId }) => planItemId === TURN)
}
const RED: Day = { pain: 7 }
const HARD: Day = { effort: 6 }

/** Supported turning beside it, so that there is no easier neighbour to go to. */
const supported: PlanItem = { ...turn, id: 'ex-other', exerciseId: 'seated-rotation-supported' }

const DOWN: readonly (readonly [
  string,
  Day,
  Partial<Dosage>,
  More,
  string,
  number | string,
  number | string,
])[] = [
  ['red takes repetitions to three fifths', RED, { reps: 10, sets: 2 }, {}, 'reps', 10, 6],
  ['too hard takes a fifth of them', HARD, { reps: 10, sets: 2 }, {}, 'reps', 10, 8],
  ['at least one less', HARD, { reps: 4 }, {}, 'reps', 4, 3],
  ['never below two', RED, { reps: 4 }, {}, 'reps', 4, 2],
  ['at three repetitions a set goes', RED, { reps: 3, sets: 2 }, {}, 'sets', 2, 1],
  ['of three sets one goes', RED, { reps: 3, sets: 3 }, {}, 'sets', 3, 2],
  ['then the hold', RED, { reps: 3, holdSeconds: 5 }, {}, 'hold', 5, 3],
  ['the hold to one at least', RED, { reps: 3, holdSeconds: 3 }, {}, 'hold', 3, 1],
  ['time to three fifths', RED, { reps: null, durationSeconds: 60 }, {}, 'hold', 60, 36],
  ['time to half a minute at least', RED, { reps: null, durationSeconds: 40 }, {}, 'hold', 40, 30],
  ['of half a minute a set goes', RED, { reps: null, durationSeconds: 30, sets: 2 }, {}, 'sets', 2, 1],
  [
    'then the range',
    RED,
    { reps: 3, holdSeconds: 2 },
    { item: { rangeShare: 0.8 }, beside: [supported] },
    'range',
    0.8,
    0.6,
  ],
  [
    'the range to three tenths at least',
    RED,
    { reps: 3, holdSeconds: 2 },
    { item: { rangeShare: 0.4 }, beside: [supported] },
    'range',
    0.4,
    0.3,
  ],
  [
    'then it rests',
    RED,
    { reps: 3, holdSeconds: 2 },
    { item: { rangeShare: 0.3 }, beside: [supported] },
    'state',
    'active',
    'paused',
  ],
]

describe('each step down', () => {
  it.each(DOWN)('%s', (_what, day, dose, more, variable, from, to) => {
    expect(change(planWith(dose, more), [day])).toMatchObject({
      variable,
      from,
      to,
      direction: 'easier',
      status: 'applied',
    })
  })

  it('goes to the easier neighbour with no more work than before, where nothing else can come down', () => {
    const plan = planWith({ reps: 3, holdSeconds: 2 })
    expect(change(plan, [RED])).toMatchObject({ variable: 'exercise', to: 'seated-rotation-supported' })
    const resting = { ...supported, state: 'paused' as const }
    const again = planWith({ reps: 3, holdSeconds: 2 }, { beside: [resting] })
    expect(change(again, [RED])?.variable).toBe('exercise')
  })

  it('never to one that is forbidden, that does not fit, or that the phase does not dose', () => {
    const plan = planWith({ reps: 3, holdSeconds: 2 })
    const without = (more: object): Content => ({
      ...content,
      exercises: content.exercises.map((one) =>
        one.id === 'seated-rotation-supported' ? { ...one, ...more } : one,
      ),
    })
    expect(
      change({ ...plan, precautionTags: ['any'] }, [RED], without({ contraindicationTags: ['any'] }))
        ?.variable,
    ).toBe('range')
    expect(change(plan, [RED], without({ equipment: ['a horse'] }))?.variable).toBe('range')
    const dosage = { early: null, middle: null, late: null }
    expect(change(plan, [RED], without({ dosage }))?.variable).toBe('range')
  })
})

const EASY: readonly Day[] = [{}, {}]
const UP: readonly (readonly [string, Partial<Dosage>, More, string | null, number, number])[] = [
  ['a repetition more below ten', { reps: 6 }, {}, 'reps', 6, 7],
  ['two more from ten on', { reps: 10 }, { bounds: { maxRepsShare: 3 } }, 'reps', 10, 12],
  ['one more up to the bound', { reps: 9 }, { bounds: { maxRepsShare: 1.7 } }, 'reps', 9, 10],
  ['a set at the bound of repetitions', { reps: 9 }, {}, 'sets', 1, 2],
  ['a third set', { reps: 9, sets: 2 }, {}, 'sets', 2, 3],
  ['no fourth', { reps: 9, sets: 3 }, {}, null, 3, 3],
  ['a second more of a hold', { reps: 9, sets: 3, holdSeconds: 2 }, {}, 'hold', 2, 3],
  ['no more of it than the bound', { reps: 9, sets: 3, holdSeconds: 3 }, {}, null, 3, 3],
]

describe('each step up', () => {
  it.each(UP)('%s', (_what, dose, more, variable, from, to) => {
    const step = change(planWith(dose, more), EASY)
    if (variable === null) expect(step?.direction).toBe('same')
    else expect(step).toMatchObject({ variable, from, to, direction: 'harder', status: 'listed' })
  })

  it.each([
    [
      'pain at the edge of green',
      [
        { pain: 3, painBefore: 2 },
        { pain: 3, painBefore: 2 },
      ],
      true,
    ],
    ['amber before', [{ pain: 4 }, {}], false],
    ['effort within the band', [{ effort: 2 }, { effort: 2 }], true],
    ['effort above it', [{ effort: 3 }, { effort: 3 }], false],
    ['nine of ten done', [{ done: 0.9 }, {}], true],
    ['a fifth with faults', [{ faults: 0.2 }, { faults: 0.2 }], true],
    ['half with faults', [{}, { faults: 0.5 }], false],
    ['a little worse the next day', [{}, { sinceLast: 'a-little-worse' }], false],
  ] as const)('%s', (_what, days, up) => {
    expect(change(planWith({ reps: 5 }), days)?.direction === 'harder').toBe(up)
  })

  it('no further than the sets that the therapist allows, and one above the library', () => {
    const at = (sets: number, maxSets: number) =>
      change(planWith({ reps: 12, sets }, { bounds: { maxSets } }), EASY)
    expect(at(1, 1)?.variable).not.toBe('sets')
    expect(at(1, 2)).toMatchObject({ variable: 'sets', to: 2 })
  })
})

describe('what decides by the day', () => {
  it.each<[string, Day[], string]>([
    ['less than three fifths done', [{ done: 0.5 }], 'adapt.unfinished.reps'],
    ['three fifths done', [{ done: 0.67 }], 'adapt.keep.steady'],
    ['faults in seven of ten', [{ faults: 0.7 }], 'adapt.form.reps'],
    ['faults in half', [{ faults: 0.5 }], 'adapt.keep.steady'],
    ['effort one above the band', [{ effort: 3 }], 'adapt.keep.steady'],
    ['effort two above it', [{ effort: 4 }], 'adapt.effort.reps'],
    ['amber', [{ pain: 4 }], 'adapt.keep.amber'],
    ['not asked', [{ pain: null, painAfter: null }], 'adapt.keep.not-asked'],
    ['asked after the session only', [{ pain: null, painAfter: 1 }], 'adapt.keep.first-green'],
  ])('%s: %s', (_what, days, id) => {
    expect(change(planWith({ reps: 6 }), days)?.because[0]?.id).toBe(id)
  })
})
