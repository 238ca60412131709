import {
  COMPONENTS,
  composePlan,
  evaluate,
  explain,
  type Intake,
  type Plan,
  prescribe,
  secondsOf,
  SENTENCES,
} from '@dorsal/care'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { content, DESK, type Given, intakeOf, KIT, NOW, planOf, sessionOf, triageOf } from './people.ts'

const TAGS = Object.keys(content.programme.precautionTags)
const exercise = (id: string | null) => content.exercises.find((one) => one.id === id)

const anyGiven: fc.Arbitrary<Given> = fc.record({
  yearOfBirth: fc.integer({ min: 1930, max: 2007 }),
  equipment: fc.subarray(KIT),
  minutesPerDay: fc.integer({ min: 5, max: 60 }),
  daysPerWeek: fc.integer({ min: 1, max: 7 }),
  goals: fc.array(
    fc.record({ text: fc.constantFrom('sit', 'drive'), now: fc.integer({ min: 0, max: 10 }) }),
    {
      maxLength: 3,
    },
  ),
  measures: fc
    .tuple(fc.nat(10), fc.nat(10), fc.nat(10))
    .map(([now, average, worst]) => ({ nprs: { now, average, worst } })),
  answers: fc
    .tuple(...content.questions.map((question) => fc.option(answerOf(question), { nil: undefined })))
    .map((answers) => {
      const given: Intake['answers'] = {}
      for (const [index, answer] of answers.entries()) {
        const id = content.questions[index]?.id
        if (answer !== undefined && id !== undefined) given[id] = answer
      }
      return given
    }),
})

function answerOf({
  type,
  options,
  min,
  max,
}: (typeof content.questions)[number]): fc.Arbitrary<string | number | string[]> {
  const values = options.map((option) => option.value)
  if (type === 'number') return fc.integer({ min: min ?? 0, max: max ?? 24 })
  if (type === 'choice') return fc.constantFrom(...values)
  return type === 'text' ? fc.constant('a few words') : fc.subarray(values)
}

const anyTags = fc.subarray(TAGS, { maxLength: 5 })
const becauseOf = (plan: Plan) => [
  ...plan.items.flatMap((item) => [...item.because, ...item.wouldChange]),
  ...plan.excluded.map((out) => out.because),
  ...plan.evaluation.because,
  ...plan.evaluation.against,
  ...plan.findings.flatMap((finding) => finding.because),
]

describe('a plan', () => {
  it('touches all seven components, for any person', () => {
    fc.assert(
      fc.property(anyGiven, (given) => {
        const plan = planOf({ ...given, equipment: [...(given.equipment ?? []), 'chair'] })
        expect(new Set(plan.items.map((item) => item.component))).toEqual(new Set(COMPONENTS))
      }),
      { numRuns: 150 },
    )
  })

  it('never holds a contraindicated exercise, in itself, in a session or as the easier neighbour', () => {
    fc.assert(
      fc.property(anyGiven, anyTags, fc.integer({ min: 1, max: 30 }), (given, tags, sessionNumber) => {
        const plan = planOf(given, tags)
        const session = sessionOf(plan, sessionNumber, plan.cadence.minutesPerSession)
        const used = [
          ...plan.items.map((item) => exercise(item.exerciseId)),
          ...session.items.flatMap((item) => [item.exercise, item.easier]),
        ]
        for (const one of used)
          expect(one?.contraindicationTags.filter((tag) => tags.includes(tag)) ?? []).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('drops a contraindicated exercise from the session even when a plan came to hold one', () => {
    const plan = { ...planOf({ ...DESK, equipment: KIT }), precautionTags: ['shoulder_instability'] }
    expect(plan.items.some((item) => item.exerciseId === 'doorway-chest-stretch')).toBe(true)
    expect(sessionOf(plan).items.map((item) => item.exercise.id)).not.toContain('doorway-chest-stretch')
  })

  it('says why for everything, in whole sentences, and what would change it', () => {
    fc.assert(
      fc.property(anyGiven, anyTags, (given, tags) => {
        const plan = planOf(given, tags)
        for (const item of plan.items) {
          expect(item.because.length).toBeGreaterThan(0)
          expect(item.wouldChange.length).toBeGreaterThan(0)
        }
        for (const because of becauseOf(plan)) {
          expect(SENTENCES).toHaveProperty([because.id])
          expect(explain(because)).not.toMatch(/[{}]|undefined|null/)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('asks for nothing that the person does not have, and fits the minutes', () => {
    fc.assert(
      fc.property(
        anyGiven,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 5, max: 30 }),
        (given, n, minutes) => {
          const plan = planOf(given)
          const session = sessionOf(plan, n, minutes)
          for (const item of session.items)
            for (const need of item.exercise.equipment) expect(given.equipment).toContain(need)
          const seconds = session.items.reduce((sum, item) => sum + secondsOf(item.dosage), 0)
          expect(session.items.length === 1 || seconds <= minutes * 60).toBe(true)
          expect(session.items.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('brings every exercise of the plan within as many short sessions as there are exercises', () => {
    const plan = planOf()
    const guided = plan.items.filter((item) => item.kind === 'exercise')
    const seen = guided.flatMap((_item, index) =>
      sessionOf(plan, index + 1, 5).items.map((item) => item.planItemId),
    )
    expect(new Set(seen)).toEqual(new Set(guided.map((item) => item.id)))
  })

  it('is the same for the same person, and its stored decision replays to the same outcome', () => {
    fc.assert(
      fc.property(anyGiven, anyTags, (given, tags) => {
        const intake = intakeOf(given)
        const triage = triageOf(tags)
        const evaluated = evaluate(intake, content, triage, NOW)
        const evaluation = evaluated.result
        const { result, decision } = composePlan({
          intake,
          evaluation,
          triage,
          content,
          now: NOW,
          hold: false,
        })
        const stored = JSON.parse(JSON.stringify(decision))
        const again = composePlan({ ...stored.inputs, content, now: stored.at })
        expect(again.result).toEqual(JSON.parse(JSON.stringify(result)))
        expect(JSON.parse(JSON.stringify(again.decision))).toEqual(stored)
        const { intake: same, triage: sameTriage } = JSON.parse(JSON.stringify(evaluated.decision)).inputs
        expect(evaluate(same, content, sameTriage, NOW).decision.outcome).toEqual(evaluated.decision.outcome)
      }),
      { numRuns: 60 },
    )
  })

  it('does not reshuffle because one answer moved by one', () => {
    const guided = (given: Given) =>
      new Set(planOf(given).items.flatMap((item) => (item.kind === 'exercise' ? item.id : [])))
    let changed = 0
    let tried = 0
    fc.assert(
      fc.property(anyGiven, fc.nat(9), fc.constantFrom('now', 'average', 'worst'), (given, from, which) => {
        const at = (value: number): Given => ({
          ...given,
          measures: { nprs: { now: 3, average: 4, worst: 6, ...given.measures?.nprs, [which]: value } },
        })
        const [a, b] = [guided(at(from)), guided(at(from + 1))]
        const news = [...b].filter((id) => !a.has(id)).length
        tried += 1
        changed += news > 0 ? 1 : 0
        expect(news).toBeLessThanOrEqual(4)
      }),
      { numRuns: 300, seed: 7 },
    )
    expect(changed / tried).toBeLessThan(0.15)
  })

  it('waits for a clinician when it is held, and says that its content is unsigned', () => {
    const held = planOf(DESK, [], true)
    expect(held.status).toBe('waiting-for-clinician')
    expect(held.unsigned).toBe(true)
    expect(planOf().status).toBe('active')
  })

  it('offers the floor to the older person only when they have a mat', () => {
    const ids = (given: Given) =>
      planOf(given).items.flatMap((item) => exercise(item.exerciseId)?.position ?? [])
    const older: Given = { yearOfBirth: 1950, measures: { nprs: { now: 8, average: 8, worst: 9 } } }
    expect(ids(older)).not.toContain('supine')
    expect(ids({ ...older, equipment: [...KIT] })).toContain('supine')
  })

  it('works in half the range where a tag asks for care', () => {
    const share = (tags: string[]) =>
      planOf({ answers: { H04: ['stiff'], H05: ['twisting'] } }, tags).items.find(
        (item) => item.exerciseId === 'seated-rotation-supported',
      )?.rangeShare
    expect([share([]), share(['bone_fragile'])]).toEqual([0.8, 0.5])
  })

  it('offers hands-on treatment only where nothing speaks against it', () => {
    const clinic = (tags: string[]) =>
      planOf(DESK, tags).items.flatMap((item) => (item.kind === 'clinic' ? [item.id] : []))
    expect(clinic([])).toEqual(['note-clinic-hands-on'])
    for (const tag of ['bone_fragile', 'recent_spine_surgery', 'rib_injury'])
      expect(clinic([tag])).toEqual(['note-clinic-gentle-visit'])
  })

  it('tells the changes of the last session once each, what changed before what stayed', () => {
    const plan = planOf()
    const because = (id: string, name: string) => [{ id, values: { exercise: name, pain: 1 } }]
    const change = { planItemId: 'x', variable: 'reps' as const, from: 6, to: 6, status: 'applied' as const }
    const { result } = prescribe({
      plan,
      content,
      sessionNumber: 2,
      minutes: 15,
      now: NOW,
      changes: [
        { ...change, direction: 'same', because: because('adapt.keep.first-green', 'A') },
        { ...change, direction: 'same', because: because('adapt.keep.first-green', 'B') },
        { ...change, direction: 'easier', because: because('adapt.red.reps', 'C') },
      ],
    })
    expect(result.changes.map((one) => one.id)).toEqual(['adapt.red.reps', 'adapt.keep.first-green'])
    expect(result.changes[1]?.values?.exercise).toBe('A and B')
  })
})
