import {
  adapt,
  type AdaptInput,
  type Course,
  type DayReport,
  type Decision,
  nextPhase,
  type Plan,
  type PlanChange,
  prescribe,
  reviewCourse,
  type SessionReport,
} from '@dorsal/care'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { content, type Day, DESK, type Given, intakeOf, KIT, NOW, planOf, reportOf } from './people.ts'

const given: Given = { ...DESK, equipment: KIT, goals: [{ text: 'Drive to work', now: 3 }] }
const on = (day: number) => new Date(Date.parse(NOW) + day * 86_400_000).toISOString()

/** As it comes back from where decisions are kept. */
const stored = (decision: Decision): Decision & { inputs: never } => JSON.parse(JSON.stringify(decision))
const kept = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** The records that decisions name: plans by their version, reports and what was told by their ids. */
type Records = { plans: Plan[]; reports: SessionReport[]; told: DayReport[] }
const planIn = ({ plans }: Records, version: number): Plan => {
  const found = plans.find((plan) => plan.version === version)
  if (found === undefined) throw new Error(`no plan ${version}`)
  return found
}
const named = <T extends { id: string }>(all: readonly T[], ids: readonly string[]): T[] =>
  ids.flatMap((id) => all.filter((one) => one.id === id))

type AdaptKept = {
  planVersion: number
  reportId: string
  history: string[]
  waiting: PlanChange[]
  flare: boolean
  holdHarder: boolean
}
type CourseKept = Omit<Course, 'plan' | 'intake' | 'reports' | 'told' | 'now'> & {
  planVersion: number
  reports: string[]
  told: string[]
  fired: { rule: string; at: string }[]
  pending: 'discharge'[]
}

function adaptedAgain(decision: Decision, records: Records) {
  const inputs: AdaptKept = stored(decision).inputs
  const [report] = named(records.reports, [inputs.reportId])
  if (report === undefined) throw new Error('no report')
  const { flare, holdHarder, waiting } = inputs
  const plan = planIn(records, inputs.planVersion)
  const history = named(records.reports, inputs.history)
  return adapt({ plan, report, history, waiting, flare, holdHarder, content, now: decision.at })
}

function reviewedAgain(decision: Decision, records: Records) {
  const { planVersion, reports, told, fired, pending, ...rest }: CourseKept = stored(decision).inputs
  const course: Course = {
    ...rest,
    plan: planIn(records, planVersion),
    intake: intakeOf(given),
    reports: named(records.reports, reports),
    told: named(records.told, told),
    now: decision.at,
  }
  return reviewCourse({ course, content, fired, pending })
}

const anyDay = fc.record<Day>({
  pain: fc.option(fc.nat(8)),
  effort: fc.option(fc.nat(10)),
  done: fc.constantFrom(0.4, 1),
  painBefore: fc.option(fc.nat(8)),
  sinceLast: fc.constantFrom('same', 'a-little-worse', 'much-worse'),
})
const easyDay = fc.record<Day>({ pain: fc.nat(2), effort: fc.nat(2), painBefore: fc.nat(2) })

describe('a stored decision', () => {
  it.each([{ flare: true }, { holdHarder: true }, {}] satisfies Partial<AdaptInput>[])(
    'keeps what it looked at: %j',
    (how) => {
      const plan = planOf(given)
      const [past, report] = [reportOf(plan, 0), reportOf(plan, 1)]
      const records = { plans: [plan], reports: [past, report], told: [] }
      const first = adapt({ plan, report, history: [past], content, now: report.endedAt, ...how })
      const again = adaptedAgain(first.decision, records)
      expect(kept(again)).toEqual(kept(first))
      const other = adapt({ plan, report, history: [past], content, now: report.endedAt })
      expect(first.changes.some(({ status }) => status === 'listed')).toBe(Object.keys(how).length === 0)
      expect(other.changes.some(({ status }) => status === 'listed')).toBe(true)
    },
  )

  it('of an adaptation, of a session and of the course give the same again, over any days', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(easyDay, anyDay), fc.integer({ min: 1, max: 9 })), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.boolean(),
        fc.boolean(),
        (days, flare, holdHarder) => {
          const first = planOf(given)
          const records: Records = { plans: [first], reports: [], told: [] }
          let plan = first
          let day = 0
          for (const [how, after] of days) {
            const session = prescribe({
              plan,
              content,
              sessionNumber: day + 1,
              minutes: 20,
              changes: [],
              now: on(day),
            })
            const inputs: { planVersion: number; sessionNumber: number; minutes: number } = stored(
              session.decision,
            ).inputs
            const { planVersion, ...rest } = inputs
            const repeated = prescribe({
              ...rest,
              plan: planIn(records, planVersion),
              content,
              changes: [],
              now: session.decision.at,
            })
            expect(kept(repeated)).toEqual(kept(session))

            const report = reportOf(plan, day, how)
            const history = [...records.reports]
            records.reports.push(report)
            const adapted = adapt({ plan, report, history, content, now: report.endedAt, flare, holdHarder })
            expect(kept(adaptedAgain(adapted.decision, records))).toEqual(kept(adapted))
            plan = { ...adapted.plan, status: 'active' }
            records.plans = [...records.plans.filter(({ version }) => version !== plan.version), plan]

            day += after
            const told: DayReport = {
              kind: 'flare-up',
              id: `00000000-0000-7000-9000-${String(day).padStart(12, '0')}`,
              at: on(day),
              pain: 8,
              worry: null,
              answers: {},
              note: null,
            }
            if (flare) records.told.push(told)
            const course: Course = {
              plan,
              intake: intakeOf(given),
              startedAt: NOW,
              phaseSince: NOW,
              endedAt: null,
              reports: [...records.reports],
              told: [...records.told],
              values: [{ measure: 'nprs', item: 'nprs_avg', value: 7, at: on(day) }],
              screenClear: !holdHarder,
              now: on(day),
            }
            const fired = [{ rule: 'two-reds', at: on(day - 1) }]
            const review = reviewCourse({ course, content, fired, pending: [] })
            if (review.decision !== null)
              expect(kept(reviewedAgain(review.decision, records))).toEqual(kept(review))
            if (review.plan !== plan) records.plans.push(review.plan)
            plan = review.plan
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it.each(['middle', 'late', 'maintenance'] as const)('of the phase %s gives the same again', (phase) => {
    const plan = planOf(given)
    const first = nextPhase({ plan, intake: intakeOf(given), content, phase, now: on(30) })
    const { to, intake }: { to: typeof phase; intake: ReturnType<typeof intakeOf> } = stored(
      first.decision,
    ).inputs
    const again = nextPhase({ plan, intake, content, phase: to, now: first.decision.at })
    expect(kept(again)).toEqual(kept(first))
  })
})
