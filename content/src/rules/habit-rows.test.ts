import { explain, HABIT_TOPICS, isRelief, nextPhase, type PhaseId, type Plan, SENTENCES } from '@dorsal/care'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { content, type Given, intakeOf, NOW, planOf } from './people.ts'

type Answers = NonNullable<Given['answers']>

const tasks = (plan: Plan) =>
  plan.items.flatMap((item) => (item.kind === 'habit' && !isRelief(item) ? [item.id] : []))
const later = (plan: Plan) => (plan.later ?? []).map(({ id }) => id)
const topicOf = (id: string) => HABIT_TOPICS.findIndex(({ items }) => items.includes(id))

/** Somebody whose day asks for everything, and for whom no finding speaks. */
const BUSY: Answers = {
  B01: 5,
  B02: 60,
  B04: 1,
  B05: 2,
  B08: ['yard work'],
  H05: ['desk or laptop', 'driving', 'phone', 'lying'],
  H06: ['cold'],
}
/** What shows each finding that speaks for a habit, and the habit that is then among the three. */
const ASKED: readonly (readonly [string, Answers, string])[] = [
  ['sitting-related', { H06: ['walking or moving'] }, 'ex-microbreak-stand-reach'],
  ['long-sitting', { B01: 9 }, 'ex-desk-setup-check'],
  ['low-activity', { B09: 1 }, 'ex-walking-programme'],
  ['poor-sleep', { YF06: 7 }, 'note-habit-sleep'],
  ['short-nights', { B10: 4 }, 'note-habit-sleep'],
  ['load-related', { H02: 'lifting or effort' }, 'note-habit-lifting'],
  ['heavy-days', { B06: 12 }, 'note-habit-lifting'],
  ['long-driving', { B04: 3 }, 'note-habit-driving'],
  ['phone-hours', { B05: 5 }, 'ex-phone-eye-level'],
  ['persistent', { H01: 'more than 12 weeks' }, 'note-habit-pacing'],
  ['stress', { B11: 8, YF01: 7, YF05: 7 }, 'note-habit-pacing'],
]

describe('small habits', () => {
  it('are the lines and findings of the content, each once', () => {
    const known = [
      ...content.exercises.map(({ id }) => `ex-${id}`),
      ...content.notes.map(({ id }) => `note-${id}`),
    ]
    const lines = HABIT_TOPICS.flatMap(({ items }) => items)
    expect(lines.filter((id) => !known.includes(id))).toEqual([])
    expect(new Set(lines).size).toBe(lines.length)
    const findings = HABIT_TOPICS.flatMap((topic) => topic.findings)
    expect(findings.filter((id) => !content.findings.some((one) => one.id === id))).toEqual([])
    expect(new Set(ASKED.map(([id]) => id))).toEqual(new Set(findings))
    const notes = content.notes.flatMap(({ id, kind }) => (kind === 'habit' ? [`note-${id}`] : []))
    expect(notes.filter((id) => !lines.includes(id))).toEqual([])
  })

  it('are three at a time at most, never two that ask for the same; relief is not one of them', () => {
    const answer = fc.constantFrom(...ASKED.map(([, answers]) => answers), BUSY, {})
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 6 }), (answers) => {
        const plan = planOf({ answers: Object.assign({}, ...answers) as Answers })
        expect(tasks(plan).length).toBeLessThanOrEqual(3)
        expect(tasks(plan).length).toBeGreaterThan(0)
        expect(new Set(tasks(plan).map(topicOf)).size).toBe(tasks(plan).length)
        for (const { because } of plan.later ?? []) {
          const [why] = because.slice(-1)
          expect(why?.id).toMatch(/^later\./)
          for (const one of because) expect(SENTENCES).toHaveProperty([one.id])
          if (why !== undefined) expect(explain(why)).not.toMatch(/[{}]|undefined/)
        }
      }),
      { numRuns: 60, seed: 3 },
    )
    expect(
      planOf({ answers: BUSY })
        .items.filter(isRelief)
        .map(({ id }) => id),
    ).toEqual(['ex-heat-pack', 'ex-ice-pack'])
  })

  it('are breaks, a walk and sleep where no finding says otherwise, the others in their order', () => {
    const { H05: _worse, ...quiet } = BUSY
    const plan = planOf({ answers: { ...quiet, H05: ['driving', 'phone', 'lying'] } })
    expect(plan.findings.map(({ id }) => id).filter((id) => ASKED.some(([one]) => one === id))).toEqual([])
    expect(tasks(plan)).toEqual(['ex-microbreak-stand-reach', 'ex-walking-programme', 'note-habit-sleep'])
    expect(later(plan)).toEqual([
      'ex-microbreak-walk',
      'note-habit-lifting',
      'note-habit-driving',
      'ex-phone-eye-level',
      'note-habit-phone',
      'ex-desk-setup-check',
      'note-habit-desk',
    ])
  })

  it.each(ASKED)('%s brings its habit among the three', (finding, answers, id) => {
    const plan = planOf({ answers: { ...BUSY, ...answers } })
    expect(plan.findings.map((one) => one.id)).toContain(finding)
    expect(tasks(plan)).toContain(id)
  })

  it('join with a later phase, three at most, and none on the way back', () => {
    const intake = intakeOf({ answers: BUSY })
    const to = (plan: Plan, phase: PhaseId) => nextPhase({ plan, intake, content, phase, now: NOW }).result
    const early = planOf({ answers: BUSY })
    const middle = to(early, 'middle')
    expect(tasks(middle).slice(0, 3)).toEqual(tasks(early))
    expect(tasks(middle)).toHaveLength(6)
    expect(middle.items.flatMap(({ because }) => because.map(({ id }) => id))).not.toContain('later.habit')
    const late = to(middle, 'late')
    expect(new Set(tasks(late).map(topicOf)).size).toBe(tasks(late).length)
    expect(later(late)).toEqual(['ex-microbreak-walk', 'note-habit-phone', 'note-habit-desk'])
    expect(late.later?.map(({ because }) => because.at(-1)?.id)).toEqual(
      Array.from({ length: 3 }, () => 'later.same-habit'),
    )
    const back = to(middle, 'early')
    expect([tasks(back), later(back)]).toEqual([tasks(middle), later(middle)])
  })
})
