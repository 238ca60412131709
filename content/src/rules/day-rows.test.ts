import { adapt, type Adapted, type Plan, type SessionReport, workOf } from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, type Day, DESK, KIT, NOW, planOf, reportOf } from './people.ts'

const TURN = 'ex-seated-thoracic-rotation'
const SQUEEZE = 'ex-scapular-squeeze'
const plan = planOf({ ...DESK, equipment: KIT })
const on = (day: number) => new Date(Date.parse(NOW) + day * 86_400_000).toISOString()

function after(reports: readonly SessionReport[], own: Plan = plan): Adapted {
  const report = reports.at(-1)
  if (report === undefined) throw new Error('no report')
  return adapt({ plan: own, report, history: reports.slice(0, -1), content, now: report.endedAt })
}
const why = (adapted: Adapted, id = TURN) =>
  adapted.changes.find(({ planItemId }) => planItemId === id)?.because[0]?.id ?? null
const days = (...hows: Day[]) => hows.map((how, day) => reportOf(plan, day, how))
const work = (one: Plan) =>
  one.items.reduce(
    (sum, { kind, state, dosage }) =>
      sum + (kind === 'exercise' && state === 'active' && dosage !== null ? workOf(dosage) : 0),
    0,
  )

type Sets = SessionReport['sets']
/** The report with the sets of one exercise changed. */
const withSets = (
  report: SessionReport,
  change: (set: Sets[number], index: number) => Partial<Sets[number]>,
) => {
  let index = -1
  const sets = report.sets.map((set) => {
    if (set.planItemId !== TURN) return set
    index += 1
    return { ...set, ...change(set, index) }
  })
  return { ...report, sets }
}
const seen = (seenShare: number, faults: number, total = 12): Partial<Sets[number]> => ({
  summary: {
    reps: { total, left: 0, right: 0, partial: 0 },
    repetitions: [],
    holdSeconds: 0,
    range: null,
    tempoSeconds: null,
    faults: [
      { id: 'a', count: faults },
      { id: 'b', count: 1 },
    ],
    seenShare,
  },
})

describe('how an exercise went', () => {
  const [report] = days({})
  if (report === undefined) throw new Error('no report')

  it.each<[string, (set: Sets[number], index: number) => Partial<Sets[number]>, string]>([
    ['the worst of its sets counts', (_set, index) => ({ pain: index === 1 ? 4 : 0 }), 'adapt.keep.amber'],
    [
      'a set without an answer is no zero',
      (_set, index) => ({ pain: index === 1 ? null : 4 }),
      'adapt.keep.amber',
    ],
    ['the hardest set counts', (_set, index) => ({ effort: index === 1 ? 6 : 0 }), 'adapt.effort.reps'],
    ['faults of all kinds together', () => seen(0.7, 7), 'adapt.form.reps'],
    ['faults hardly seen count for nothing', () => seen(0.69, 9), 'adapt.keep.first-green'],
    ['nothing seen counts for nothing', () => seen(1, 0, 0), 'adapt.keep.first-green'],
    [
      'half of one set and all of the other is three quarters',
      (set, index) => ({ doneReps: index === 0 ? (set.prescribedReps ?? 0) / 2 : 99 }),
      'adapt.keep.steady',
    ],
    [
      'less than three fifths',
      (set) => ({ doneReps: (set.prescribedReps ?? 0) * 0.58 }),
      'adapt.unfinished.reps',
    ],
    ['by time it is done', () => ({ prescribedReps: null, doneReps: 0 }), 'adapt.keep.first-green'],
  ])('%s', (_what, change, id) => {
    expect(why(after([withSets(report, change)]))).toBe(id)
  })

  it('what was hardly finished comes down to what was done, two fifths at least', () => {
    const reps = (share: number) => {
      const done = withSets(report, (set) => ({ doneReps: (set.prescribedReps ?? 0) * share }))
      return after([done]).plan.items.find(({ id }) => id === TURN)?.dosage?.reps
    }
    expect([reps(0.5), reps(0.1), reps(0.41)]).toEqual([3, 2, 2])
  })

  it.each<[string, Day, string]>([
    [
      'another exercise, left so',
      { eased: { planItemId: TURN, variable: 'exercise' } },
      'adapt.eased.exercise',
    ],
    ['less of it', { eased: { planItemId: TURN, variable: 'range' } }, 'adapt.eased.reps'],
    [
      'taken back',
      { eased: { planItemId: TURN, variable: 'range', undone: true } },
      'adapt.keep.first-green',
    ],
    ['another item', { eased: { planItemId: SQUEEZE, variable: 'range' } }, 'adapt.keep.first-green'],
  ])('made easier in the session: %s', (_what, how, id) => {
    expect(why(after(days(how)))).toBe(id)
  })

  it('the end of a session is no easing, nor an exchange of which nothing was done', () => {
    const because = { id: 'within.asked.range' }
    const change = (variable: 'end' | 'exercise') => ({
      ...report,
      changes: [{ planItemId: TURN, variable, because, undone: false }],
    })
    expect(why(after([change('end')]))).toBe('adapt.keep.first-green')
    expect(why(after([change('exercise')]))).toBe('adapt.keep.first-green')
  })

  it('what the session eased because it hurt never counts as the right level, also after its last set', () => {
    const sore = (id: string, undone: boolean) => ({
      ...report,
      changes: [{ planItemId: TURN, variable: 'exercise' as const, because: { id }, undone }],
    })
    expect(why(after([sore('within.pain-rose.exercise', false)]))).toBe('adapt.keep.amber')
    expect(why(after([sore('within.sore.exercise', false)]))).toBe('adapt.keep.amber')
    expect(why(after([sore('within.pain-rose.exercise', true)]))).toBe('adapt.keep.first-green')
    const twice = [sore('within.sore.exercise', false), sore('within.sore.exercise', false)]
    expect(why(after(twice))).toBe('adapt.amber.exercise')
  })
})

describe('how the day before went', () => {
  it.each<[string, Day[], string]>([
    ['green twice', [{}, {}], 'adapt.progress.reps'],
    [
      'eased the time before',
      [{ eased: { planItemId: TURN, variable: 'range' } }, {}],
      'adapt.keep.first-green',
    ],
    ['a little worse since', [{}, { sinceLast: 'a-little-worse' }], 'adapt.keep.guarded'],
    ['amber twice', [{ pain: 4 }, { pain: 4 }], 'adapt.amber.exercise'],
    ['amber once in between', [{ pain: 4 }, {}, { pain: 4 }], 'adapt.keep.amber'],
    [
      'amber that was not asked twice',
      [
        { pain: null, painAfter: null },
        { pain: null, painAfter: null },
      ],
      'adapt.keep.not-asked',
    ],
    [
      'green, amber with the day after, green',
      [{}, { sinceLast: 'a-little-worse' }, {}],
      'adapt.progress.reps',
    ],
  ])('%s', (_what, hows, id) => {
    expect(why(after(days(...hows.map((how) => ({ only: [TURN], ...how })))))).toBe(id)
  })

  it('says that a session ended early where nothing hurt', () => {
    const [first, second] = [reportOf(plan, 0, { only: [TURN] }), reportOf(plan, 1, { only: [TURN] })]
    const ended = { rule: 'SS13', at: second.endedAt, planItemId: null }
    expect(why(after([first, { ...second, stop: ended }]))).toBe('adapt.keep.stopped')
    const worse = reportOf(plan, 1, { only: [TURN], sinceLast: 'a-little-worse' })
    expect(why(after([first, { ...worse, stop: ended }]))).toBe('adapt.keep.guarded')
  })

  it('is that of the last session that held the exercise', () => {
    const [first, second] = [reportOf(plan, 0), reportOf(plan, 1, { only: [SQUEEZE] })]
    const third = reportOf(plan, 2, { only: [TURN] })
    expect(why(after([first, second, third]))).toBe('adapt.progress.reps')
    expect(why(after([second, third]))).toBe('adapt.keep.first-green')
    const worse = reportOf(plan, 1, { only: [SQUEEZE], sinceLast: 'a-little-worse' })
    expect(why(after([first, worse, third]))).toBe('adapt.keep.first-green')
  })
})

describe('what was not trained today', () => {
  const only = (day: number, how: Day = {}) => reportOf(plan, day, { ...how, only: [TURN] })

  it.each<[string, number, Day, string | null]>([
    ['six days away', 6.9, {}, null],
    ['seven days away', 7.1, {}, 'adapt.gap.reps'],
    ['much worse the next day', 1, { sinceLast: 'much-worse' }, 'adapt.worse-day.reps'],
    ['both', 9, { sinceLast: 'much-worse' }, 'adapt.worse-day.reps'],
    ['a little worse', 1, { sinceLast: 'a-little-worse' }, null],
  ])('%s', (_what, day, how, id) => {
    const first = { ...reportOf(plan, 0), endedAt: on(0) }
    const then = { ...only(Math.floor(day), how), startedAt: on(day), endedAt: on(day + 0.01) }
    expect(why(after([first, then]), SQUEEZE)).toBe(id)
  })

  it('comes down to three fifths after a worse day, to four fifths after a gap', () => {
    const grown = {
      ...plan,
      items: plan.items.map((item) =>
        item.id === SQUEEZE && item.dosage !== null
          ? { ...item, dosage: { ...item.dosage, reps: 10 } }
          : item,
      ),
    }
    const reps = (day: number, how: Day) =>
      after([reportOf(grown, 0), reportOf(grown, day, { ...how, only: [TURN] })], grown).plan.items.find(
        ({ id }) => id === SQUEEZE,
      )?.dosage?.reps
    expect([reps(1, { sinceLast: 'much-worse' }), reps(9, {})]).toEqual([6, 8])
  })

  it('leaves what rests where it is', () => {
    const resting = {
      ...plan,
      items: plan.items.map((item) => (item.id === SQUEEZE ? { ...item, state: 'paused' as const } : item)),
    }
    const reports = [reportOf(plan, 0), reportOf(plan, 1, { sinceLast: 'much-worse', only: [TURN] })]
    expect(why(after(reports, resting), SQUEEZE)).toBeNull()
  })
})

describe('the volume of a week', () => {
  const easy = (day: number) => reportOf(plan, day)

  it('begins with the first step up, ends after seven days, and grows from what was eased', () => {
    const grown = after([easy(0), easy(1)])
    expect(grown.plan.volume).toEqual({ since: grown.plan.at, work: work(plan) })
    const running = { ...grown.plan, volume: { since: on(1), work: work(plan) / 2 } }
    const harder = (day: number) =>
      after([easy(day - 1), easy(day)], running).changes.filter(({ direction }) => direction === 'harder')
        .length
    expect([harder(7), harder(8)]).toEqual([0, 2])
    const eased = after([easy(0), reportOf(plan, 1, { pain: 7 })], {
      ...plan,
      volume: { since: on(0), work: work(plan) },
    })
    expect(eased.plan.volume?.work).toBe(work(eased.plan))
    expect(eased.plan.volume?.since).toBe(eased.plan.at)
  })

  it('begins no higher than what the session that begins it eased', () => {
    const heavy = (one: Plan): Plan => ({
      ...one,
      items: one.items.map((item) =>
        item.id === TURN && item.dosage !== null ? { ...item, dosage: { ...item.dosage, sets: 3 } } : item,
      ),
    })
    const report = easy(1)
    const sets = report.sets.map((set) => ({ ...set, effort: set.planItemId === TURN ? 10 : 2 }))
    const own = heavy(plan)
    const both = after([easy(0), { ...report, sets }], own)
    expect(both.changes.some(({ direction }) => direction === 'harder')).toBe(true)
    expect(work(both.plan)).toBeLessThan(work(own))
    expect(both.plan.volume).toEqual({ since: both.plan.at, work: work(both.plan) })
  })

  it('takes the two that felt lightest first', () => {
    const report = easy(1)
    const sets = report.sets.map((set) => ({ ...set, effort: set.planItemId === SQUEEZE ? 0 : 2 }))
    const { changes } = after([easy(0), { ...report, sets }])
    const harder = changes.filter(({ direction }) => direction === 'harder')
    expect(harder).toHaveLength(2)
    expect(harder.map(({ planItemId }) => planItemId)).toContain(SQUEEZE)
    expect(changes.some(({ because }) => because[0]?.id === 'adapt.keep.two-at-most')).toBe(true)
  })
})
