import {
  type Adapted,
  adapt,
  explain,
  ITEM_RULES,
  type Plan,
  type PlanChange,
  prescribe,
  SENTENCES,
  SESSION_RULES,
  type SessionReport,
  workOf,
} from '@dorsal/care'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { content, type Day, DESK, KIT, NOW, planOf, reportOf } from './people.ts'

const GIVEN = { ...DESK, equipment: KIT }
const TURN = 'ex-seated-thoracic-rotation'
const SQUEEZE = 'ex-scapular-squeeze'

/** Plays the days through the rules, each plan the result of the one before; gives every step. */
function play(
  days: readonly Day[],
  start: Plan = planOf(GIVEN),
): (Adapted & { report: SessionReport; from: Plan })[] {
  const history: SessionReport[] = []
  let plan = start
  return days.map((how, index) => {
    const report = reportOf(plan, index, how)
    const from = plan
    const adapted = adapt({ plan, report, history: [...history], content, now: report.endedAt })
    history.push(report)
    plan = adapted.plan
    return { ...adapted, report, from }
  })
}

const last = (days: readonly Day[], start?: Plan) => {
  const end = play(days, start).at(-1)
  if (end === undefined) throw new Error('no day was played')
  return end
}
const changeOf = (adapted: Adapted, id: string): PlanChange | undefined =>
  adapted.changes.find((change) => change.planItemId === id)
const work = (plan: Plan) =>
  plan.items.reduce(
    (sum, item) =>
      sum + (item.kind === 'exercise' && item.state === 'active' && item.dosage ? workOf(item.dosage) : 0),
    0,
  )
const stop = (rule: string, planItemId: string | null = null) => ({ stop: { rule, planItemId } })

const anyDay: fc.Arbitrary<Day> = fc.record<Day>({
  pain: fc.option(fc.nat(10)),
  effort: fc.option(fc.nat(10)),
  done: fc.constantFrom(0.2, 0.7, 1),
  painBefore: fc.option(fc.nat(10)),
  painAfter: fc.option(fc.nat(10)),
  sinceLast: fc.constantFrom(null, 'better', 'same', 'a-little-worse', 'much-worse'),
  stop: fc.option(
    fc.record({
      rule: fc.constantFrom(...content.redFlags.stopRules.map((rule) => rule.id)),
      planItemId: fc.constantFrom(null, TURN, SQUEEZE),
    }),
  ),
  faults: fc.constantFrom(0, 0.1, 0.9),
  answers: fc.record({
    PS1: fc.constantFrom('no', 'no', 'no', 'no', 'no', 'yes'),
    PS2: fc.constant('no'),
    PS3: fc.constantFrom('no', 'no', 'no', 'no', 'no', 'yes'),
    PS4: fc.constant('no'),
  }),
})
const easyDay: fc.Arbitrary<Day> = fc.record({
  pain: fc.nat(3),
  effort: fc.nat(3),
  painBefore: fc.nat(3),
})
const anyDays = fc.array(fc.oneof(anyDay, easyDay), { minLength: 1, maxLength: 8 })

describe('adaptation between sessions', () => {
  it('explains the first session: what stays and that a little is added if it goes like this again', () => {
    const first = last([{}])
    expect(first.next).toBe('session')
    expect(first.changes.length).toBeGreaterThan(3)
    expect(first.changes.every((change) => change.direction === 'same')).toBe(true)
    const { result } = prescribe({ ...first, content, sessionNumber: 2, minutes: 15, now: NOW })
    expect(explain(result.changes[0] ?? { id: '' })).toMatch(/went well \(pain at most 1 of 10\)/)
  })

  it('adds a little to two exercises after two easy sessions, listed for the therapist', () => {
    const second = last([{}, {}])
    const harder = second.changes.filter((change) => change.direction === 'harder')
    expect(harder).toHaveLength(2)
    expect(harder.every((change) => change.status === 'listed')).toBe(true)
    expect(second.plan.version).toBe(2)
    expect(work(second.plan)).toBeGreaterThan(work(planOf(GIVEN)))
  })

  it('makes an exercise easier at once when it hurt, and leaves its neighbours alone', () => {
    const report = reportOf(planOf(GIVEN), 0)
    const hurt = {
      ...report,
      sets: report.sets.map((set) => ({ ...set, pain: set.planItemId === TURN ? 7 : 1 })),
    }
    const after = adapt({ plan: planOf(GIVEN), report: hurt, history: [], content, now: NOW })
    expect(changeOf(after, TURN)).toMatchObject({ direction: 'easier', status: 'applied', variable: 'reps' })
    expect(changeOf(after, SQUEEZE)?.direction).toBe('same')
    const turned = after.plan.items.find((item) => item.id === TURN)
    expect(turned?.dosage?.reps).toBeLessThan(6)
  })

  it('makes nothing harder on a day on which something else hurt', () => {
    const plan = planOf(GIVEN)
    const [past, report] = [reportOf(plan, 0), reportOf(plan, 1)]
    const hurt = {
      ...report,
      sets: report.sets.map((set) => ({ ...set, pain: set.planItemId === TURN ? 7 : 1 })),
    }
    const after = (given: SessionReport) =>
      adapt({ plan, report: given, history: [past], content, now: report.endedAt }).changes
    const harder = (changes: readonly PlanChange[]) =>
      changes.filter((change) => change.direction === 'harder')
    expect(harder(after(report))).toHaveLength(2)
    expect(harder(after(hurt))).toEqual([])
  })

  it('steps down what was done when the next day was much worse, even if today went well', () => {
    const after = last([{}, { sinceLast: 'much-worse' }])
    expect(after.changes.every((change) => change.direction === 'easier')).toBe(true)
    expect(work(after.plan)).toBeLessThan(work(planOf(GIVEN)))
  })

  it('starts lower after a week away', () => {
    const plan = planOf(GIVEN)
    const [past, report] = [reportOf(plan, 0), reportOf(plan, 9, { only: [TURN] })]
    const after = adapt({ plan, report, history: [past], content, now: report.endedAt })
    expect(changeOf(after, SQUEEZE)?.because[0]?.id).toMatch(/^adapt\.gap\./)
    expect(work(after.plan)).toBeLessThan(work(plan))
  })

  it('begins with what the session itself had to make easier, unless the person took it back', () => {
    const eased = last([{ eased: { planItemId: TURN, variable: 'exercise' } }])
    expect(changeOf(eased, TURN)).toMatchObject({ to: 'seated-rotation-supported', status: 'applied' })
    const undone = last([{ eased: { planItemId: TURN, variable: 'range', undone: true } }])
    expect(changeOf(undone, TURN)?.direction).toBe('same')
    const after = play([{ eased: { planItemId: TURN, variable: 'range' } }, {}])[1]
    expect(
      after?.changes.filter((change) => change.direction === 'harder').map((change) => change.planItemId),
    ).not.toContain(TURN)
  })

  it('never makes harder what nobody was asked about', () => {
    for (const blank of [{ pain: null, painAfter: null }, { effort: null }])
      expect(last([blank, blank]).changes.some((change) => change.direction === 'harder')).toBe(false)
  })

  it('lets what is beyond the bounds wait, once, and changes nothing meanwhile', () => {
    const start = planOf(GIVEN)
    const tight: Plan = {
      ...start,
      bounds: { ...start.bounds, maxRepsShare: 1, maxSets: 1 },
    }
    const waiting = last([{}, {}], tight).changes.filter((change) => change.status === 'waiting')
    expect(waiting.length).toBeGreaterThan(0)
    expect(last([{}, {}], tight).plan).toEqual(tight)
    const [report, past] = [reportOf(tight, 1), reportOf(tight, 0)]
    const again = adapt({ plan: tight, report, history: [past], content, now: report.endedAt, waiting })
    expect(again.changes.some((change) => change.status === 'waiting')).toBe(false)
  })

  it('takes the harder neighbour itself only where the therapist allows it', () => {
    const start = planOf(GIVEN)
    const bounds = { ...start.bounds, maxRepsShare: 1, maxSets: 1, weeklyVolumeShare: 9 }
    const open = last([{}, {}], { ...start, bounds: { ...bounds, allowHarderExercise: true } })
    expect(open.changes.some((change) => change.variable === 'exercise' && change.status === 'listed')).toBe(
      true,
    )
    const capped = last([{}, {}], {
      ...start,
      bounds: { ...bounds, allowHarderExercise: true, maxEffort: 0 },
    })
    expect(capped.changes.some((change) => change.status === 'listed')).toBe(false)
  })

  it('never steps to a contraindicated neighbour, not even as a proposal', () => {
    const dose = content.exercises.find((one) => one.id === 'seated-thoracic-rotation')?.dosage.middle ?? null
    const at = (tags: string[]): readonly PlanChange[] => {
      const start = planOf(GIVEN, tags)
      const items = start.items.map((item) => (item.id === TURN ? { ...item, dosage: dose } : item))
      const bounds = { ...start.bounds, maxRepsShare: 1, maxSets: 1, weeklyVolumeShare: 9 }
      return last([{}, {}], { ...start, items, bounds, phase: 'middle' }).changes
    }
    const steps = (tags: string[]) => at(tags).some((change) => change.to === 'standing-stick-rotation')
    expect([steps([]), steps(['bone_fragile'])]).toEqual([true, false])
  })

  it('keeps the week within its volume', () => {
    const start = planOf(GIVEN)
    const none = last([{}, {}], { ...start, bounds: { ...start.bounds, weeklyVolumeShare: 0 } })
    expect(none.changes.some((change) => change.direction === 'harder')).toBe(false)
    expect(none.decision.because.map((one) => one.id)).toContain('adapt.keep.week-full')
  })

  it.each([
    ['PS1', 'escalate'],
    ['PS2', 'escalate'],
    ['PS3', 'escalate'],
    ['PS4', 'escalate'],
  ] as const)('a danger answer %s before the session holds the plan and ends in %s', (id, next) => {
    const answers = { PS1: 'no', PS2: 'no', PS3: 'no', PS4: 'no', [id]: 'yes' } as const
    const after = last([{ answers, sets: 'none', painBefore: null }])
    expect(after).toMatchObject({ next, changes: [] })
    expect(after.card).not.toBeNull()
    expect(after.tasks).toHaveLength(1)
    expect(after.plan.status).toBe('waiting-for-clinician')
  })

  it.each(['SS01', 'SS02'])(
    '%s during the session holds the plan, shows the emergency card and tells the clinic',
    (rule) => {
      const after = last([stop(rule)])
      expect(after).toMatchObject({ next: 'escalate', card: 'emergency', changes: [] })
      expect(after.tasks[0]?.level).toBe('emergency_now')
      expect(after.plan.status).toBe('waiting-for-clinician')
    },
  )

  it('pauses what brought sharp pain or tingling, until a therapist has looked', () => {
    const after = last([stop('SS05', TURN)])
    expect(after.plan.items.find((item) => item.id === TURN)?.state).toBe('paused')
    expect(after.tasks[0]?.kind).toBe('review')
    const next = prescribe({ ...after, content, sessionNumber: 2, minutes: 30, now: NOW }).result
    expect(next.items.map((item) => item.planItemId)).not.toContain(TURN)
  })

  it('changes nothing and blames nobody when the person simply stopped', () => {
    const after = last([{ ...stop('SS13'), done: 0.9 }])
    expect(after).toMatchObject({ next: 'session', card: null, tasks: [] })
  })

  it('is held to its guardrails over any course of days', () => {
    fc.assert(
      fc.property(
        anyDays,
        fc.subarray(Object.keys(content.programme.precautionTags), { maxLength: 3 }),
        (days, tags) => {
          for (const step of play(days, planOf(GIVEN, tags))) {
            expect(['session', 'questionnaire', 'book', 'escalate', 'rest']).toContain(step.next)
            const harder = step.changes.filter((change) => change.direction === 'harder')
            expect(harder.filter((change) => change.status !== 'waiting').length).toBeLessThanOrEqual(2)
            expect(harder.every((change) => change.status !== 'applied')).toBe(true)
            const { before, sets, stop: stopped } = step.report
            const red =
              stopped !== null ||
              before.sinceLast === 'much-worse' ||
              sets.some((set) => (set.pain ?? 0) >= 8 || (set.pain ?? 0) - (before.pain ?? 9) >= 3)
            if (red) expect(work(step.plan)).toBeLessThanOrEqual(work(step.from))
            if (red) expect(harder).toEqual([])
            for (const item of step.plan.items) {
              const used = content.exercises.find((one) => one.id === item.exerciseId)
              expect(used?.contraindicationTags.filter((tag) => tags.includes(tag)) ?? []).toEqual([])
            }
            for (const change of step.changes) {
              const [before2, after2] = [step.from, step.plan].map((plan) =>
                plan.items.find((item) => item.id === change.planItemId),
              )
              if (change.direction === 'easier')
                expect(workOf(after2?.dosage ?? KIT_DOSE)).toBeLessThanOrEqual(
                  workOf(before2?.dosage ?? KIT_DOSE),
                )
              for (const because of change.because) {
                expect(SENTENCES).toHaveProperty([because.id])
                expect(explain(because)).not.toMatch(/[{}]|undefined|null/)
              }
            }
          }
        },
      ),
      { numRuns: 120 },
    )
  })

  it('never lets a week grow by more than its share', () => {
    fc.assert(
      fc.property(fc.array(easyDay, { minLength: 7, maxLength: 7 }), (days) => {
        const start = planOf(GIVEN)
        const end = last(days, start)
        expect(work(end.plan)).toBeLessThanOrEqual(work(start) * (1 + start.bounds.weeklyVolumeShare))
      }),
      { numRuns: 60 },
    )
  })

  it('gives the same answer to the same report', () => {
    fc.assert(
      fc.property(anyDays, (days) => {
        expect(play(days).map((step) => step.decision)).toEqual(play(days).map((step) => step.decision))
      }),
      { numRuns: 20 },
    )
  })
})

const KIT_DOSE = {
  sets: 1,
  reps: 1,
  holdSeconds: 0,
  durationSeconds: null,
  tempo: null,
  restSeconds: 0,
  perSide: false,
  timesPerDay: 1,
  daysPerWeek: 1,
  effort: [0, 1] as [number, number],
}

/** A course of days that ends on each row of the tables. */
const ITEM_CASES: Readonly<Record<string, readonly Day[]>> = {
  'nerve-symptom': [stop('SS05', TURN)],
  'stopped-here': [stop('SS04', TURN)],
  red: [{ pain: 7 }],
  'worse-day': [{}, { sinceLast: 'much-worse' }],
  'eased-exercise': [{ eased: { planItemId: TURN, variable: 'exercise' } }],
  'eased-dose': [{ eased: { planItemId: TURN, variable: 'range' } }],
  'poor-form': [{ faults: 0.9 }],
  'amber-again': [{ pain: 4 }, { pain: 4 }],
  'not-asked': [{ pain: null, painAfter: null }],
  amber: [{ pain: 4 }],
  'too-hard': [{ effort: 6 }],
  'not-finished': [{ done: 0.3 }],
  guarded: [{}, { sinceLast: 'a-little-worse' }],
  'two-green': [{}, {}],
  'first-green': [{}],
  steady: [{ done: 0.8 }],
}

const SESSION_CASES: Readonly<Record<string, readonly Day[]>> = {
  'danger-before-urgent': [{ answers: { PS1: 'yes' }, sets: 'none' }],
  'danger-during': [stop('SS01')],
  'danger-before': [{ painBefore: 9, sets: 'none' }],
  'session-stopped': [stop('SS06')],
  'nerve-symptom': [stop('SS05', TURN)],
  'recovery-day': [{ painBefore: 7, pain: 7, painAfter: 7 }],
  'two-red-days': [{ pain: 7 }, { pain: 7 }],
  'pain-trend': [0, 0, 0, 3, 3, 3].map((painBefore) => ({
    painBefore,
    pain: painBefore,
    painAfter: painBefore,
  })),
  'carry-on': [{}],
}

describe('the decision tables', () => {
  it.each(ITEM_RULES.map((row) => row.id))('item row %s is reached, and missed when it is deleted', (id) => {
    const days = ITEM_CASES[id] ?? []
    const step = last(days)
    expect(Object.values(step.decision.outcome as object)).toBeDefined()
    expect(JSON.stringify(step.decision.outcome)).toContain(`"${TURN}":"${id}"`)
    const history = play(days).map((one) => one.report)
    const report = history.pop()
    if (report === undefined || id === 'steady') return
    const tables = { items: ITEM_RULES.filter((row) => row.id !== id), session: SESSION_RULES }
    const without = adapt({ plan: step.from, report, history, content, now: report.endedAt, tables })
    expect(without.changes).not.toEqual(step.changes)
  })

  it.each(SESSION_RULES.map((row) => row.id))(
    'session row %s is reached, and missed when it is deleted',
    (id) => {
      const days = SESSION_CASES[id] ?? []
      const step = last(days)
      expect(step.decision.rule).toBe(id)
      if (id === 'carry-on') return
      const history = play(days).map((one) => one.report)
      const report = history.pop()
      if (report === undefined) throw new Error('no report')
      const tables = { items: ITEM_RULES, session: SESSION_RULES.filter((row) => row.id !== id) }
      const without = adapt({ plan: step.from, report, history, content, now: report.endedAt, tables })
      expect({ next: without.next, card: without.card, tasks: without.tasks }).not.toEqual({
        next: step.next,
        card: step.card,
        tasks: step.tasks,
      })
    },
  )
})
