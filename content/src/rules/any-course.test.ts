import {
  adapt,
  adaptWithin,
  type DayReport,
  editPlan,
  flarePlan,
  forbiddenBy,
  nextPhase,
  type Plan,
  type PlanChange,
  prescribe,
  Refusal,
  reviewCourse,
  type SessionReport,
  undoChange,
  type WithinSignal,
  workOf,
} from '@dorsal/care'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { content, type Day, DESK, type Given, intakeOf, KIT, NOW, planOf, reportOf } from './people.ts'

const TAGS = Object.keys(content.programme.precautionTags)
const library = new Map(content.exercises.map((exercise) => [exercise.id, exercise]))
const on = (day: number) => new Date(Date.parse(NOW) + day * 86_400_000).toISOString()

type Event =
  | { kind: 'session'; how: Day; after: number }
  | { kind: 'away'; days: number }
  | { kind: 'next-phase'; phase: 'middle' | 'late' | 'maintenance' }
  | { kind: 'edit'; item: number; to: string }
  | { kind: 'undo' }
  | { kind: 'flare'; pain: number }

const score = fc.option(fc.nat(10))
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('session' as const),
      after: fc.integer({ min: 1, max: 3 }),
      how: fc.record<Day>({
        pain: score,
        effort: score,
        done: fc.constantFrom(0.3, 1),
        painBefore: fc.option(fc.nat(6)),
        sinceLast: fc.constantFrom(null, 'better', 'same', 'a-little-worse', 'much-worse'),
        stop: fc.option(
          fc.record({
            rule: fc.constantFrom('SS03', 'SS04', 'SS05', 'SS10', 'SS13'),
            planItemId: fc.constantFrom(null, 'ex-seated-thoracic-rotation', 'ex-scapular-squeeze'),
          }),
          { freq: 4 },
        ),
      }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('away' as const), days: fc.integer({ min: 5, max: 20 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('next-phase' as const),
      phase: fc.constantFrom('middle' as const, 'late' as const, 'maintenance' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      item: fc.nat(10),
      to: fc.constantFrom(...library.keys()),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('flare' as const), pain: fc.nat(10) }) },
)

const workIn = (plan: Plan) =>
  plan.items.reduce(
    (sum, { kind, state, dosage }) =>
      sum + (kind === 'exercise' && state === 'active' && dosage !== null ? workOf(dosage) : 0),
    0,
  )

/** Exercises that a tag of this person forbids, wherever a plan shows or hands them out. */
function forbiddenIn(plan: Plan, tags: readonly string[], sessionNumber: number): string[] {
  const session = prescribe({ plan, content, sessionNumber, minutes: 20, changes: [], now: NOW }).result
  const handed = [...session.items, ...(session.more ?? [])]
  const ids = [
    ...plan.items.map(({ exerciseId }) => exerciseId),
    ...plan.items.flatMap(({ neighbours }) => [
      neighbours?.easier?.exerciseId,
      neighbours?.harder?.exerciseId,
    ]),
    ...handed.flatMap((item) => [item.exercise.id, item.easier?.id]),
  ]
  return ids.flatMap((id) => {
    const exercise = library.get(id ?? '')
    return exercise !== undefined && forbiddenBy(exercise, tags) !== null ? [exercise.id] : []
  })
}

/** What the session makes of an exercise after each signal, until it ends. */
function easedIn(plan: Plan, signals: readonly WithinSignal[]): string[] {
  const session = prescribe({ plan, content, sessionNumber: 1, minutes: 60, changes: [], now: NOW }).result
  return session.items.flatMap((item) => {
    let now = { ...item, closed: false }
    for (const signal of signals) {
      const verdict = adaptWithin({ item: now, startPain: 2, sore: [], automatic: 0 }, signal, {
        painCeiling: 4,
      })
      if (verdict.kind === 'change') now = { ...now, ...verdict.item }
    }
    return [now.exercise.id]
  })
}

type State = {
  plan: Plan
  day: number
  reports: SessionReport[]
  told: DayReport[]
  last: PlanChange | null
}

const id = (day: number) => `00000000-0000-7000-9000-${String(day).padStart(12, '0')}`

function reviewed(state: State, given: Given): State {
  const { plan } = reviewCourse({
    course: {
      plan: state.plan,
      intake: intakeOf(given),
      startedAt: NOW,
      phaseSince: NOW,
      endedAt: null,
      reports: state.reports,
      told: state.told,
      values: [],
      screenClear: true,
      now: on(state.day),
    },
    content,
    fired: [],
    pending: [],
  })
  return { ...state, plan }
}

function edited(state: State, item: number, to: string): State {
  const { plan, day } = state
  const chosen = plan.items[item % plan.items.length]
  if (chosen === undefined) return state
  const change: PlanChange = {
    planItemId: chosen.id,
    variable: 'exercise',
    from: chosen.exerciseId ?? '',
    to,
    direction: 'same',
    status: 'waiting',
    because: [],
  }
  try {
    const next = editPlan(plan, [{ ...change, direction: 'harder' }], 'clinician:demo', on(day), content)
    return { ...state, plan: next, last: { ...change, direction: 'harder' } }
  } catch (error) {
    if (error instanceof Refusal) return state
    throw error
  }
}

function undone(state: State): State {
  if (state.last === null || state.plan.items.every((item) => item.id !== state.last?.planItemId))
    return state
  return {
    ...state,
    last: null,
    plan: undoChange(state.plan, state.last, 'clinician:demo', on(state.day), content),
  }
}

function happened(state: State, event: Event, given: Given): State {
  const { plan, day, reports, told } = state
  if (event.kind === 'session') {
    const report = reportOf(plan, day, event.how)
    const after = adapt({ plan, report, history: reports, content, now: report.endedAt })
    const active = { ...after.plan, status: 'active' as const }
    const red =
      report.stop !== null ||
      event.how.sinceLast === 'much-worse' ||
      report.sets.some((set) => (set.pain ?? 0) >= 8 || (set.pain ?? 0) - (report.before.pain ?? 10) >= 3)
    if (red) {
      expect(workIn(after.plan)).toBeLessThanOrEqual(workIn(plan))
      expect(after.changes.filter(({ direction }) => direction === 'harder')).toEqual([])
    }
    return { ...state, plan: active, day: day + event.after, reports: [...reports, report] }
  }
  if (event.kind === 'away') return reviewed({ ...state, day: day + event.days }, given)
  if (event.kind === 'edit') return edited(state, event.item, event.to)
  if (event.kind === 'undo') return undone(state)
  if (event.kind === 'flare') {
    const flare: DayReport = {
      kind: 'flare-up',
      id: id(day),
      at: on(day),
      pain: event.pain,
      worry: null,
      answers: {},
      note: null,
    }
    return reviewed({ ...state, told: [...told, flare] }, given)
  }
  const { result } = nextPhase({ plan, intake: intakeOf(given), content, phase: event.phase, now: on(day) })
  return { ...state, plan: { ...result, status: 'active' } }
}

describe('a person with things that speak against exercises', () => {
  it('never gets one of those, whatever happens, whoever edits; and nothing grows after red', () => {
    fc.assert(
      fc.property(
        fc.subarray(TAGS, { minLength: 1, maxLength: 4 }),
        fc.subarray(KIT),
        fc.array(anyEvent, { minLength: 1, maxLength: 9 }),
        (tags, equipment, events) => {
          const given: Given = { ...DESK, equipment, goals: [{ text: 'Lift boxes', now: 3 }] }
          let state: State = { plan: planOf(given, tags), day: 0, reports: [], told: [], last: null }
          for (const event of events) {
            state = happened(state, event, given)
            expect(forbiddenIn(state.plan, tags, state.day)).toEqual([])
            for (const day of [0, 1, 3, 9])
              expect(forbiddenIn(flarePlan(state.plan, content, day), tags, state.day)).toEqual([])
          }
          const eased = easedIn(state.plan, [
            { kind: 'hurts' },
            { kind: 'easier' },
            { kind: 'set', pain: 4, effort: 9, form: 0.1 },
          ])
          for (const one of eased) {
            const exercise = library.get(one)
            expect(exercise === undefined ? null : forbiddenBy(exercise, tags)).toBeNull()
          }
        },
      ),
      { numRuns: 80 },
    )
  })

  it('would be caught: an exercise that is smuggled in is found', () => {
    const plan = planOf({ ...DESK, equipment: KIT })
    const bad = content.exercises.find(({ contraindicationTags }) => contraindicationTags.length > 0)
    const [tag = ''] = bad?.contraindicationTags ?? []
    const [first, ...rest] = plan.items
    if (bad === undefined || first === undefined) throw new Error('nothing to smuggle in')
    const smuggled = { ...plan, items: [{ ...first, exerciseId: bad.id }, ...rest] }
    expect(forbiddenIn(smuggled, [tag], 1)).toContain(bad.id)
  })
})
