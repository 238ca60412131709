import {
  type Course,
  courseFacts,
  type DayReport,
  type Fact,
  flarePlan,
  flaresOf,
  type MeasureValue,
  type Plan,
  reviewCourse,
  type SessionReport,
} from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, type Day, DESK, type Given, intakeOf, KIT, NOW, planOf, reportOf } from './people.ts'

const given: Given = { ...DESK, equipment: KIT, goals: [{ text: 'Drive to work', now: 3 }] }
const plan = planOf(given)
const on = (day: number) => new Date(Date.parse(NOW) + day * 86_400_000).toISOString()
const SHORT = 0.001

function factsOn(day: number, more: Partial<Course> = {}, intake = intakeOf(given)) {
  const course: Course = {
    plan,
    intake,
    startedAt: NOW,
    phaseSince: NOW,
    endedAt: null,
    reports: [],
    told: [],
    values: [],
    screenClear: true,
    now: on(day),
    ...more,
  }
  return courseFacts(course, content)
}
const sessions = (days: readonly number[], how: Day = {}): SessionReport[] =>
  days.map((day) => reportOf(plan, day, how))
const value = (measure: string, item: string | null, ...values: [number, number][]): MeasureValue[] =>
  values.map(([day, one]) => ({ measure, item, value: one, at: on(day) }))
const weekly = (...values: [number, number][]) => value('nprs', 'nprs_avg', ...values)
const flare = (day: number, pain = 6, worry: number | null = 2): DayReport => ({
  kind: 'flare-up',
  id: `00000000-0000-7000-9000-${String(day).padStart(12, '0')}`,
  at: on(day),
  pain,
  worry,
  answers: {},
  note: null,
})
const settled = (day: number): DayReport => ({
  kind: 'settled',
  id: `00000000-0000-7000-9001-${String(day).padStart(12, '0')}`,
  at: on(day),
  pain: 2,
})

/** A course, and what each fact is in it. Usual pain is 4 at the start. */
const FACTS: readonly (readonly [string, ReturnType<typeof factsOn>, Record<string, Fact | undefined>])[] = [
  ['pain of the first week is that of the intake', factsOn(7), { 'nprs.average': 4, 'nprs.drop-points': 0 }],
  ['later it is not known', factsOn(7 + SHORT), { 'nprs.average': undefined, 'nprs.drop-points': undefined }],
  ['an answer of ten days ago counts', factsOn(20, { values: weekly([10, 3]) }), { 'nprs.average': 3 }],
  ['an older one does not', factsOn(20.1, { values: weekly([10, 3]) }), { 'nprs.average': undefined }],
  [
    'an answer is current, not the intake',
    factsOn(3, { values: weekly([2, 6]) }),
    { 'nprs.drop-share': -0.5 },
  ],
  ['three is low', factsOn(15, { values: weekly([14, 3]) }), { 'nprs.low-weeks': 1 }],
  ['more than three is not, of four', factsOn(15, { values: weekly([14, 3.1]) }), { 'nprs.low-weeks': 0 }],
  [
    'weeks ten days apart are in a row',
    factsOn(15, { values: weekly([4, 2], [14, 2]) }),
    { 'nprs.low-weeks': 2 },
  ],
  ['further apart not', factsOn(15, { values: weekly([3.9, 2], [14, 2]) }), { 'nprs.low-weeks': 1 }],
  ['up by two counts as a rise', factsOn(15, { values: weekly([14, 6]) }), { 'nprs.rise-weeks': 1 }],
  ['up by less does not', factsOn(15, { values: weekly([14, 5.9]) }), { 'nprs.rise-weeks': 0 }],
  ['a rise is against the best', factsOn(15, { values: weekly([7, 2], [14, 4]) }), { 'nprs.rise-weeks': 1 }],
  ['activities begin with the goals', factsOn(1), { 'psfs.mean': 3, 'psfs.gain': undefined }],
  [
    'activities by their last score',
    factsOn(9, { values: value('psfs', null, [4, 9], [8, 5]) }),
    { 'psfs.mean': 5, 'psfs.gain': 2 },
  ],
  ['one PEG is no gain', factsOn(9, { values: value('peg', null, [4, 6]) }), { 'peg.gain': undefined }],
  ['two are', factsOn(9, { values: value('peg', null, [1, 6], [4, 5], [8, 4]) }), { 'peg.gain': 2 }],
  [
    'an item is no score',
    factsOn(9, { values: value('peg', 'peg1', [1, 6], [8, 4]) }),
    { 'peg.gain': undefined },
  ],
  [
    'change and confidence',
    factsOn(9, { values: [...value('pgic', null, [8, 2]), ...value('conf2', 'conf2', [8, 7])] }),
    { pgic: 2, 'confidence.flare': 7 },
  ],
  ['weeks begin with one', factsOn(6.9), { week: 1, 'phase.days': 6 }],
  ['the eighth day is the second week', factsOn(7), { week: 2, 'phase.days': 7 }],
  [
    'what holds the plan is no clear screen',
    factsOn(1, { screenClear: false }),
    { 'screen.clear': undefined },
  ],
  ['months since the end', factsOn(200, { endedAt: on(20) }), { 'episode.months-since-end': 6 }],
  ['not yet six', factsOn(199.9, { endedAt: on(20) }), { 'episode.months-since-end': 5 }],
  ['a programme that runs has no end', factsOn(99), { 'episode.months-since-end': undefined }],
  ['red of the last week', factsOn(9, { reports: sessions([2, 3], { pain: 9 }) }), { 'light.red-7-days': 2 }],
  ['older red not', factsOn(9.1, { reports: sessions([2, 3], { pain: 9 }) }), { 'light.red-7-days': 1 }],
  ['calm ones are not red', factsOn(9, { reports: sessions([8]) }), { 'light.red-7-days': 0 }],
  [
    'a session of nothing is not red',
    factsOn(9, { reports: sessions([8], { sets: 'none', painAfter: 9 }) }),
    { 'light.red-7-days': 0, 'gap.days': 9 },
  ],
  [
    'effort of three is easy',
    factsOn(3, { reports: sessions([1, 2], { effort: 3 }) }),
    { 'sessions.easy': 2 },
  ],
  [
    'seven of ten in good form',
    factsOn(3, { reports: sessions([1], { effort: 2, faults: 0.2 }) }),
    { 'sessions.easy': 1 },
  ],
  [
    'fewer are not good form',
    factsOn(3, { reports: sessions([1], { effort: 2, faults: 0.5 }) }),
    { 'sessions.easy': 0 },
  ],
  [
    'a stopped one is not easy',
    factsOn(3, { reports: sessions([1], { effort: 2, stop: { rule: 'SS13', planItemId: null } }) }),
    { 'sessions.easy': 0 },
  ],
  [
    'effort of six is moderate',
    factsOn(6, { reports: sessions([1], { effort: 6 }) }),
    { 'strength.moderate-weeks': 1 },
  ],
  [
    'stretching alone is no strength work',
    factsOn(6, { reports: sessions([1], { only: ['ex-seated-thoracic-rotation'], effort: 4 }) }),
    { 'strength.moderate-weeks': 0 },
  ],
  [
    'strength work alone is',
    factsOn(6, { reports: sessions([1], { only: ['ex-scapular-squeeze'], effort: 4 }) }),
    { 'strength.moderate-weeks': 1 },
  ],
  [
    'a week without is the end of it',
    factsOn(15, { reports: sessions([1, 14], { effort: 4 }) }),
    { 'strength.moderate-weeks': 1 },
  ],
  [
    'a flare-up',
    factsOn(5.5, { told: [flare(2)] }),
    { 'flare.on': true, 'flare.days': 3, 'flare.free-days': 0, 'nprs.now': 6, YF01: 2 },
  ],
  [
    'worry that was not asked',
    factsOn(5, { told: [flare(2, 6, null)] }),
    { 'flare.on': true, YF01: undefined },
  ],
  [
    'one that has settled',
    factsOn(9, { told: [flare(2), settled(4)] }),
    {
      'flare.on': undefined,
      'flare.days': undefined,
      'flare.free-days': 5,
      'flare.count-28-days': 1,
      'nprs.now': 3,
      YF01: undefined,
    },
  ],
  ['none at all', factsOn(9), { 'flare.free-days': 9, 'flare.count-28-days': 0 }],
  ['four weeks count', factsOn(30, { told: [flare(2), settled(3)] }), { 'flare.count-28-days': 1 }],
  ['older ones not', factsOn(30.1, { told: [flare(2), settled(3)] }), { 'flare.count-28-days': 0 }],
  [
    'half of what was planned',
    factsOn(14, { reports: sessions([1, 2, 3, 8, 9]) }),
    { 'adherence.percent': 50, 'adherence.week-percent': 40, 'adherence.month-percent': 50 },
  ],
  [
    'not more than all',
    factsOn(7, { reports: sessions([0, 1, 2, 3, 4, 5, 6]) }),
    { 'adherence.week-percent': 100 },
  ],
  [
    'a phase younger than a week',
    factsOn(14, { phaseSince: on(7.1), reports: sessions([8]) }),
    { 'adherence.percent': undefined },
  ],
  [
    'a phase of a week',
    factsOn(14, { phaseSince: on(7), reports: sessions([6, 8]) }),
    { 'adherence.percent': 20 },
  ],
]

describe('each fact of a course', () => {
  it.each(FACTS)('%s', (_what, facts, expected) => {
    for (const [id, fact] of Object.entries(expected)) expect([id, facts[id]]).toEqual([id, fact])
  })

  it('pain of nothing is no share, and half of it is low', () => {
    const nothing = intakeOf({ ...given, measures: { nprs: { now: 0, average: 0, worst: 0 } } })
    expect(factsOn(3, {}, nothing)['nprs.drop-share']).toBeUndefined()
    const much = intakeOf({ ...given, measures: { nprs: { now: 8, average: 8, worst: 8 } } })
    const low = (one: number) => factsOn(15, { values: weekly([14, one]) }, much)['nprs.low-weeks']
    expect([low(4), low(4.1)]).toEqual([1, 0])
    const none = intakeOf({ ...given, measures: {} })
    expect(factsOn(3, {}, none)).not.toHaveProperty('nprs.average', 4)
    expect(factsOn(3, {}, none)['baseline.done']).toBeUndefined()
    expect(factsOn(3)['baseline.done']).toBe(true)
  })
})

describe('what ends a flare-up', () => {
  it.each<[string, number, Day, boolean]>([
    ['a calm session on the third day', 3, { painBefore: 3 }, true],
    ['the day before', 2.9, { painBefore: 3 }, false],
    ['more pain than is usual', 3, { painBefore: 4 }, false],
    ['not asked', 3, { painBefore: null }, false],
    ['better', 3, { painBefore: 1, sinceLast: 'better' }, true],
    ['a little worse', 3, { painBefore: 1, sinceLast: 'a-little-worse' }, false],
    ['no word on the day', 3, { painBefore: 1, sinceLast: null }, false],
    ['a session that was stopped', 3, { painBefore: 1, stop: { rule: 'SS13', planItemId: null } }, false],
  ])('%s', (_what, day, how, ends) => {
    const [one] = flaresOf([flare(1)], sessions([day], how), 3)
    expect(one?.ended !== null).toBe(ends)
  })
})

const dosesOf = (one: Plan) =>
  one.items.flatMap(({ kind, dosage }) => (kind === 'exercise' && dosage !== null ? [dosage] : []))

describe('the plan on a day of a flare-up', () => {
  it('is half of each dose, in one set, from the second day on', () => {
    const calm = flarePlan(plan, content, 1)
    for (const item of calm.items.filter(({ kind }) => kind === 'exercise')) {
      const was = plan.items.find(({ id }) => id === item.id)?.dosage
      if (was == null || item.dosage === null) throw new Error('no dose')
      expect(item.dosage.sets).toBe(1)
      if (was.reps !== null) expect(item.dosage.reps).toBe(Math.max(1, Math.floor(was.reps / 2)))
      if (was.durationSeconds !== null)
        expect(item.dosage.durationSeconds).toBe(Math.max(15, Math.floor(was.durationSeconds / 2)))
    }
  })

  it('is four fifths later on, sets as they are', () => {
    const later = flarePlan(plan, content, 4)
    expect(later.items.map(({ id }) => id).toSorted()).toEqual(plan.items.map(({ id }) => id).toSorted())
    expect(dosesOf(later).map(({ sets }) => sets)).toEqual(dosesOf(plan).map(({ sets }) => sets))
    expect(dosesOf(later).map(({ reps }) => reps)).toEqual(
      dosesOf(plan).map(({ reps }) => (reps === null ? null : Math.max(1, Math.floor(reps * 0.8)))),
    )
  })

  it('is something calm on the first, and keeps habits and lines', () => {
    const first = flarePlan(plan, content, 0)
    const guided = first.items.filter(({ kind }) => kind === 'exercise').map(({ exerciseId }) => exerciseId)
    expect(guided).toEqual(['feet-up-90-90-breathing', 'slow-breathing', 'shoulder-rolls'])
    for (const item of plan.items.filter(({ kind }) => kind !== 'exercise'))
      expect(first.items.filter(({ id }) => id === item.id)).toHaveLength(1)
  })

  it('has more than one thing on the first for somebody who cannot lie down', () => {
    const sits = planOf({ ...given, answers: { ...given.answers, 'H14.positions': ['seated', 'standing'] } })
    const guided = flarePlan(sits, content, 0).items.filter(({ kind }) => kind === 'exercise')
    expect(guided.map(({ exerciseId }) => exerciseId)).toEqual(['slow-breathing', 'shoulder-rolls'])
  })

  it('leaves out on the next days what the early phase does not dose', () => {
    const late = plan.items.map((item) =>
      item.id === 'ex-seated-thoracic-rotation' ? { ...item, exerciseId: 'standing-stick-rotation' } : item,
    )
    const on1 = (day: number) =>
      flarePlan({ ...plan, items: late }, content, day).items.map(({ exerciseId }) => exerciseId)
    expect(on1(1)).not.toContain('standing-stick-rotation')
    expect(on1(4)).toContain('standing-stick-rotation')
    expect(on1(1)).toContain('scapular-squeeze')
  })

  it('falls back on the calm ones where everything rests', () => {
    const resting = { ...plan, items: plan.items.map((item) => ({ ...item, state: 'paused' as const })) }
    const later = flarePlan(resting, content, 4).items.filter(
      ({ kind, state }) => kind === 'exercise' && state === 'active',
    )
    expect(later.map(({ exerciseId }) => exerciseId)).toEqual([
      'feet-up-90-90-breathing',
      'slow-breathing',
      'shoulder-rolls',
    ])
  })
})

describe('after a break', () => {
  const back = (day: number, own: Plan = plan) =>
    reviewCourse({
      course: {
        plan: own,
        intake: intakeOf(given),
        startedAt: NOW,
        phaseSince: NOW,
        endedAt: null,
        reports: sessions([1]),
        told: [],
        values: [],
        screenClear: true,
        now: on(day),
      },
      content,
      fired: [],
      pending: [],
    })

  it('of a week: four fifths of the repetitions of each exercise, nothing of what rests', () => {
    const [first, ...rest] = plan.items
    if (first === undefined) throw new Error('no item')
    const own = { ...plan, items: [{ ...first, state: 'paused' as const }, ...rest] }
    const after = back(8, own)
    const guided = own.items.filter(({ kind, state }) => kind === 'exercise' && state === 'active')
    expect(after.changes.map(({ planItemId }) => planItemId)).toEqual(guided.map(({ id }) => id))
    for (const { variable, from, to } of after.changes)
      if (variable === 'reps')
        expect(to).toBe(Math.max(2, Math.min(Number(from) - 1, Math.floor(Number(from) * 0.8))))
    expect(back(7.9, own).changes).toEqual([])
  })

  it('of two weeks: the dose that the phase begins with, or four fifths where that is no less', () => {
    const grown = {
      ...plan,
      items: plan.items.map((item) =>
        item.dosage?.reps == null
          ? item
          : { ...item, dosage: { ...item.dosage, reps: item.dosage.reps + 4 } },
      ),
    }
    const after = back(15, grown)
    for (const item of grown.items.filter(
      ({ kind, dosage }) => kind === 'exercise' && dosage?.reps != null,
    )) {
      const begins = plan.items.find(({ id }) => id === item.id)?.dosage
      expect(after.plan.items.find(({ id }) => id === item.id)?.dosage).toEqual(begins)
      expect(after.changes.find(({ planItemId }) => planItemId === item.id)).toMatchObject({
        variable: 'reps',
        from: item.dosage?.reps,
        to: begins?.reps,
        direction: 'easier',
      })
    }
    const same = back(15)
    for (const { variable, from, to } of same.changes)
      if (variable === 'reps') expect(Number(to)).toBeLessThan(Number(from))
    expect(same.changes.length).toBeGreaterThan(3)
  })
})
