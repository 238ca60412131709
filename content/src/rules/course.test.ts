import {
  type Course,
  courseFacts,
  type DayReport,
  explain,
  flarePlan,
  flaresOf,
  type MeasureValue,
  type Plan,
  reviewCourse,
  type ReviewInput,
  SENTENCES,
  type SessionReport,
  workOf,
} from '@dorsal/care'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  content,
  type Day,
  DESK,
  type Given,
  intakeOf,
  KIT,
  NOW,
  planOf,
  reportOf,
  sessionOf,
} from './people.ts'

const given: Given = { ...DESK, equipment: KIT, goals: [{ text: 'Drive to work', now: 3 }] }
const DAY = 86_400_000
const on = (day: number) => new Date(Date.parse(NOW) + day * DAY).toISOString()

function courseOf(day: number, more: Partial<Course> = {}, plan: Plan = planOf(given)): Course {
  return {
    plan,
    intake: intakeOf(given),
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
}

const sessions = (days: readonly number[], how: Day = {}, plan: Plan = planOf(given)): SessionReport[] =>
  days.map((day) => reportOf(plan, day, how))
const usual = (...values: [day: number, value: number][]): MeasureValue[] =>
  values.map(([day, value]) => ({ measure: 'nprs', item: 'nprs_avg', value, at: on(day) }))
const review = (course: Course, more: Partial<ReviewInput> = {}) =>
  reviewCourse({ course, content, fired: [], pending: [], ...more })
const told = (kind: 'flare-up' | 'settled', day: number, pain = 6): DayReport => {
  const made = { id: `00000000-0000-7000-9000-${String(day).padStart(12, '0')}`, at: on(day) }
  return kind === 'settled'
    ? { kind, ...made, pain }
    : { kind, ...made, pain, worry: 2, answers: {}, note: null }
}
const rules = (course: Course, more: Partial<ReviewInput> = {}): string[] =>
  review(course, more).decision?.rule.split('+') ?? []
const DAILY = (n: number) => Array.from({ length: n }, (_unused, index) => index)

describe('the facts of a course', () => {
  const facts = (course: Course) => courseFacts(course, content)

  it('leave out what is not known', () => {
    const now = facts(courseOf(20))
    for (const id of ['nprs.average', 'psfs.gain', 'peg.gain', 'pgic', 'confidence.flare', 'flare.on'])
      expect(now[id]).toBeUndefined()
  })

  it('say how much usual pain is down, by the newest weekly answer', () => {
    const now = facts(courseOf(15, { values: usual([7, 3], [14, 2]) }))
    expect(now).toMatchObject({
      'nprs.average': 2,
      'nprs.drop-points': 2,
      'nprs.drop-share': 0.5,
      'nprs.low-weeks': 2,
    })
  })

  it('let a weekly answer grow old', () => {
    expect(facts(courseOf(30, { values: usual([7, 2]) }))['nprs.average']).toBeUndefined()
  })

  it('count weeks of low pain and of rise in a row only', () => {
    const now = facts(courseOf(29, { values: usual([7, 2], [14, 6], [21, 6], [28, 7]) }))
    expect(now['nprs.low-weeks']).toBe(0)
    expect(now['nprs.rise-weeks']).toBe(3)
  })

  it('count sessions done of those planned', () => {
    const plan = planOf(given)
    expect(facts(courseOf(6, { reports: sessions([0, 1]) }))['adherence.week-percent']).toBeUndefined()
    expect(facts(courseOf(7, { reports: sessions([0, 2, 4]) }))['adherence.week-percent']).toBe(60)
    expect(facts(courseOf(7, { reports: sessions(DAILY(7)) }, plan))['adherence.percent']).toBe(100)
    expect(facts(courseOf(7, { reports: sessions([1], { sets: 'none' }) }))['adherence.week-percent']).toBe(0)
  })

  it('count easy sessions of this phase, form only where it was seen', () => {
    const easy = (how: Day, more: Partial<Course> = {}) =>
      facts(courseOf(5, { reports: sessions([1, 2, 3], how), ...more }))['sessions.easy']
    expect(easy({ effort: 2 })).toBe(3)
    expect(easy({ effort: 4 })).toBe(0)
    expect(easy({ effort: null })).toBe(0)
    expect(easy({ effort: 2, faults: 0.5 })).toBe(0)
    expect(easy({ effort: 2 }, { phaseSince: on(2) })).toBe(2)
  })

  it('count weeks in which strength work felt moderate', () => {
    const weeks = (how: Day) =>
      facts(courseOf(21, { reports: sessions([16, 9, 2].toReversed(), how) }))['strength.moderate-weeks']
    expect(weeks({ effort: 5 })).toBe(3)
    expect(weeks({ effort: 7 })).toBe(0)
    expect(weeks({ effort: null })).toBe(0)
  })

  it('know how long the last session is ago', () => {
    expect(facts(courseOf(9, { reports: sessions([1]) }))['gap.days']).toBe(8)
    expect(facts(courseOf(9))['gap.days']).toBe(9)
  })
})

describe('a flare-up', () => {
  it('begins when it is told and ends when it has settled, or with a calm session from the third day on', () => {
    const limits = content.programme.trafficLight.greenUpTo
    const ended = (days: DayReport[], reports: SessionReport[] = []) => flaresOf(days, reports, limits)
    expect(ended([told('flare-up', 1)])).toEqual([{ began: on(1), ended: null }])
    expect(ended([told('flare-up', 1), told('settled', 3)])).toEqual([{ began: on(1), ended: on(3) }])
    expect(ended([told('flare-up', 1), told('flare-up', 2)])).toHaveLength(1)
    expect(ended([told('flare-up', 1)], sessions([2]))[0]?.ended).toBeNull()
    expect(ended([told('flare-up', 1)], sessions([4]))[0]?.ended).toBe(on(4))
    for (const how of [{ painBefore: 6 }, { painBefore: null }, { sinceLast: 'much-worse' as const }])
      expect(ended([told('flare-up', 1)], sessions([4], how))[0]?.ended).toBeNull()
  })

  it.each([0, 1, 3, 9])('means less on day %i, never more', (day) => {
    const plan = planOf(given)
    const calm = flarePlan(plan, content, day)
    const work = (one: Plan) =>
      one.items.reduce(
        (sum, { kind, dosage }) => sum + (kind === 'exercise' && dosage ? workOf(dosage) : 0),
        0,
      )
    expect(calm.items.some(({ kind }) => kind === 'exercise')).toBe(true)
    expect(work(calm)).toBeLessThan(work(plan))
    for (const item of calm.items) {
      const was = plan.items.find(({ id }) => id === item.id)?.dosage
      if (was && item.dosage) expect(workOf(item.dosage)).toBeLessThanOrEqual(workOf(was))
    }
    expect(sessionOf(calm, 1, 10).items.length).toBeGreaterThan(0)
  })

  it('never brings in what a tag forbids', () => {
    fc.assert(
      fc.property(
        fc.subarray(Object.keys(content.programme.precautionTags), { maxLength: 5 }),
        fc.nat(12),
        (tags, day) => {
          for (const { exerciseId } of flarePlan(planOf(given, tags), content, day).items) {
            const exercise = content.exercises.find(({ id }) => id === exerciseId)
            expect(exercise?.contraindicationTags.filter((tag) => tags.includes(tag)) ?? []).toEqual([])
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('a look at the course', () => {
  const ready = () =>
    courseOf(10, { reports: sessions([1, 2, 3, 4, 5, 6, 8, 9], { effort: 2 }), values: usual([7, 3]) })

  it('has nothing to say while all goes its way', () => {
    const course = courseOf(5, { reports: sessions([1, 2, 3, 4]) })
    expect(review(course)).toMatchObject({ decision: null, tasks: [], proposals: [], changes: [] })
    expect(review(course).plan).toBe(course.plan)
  })

  it('proposes the next phase when the exit is met, and leaves the plan as it is', () => {
    const course = ready()
    const { proposals, plan } = review(course)
    expect(proposals).toMatchObject([{ kind: 'next-phase', phase: 'middle' }])
    expect(plan).toBe(course.plan)
  })

  it.each<[string, Partial<Course>, Partial<ReviewInput>]>([
    ['a flare-up runs', { told: [told('flare-up', 9)] }, {}],
    ['a warning sign is open', { screenClear: false }, {}],
    ['the phase is younger than a week', { phaseSince: on(4) }, {}],
    ['usual pain is not known', { values: [] }, {}],
    ['the same proposal waits', {}, { pending: ['next-phase'] }],
    ['it was proposed this week', {}, { fired: [{ rule: 'next-phase', at: on(8) }] }],
    ['the programme is over', { endedAt: on(9) }, {}],
  ])('does not propose it while %s', (_what, more, input) => {
    expect(review({ ...ready(), ...more }, input).proposals).toEqual([])
  })

  it('proposes the end of the programme from the late phase only by its own criteria', () => {
    const late = { ...planOf(given), phase: 'late' as const }
    const values: MeasureValue[] = [
      ...usual([60, 2], [67, 1]),
      { measure: 'psfs', item: null, value: 8, at: on(66) },
      { measure: 'pgic', item: null, value: 2, at: on(66) },
    ]
    const course = courseOf(
      68,
      { values, reports: sessions(DAILY(68).slice(40), {}, late), phaseSince: on(40) },
      late,
    )
    expect(review(course).proposals).toMatchObject([{ kind: 'discharge', phase: 'maintenance' }])
    expect(review({ ...course, values: usual([60, 6], [67, 6]) }).proposals).toEqual([])
  })

  it('takes everything one step back after a week without a session, once', () => {
    const course = courseOf(9, { reports: sessions([1]) })
    const first = review(course)
    expect(first.decision?.rule).toContain('gap')
    expect(first.changes.length).toBeGreaterThan(0)
    expect(
      first.changes.every(({ direction, status }) => direction === 'easier' && status === 'applied'),
    ).toBe(true)
    expect(first.plan.version).toBe(course.plan.version + 1)
    expect(rules(course, { fired: [{ rule: 'gap', at: on(8) }] })).not.toContain('gap')
    expect(
      rules({ ...course, reports: sessions([1, 9]), now: on(17) }, { fired: [{ rule: 'gap', at: on(8) }] }),
    ).toContain('gap')
  })

  it('begins the phase again after two weeks, and asks the warning questions', () => {
    const grown = planOf(given)
    const plan = {
      ...grown,
      items: grown.items.map((item) =>
        item.dosage === null ? item : { ...item, dosage: { ...item.dosage, sets: item.dosage.sets + 1 } },
      ),
    }
    const after = review(courseOf(20, { reports: sessions([1]) }, plan))
    expect(after.rescreen).toBe(true)
    expect(after.decision?.rule.split('+')).not.toContain('gap')
    for (const item of after.plan.items) {
      const was = plan.items.find(({ id }) => id === item.id)?.dosage
      if (item.dosage && was) expect(workOf(item.dosage)).toBeLessThanOrEqual(workOf(was))
    }
    expect(after.changes.length).toBeGreaterThan(3)
  })

  it('makes the programme smaller when few sessions are done, and whole again when most are', () => {
    const few = review(courseOf(8, { reports: sessions([1, 6]) }))
    expect(few.plan.small).toMatchObject({ exercises: 3, minutes: 8 })
    const small = sessionOf(few.plan, 3, 20)
    expect(small.items.length).toBeLessThanOrEqual(3)
    expect(small.minutes).toBe(8)
    const again = review(courseOf(16, { reports: sessions([9, 10, 11, 12, 14, 15]) }, few.plan))
    expect(again.plan.small).toBeUndefined()
    expect(again.decision?.rule).toContain('whole-again')
  })

  it('asks a person to write after ten days without a session', () => {
    const quiet = review(courseOf(13, { reports: sessions([1]) }))
    expect(quiet.tasks.map(({ because }) => because[0]?.id)).toContain('course.quiet')
  })

  const reviewedBy: [string, Partial<Course>, number][] = [
    ['getting-worse', { values: usual([7, 6], [14, 7]) }, 15],
    ['no-change', { values: [...usual([28, 4]), { measure: 'psfs', item: null, value: 3, at: on(28) }] }, 29],
    ['strong-flare', { told: [told('flare-up', 14, 8)] }, 15],
    ['long-flare', { told: [told('flare-up', 3, 4)], reports: sessions(DAILY(12), { painBefore: 5 }) }, 15],
    [
      'many-flares',
      { told: [2, 3, 5, 6, 8].map((day, index) => told(index % 2 ? 'settled' : 'flare-up', day, 4)) },
      15,
    ],
    ['two-reds', { reports: sessions([12, 14], { pain: 9 }) }, 15],
    [
      'plateau',
      {
        values: [
          { measure: 'peg', item: null, value: 5, at: on(1) },
          { measure: 'peg', item: null, value: 5, at: on(55) },
          { measure: 'psfs', item: null, value: 3, at: on(55) },
        ],
      },
      56,
    ],
  ]

  it.each(reviewedBy)('has a therapist look by the rule %s, and says it once a week', (rule, more, day) => {
    const done = DAILY(day).filter((one) => one % 7 < 5)
    const course = courseOf(day, { reports: sessions(done), ...more })
    const found = review(course)
    expect(found.decision?.rule.split('+')).toContain(rule)
    expect(found.tasks.some(({ because }) => because[0]?.id === `course.${rule}`)).toBe(true)
    expect(rules(course, { fired: [{ rule, at: on(day - 2) }] })).not.toContain(rule)
    expect(rules(course, { fired: [{ rule, at: on(day - 8) }] })).toContain(rule)
    const without = {
      ...content,
      programme: {
        ...content.programme,
        decisions: content.programme.decisions.filter(({ id }) => id !== rule),
        flare: {
          ...content.programme.flare,
          reviews: content.programme.flare.reviews.filter(({ id }) => id !== rule),
        },
        discharge: {
          ...content.programme.discharge,
          plateau: { ...content.programme.discharge.plateau, id: 'other', when: { any: [] } },
        },
      },
    }
    const left = reviewCourse({ course, content: without, fired: [], pending: [] })
    expect(left.decision?.rule.split('+') ?? []).not.toContain(rule)
  })

  it('moves nothing while a warning sign is open or the plan waits', () => {
    const waiting = { ...planOf(given), status: 'waiting-for-clinician' as const }
    for (const course of [
      courseOf(9, { reports: sessions([1]), screenClear: false }),
      courseOf(9, { reports: sessions([1]) }, waiting),
    ])
      expect(review(course).plan).toBe(course.plan)
  })

  it('never makes anything harder, whatever happened, and says all of it in whole sentences', () => {
    const anyDay = fc.record({
      day: fc.nat(80),
      pain: fc.option(fc.nat(10), { nil: null }),
      effort: fc.option(fc.nat(10), { nil: null }),
      painBefore: fc.option(fc.nat(10), { nil: null }),
      done: fc.constantFrom(0, 0.4, 1),
    })
    fc.assert(
      fc.property(
        fc.array(anyDay, { maxLength: 20 }),
        fc.array(fc.tuple(fc.nat(80), fc.nat(10)), { maxLength: 8 }),
        fc.array(fc.tuple(fc.constantFrom('flare-up' as const, 'settled' as const), fc.nat(80), fc.nat(10)), {
          maxLength: 6,
        }),
        fc.integer({ min: 0, max: 90 }),
        (days, weekly, flares, day) => {
          const plan = planOf(given)
          const byDay = days.toSorted((a, b) => a.day - b.day).filter((one) => one.day <= day)
          const course = courseOf(
            day,
            {
              reports: byDay.map(({ day: at, ...how }) => reportOf(plan, at, how)),
              values: usual(...weekly.filter(([at]) => at <= day).toSorted(([a], [b]) => a - b)),
              told: flares
                .filter(([, at]) => at <= day)
                .toSorted(([, a], [, b]) => a - b)
                .map(([kind, at, pain]) => told(kind, at, pain)),
            },
            plan,
          )
          const found = review(course)
          const work = (one: Plan) =>
            one.items.reduce(
              (sum, { kind, state, dosage }) =>
                sum + (kind === 'exercise' && state === 'active' && dosage ? workOf(dosage) : 0),
              0,
            )
          expect(work(found.plan)).toBeLessThanOrEqual(work(plan))
          expect(found.plan.phase).toBe(plan.phase)
          expect(found.proposals.length).toBeLessThanOrEqual(1)
          for (const because of found.decision?.because ?? []) {
            expect(SENTENCES).toHaveProperty([because.id])
            expect(explain(because)).not.toMatch(/[{}]|undefined|null/)
          }
          expect(reviewCourse({ course, content, fired: [], pending: [] })).toEqual(found)
        },
      ),
      { numRuns: 120 },
    )
  })
})
