import {
  composePlan,
  type Content,
  evaluate,
  type Evaluation,
  type Exercise,
  nextPhase,
  type PatternId,
  type Plan,
} from '@dorsal/care'
import { describe, expect, it } from 'vitest'
import { content, DESK, type Given, intakeOf, KIT, NOW, planOf, triageOf } from './people.ts'

const all: Given = { ...DESK, equipment: KIT }
const exercise = (id: string | null) => content.exercises.find((one) => one.id === id)
const guided = (plan: Plan) => plan.items.filter(({ kind }) => kind === 'exercise')
const idsOf = (plan: Plan) => guided(plan).map(({ exerciseId }) => exerciseId)

function planBy(candidates: Evaluation['candidates'], pattern: PatternId = 'P8', given: Given = all): Plan {
  const intake = intakeOf(given)
  const triage = triageOf()
  const { candidates: _own, ...found } = evaluate(intake, content, triage, NOW).result
  const evaluation: Evaluation = { ...found, pattern, ...(candidates === undefined ? {} : { candidates }) }
  return composePlan({ intake, evaluation, triage, content, now: NOW, hold: false }).result
}

describe('how much each pattern has to say', () => {
  it('alone, an evaluation without candidates is its pattern with its full voice', () => {
    for (const pattern of ['P1', 'P3', 'P5'] as const)
      expect(idsOf(planBy(undefined, pattern))).toEqual(idsOf(planBy([{ pattern, score: 5 }], pattern)))
  })

  it('nothing, with four points less than the leading one; a little, with less of a gap', () => {
    const lead = { pattern: 'P1' as const, score: 9 }
    const alone = planBy([lead])
    expect(idsOf(planBy([lead, { pattern: 'P5', score: 5 }]))).toEqual(idsOf(alone))
    const both = idsOf(planBy([lead, { pattern: 'P5', score: 8.9 }]))
    expect(both).not.toEqual(idsOf(alone))
    expect(both.filter((id) => !idsOf(alone).includes(id)).length).toBeGreaterThan(0)
  })

  it('less than five points leave the rest to the mixed menu, none all of it', () => {
    const mixed = idsOf(planBy([{ pattern: 'P8', score: 0 }]))
    expect(idsOf(planBy([{ pattern: 'P1', score: 0 }]))).toEqual(mixed)
    expect(idsOf(planBy([{ pattern: 'P1', score: 5 }]))).not.toEqual(mixed)
    expect(idsOf(planBy([{ pattern: 'P1', score: 9 }]))).toEqual(idsOf(planBy([{ pattern: 'P1', score: 5 }])))
    expect(idsOf(planBy([{ pattern: 'P1', score: -3 }]))).toEqual(mixed)
  })

  it('its first rows most: the leading row of a menu is in the plan of its pattern', () => {
    for (const { id, menu } of content.patterns) {
      const [first] = menu
      expect([id, planBy([{ pattern: id, score: 5 }], id).items.map(({ exerciseId }) => exerciseId)]).toEqual(
        [id, expect.arrayContaining([first?.exerciseId])],
      )
    }
  })
})

describe('what a person fits', () => {
  const floorOf = (given: Given, tags: string[] = []) => planOf({ ...all, ...given }, tags).fits?.floor

  it.each<[string, Given, string[], boolean]>([
    ['64 years', { yearOfBirth: 1962, equipment: [] }, [], true],
    ['65 years', { yearOfBirth: 1961, equipment: [] }, [], false],
    ['65 years and a mat', { yearOfBirth: 1961, equipment: ['mat'] }, [], true],
    [
      '65 years and said so',
      { yearOfBirth: 1961, equipment: [], answers: { 'H14.positions': ['back'] } },
      [],
      true,
    ],
    [
      '65 years and nothing said',
      { yearOfBirth: 1961, equipment: [], answers: { 'H14.positions': [] } },
      [],
      false,
    ],
    ['may fall', { yearOfBirth: 1996, equipment: ['mat'] }, ['balance_risk'], false],
  ])('the floor: %s', (_what, given, tags, floor) => {
    expect(floorOf(given, tags)).toBe(floor)
  })

  it('is kept with the plan', () => {
    const plan = planOf({ ...all, answers: { 'H14.positions': ['standing', 'seated'] } }, ['vertigo'])
    expect(plan.fits).toEqual({ equipment: KIT, positions: ['standing', 'seated'], floor: true })
    expect(planOf(all).fits?.positions).toBeNull()
  })
})

describe('the dose to begin with', () => {
  const dosed = (plan: Plan) =>
    guided(plan).map((item) => ({ item, base: exercise(item.exerciseId)?.dosage.early ?? null }))

  it('is the library’s, in four fifths of the range', () => {
    for (const { item, base } of dosed(planOf({ ...all, daysPerWeek: 7 }))) {
      expect(item.dosage).toEqual(base)
      expect(item.rangeShare).toBe(0.8)
    }
  })

  it('is seven tenths, in half of the range, where care is asked for', () => {
    const plan = planOf({ ...all, daysPerWeek: 7 }, ['high_irritability'])
    for (const { item, base } of dosed(plan)) {
      expect(item.rangeShare).toBe(0.5)
      if (base?.reps != null) expect(item.dosage?.reps).toBe(Math.max(1, Math.floor(base.reps * 0.7)))
      if (base?.durationSeconds != null)
        expect(item.dosage?.durationSeconds).toBe(Math.max(1, Math.floor(base.durationSeconds * 0.7)))
      expect(item.dosage?.sets).toBe(base?.sets)
    }
  })

  it('is on no more days than the person has, habits on all', () => {
    const plan = planOf({ ...all, daysPerWeek: 2 })
    for (const { item, base } of dosed(plan))
      expect(item.dosage?.daysPerWeek).toBe(Math.min(2, base?.daysPerWeek ?? 9))
    for (const { exerciseId, kind, dosage } of plan.items)
      if (kind === 'habit' && exerciseId !== null)
        expect(dosage?.daysPerWeek).toBe(exercise(exerciseId)?.dosage.early?.daysPerWeek)
  })

  it('names its neighbours, and what would change it', () => {
    for (const { item } of dosed(planOf(all))) {
      const own = exercise(item.exerciseId)?.progression
      expect([own?.easierId ?? null, null]).toContain(item.neighbours?.easier?.exerciseId ?? null)
      expect([own?.harderId ?? null, null]).toContain(item.neighbours?.harder?.exerciseId ?? null)
      const [, less, more] = item.wouldChange.map(({ id }) => id)
      expect(less).toBe(item.neighbours?.easier == null ? 'change.less' : 'change.easier')
      expect(more).toBe(item.neighbours?.harder == null ? 'change.more' : 'change.harder')
    }
  })
})

const changed = (id: string, more: Partial<Exercise>): Content => ({
  ...content,
  exercises: content.exercises.map((one) => (one.id === id ? { ...one, ...more } : one)),
})
const composed = (own: Content, tags: string[] = []) => {
  const intake = intakeOf(all)
  const triage = triageOf(tags)
  const evaluation = evaluate(intake, own, triage, NOW).result
  return composePlan({ intake, evaluation, triage, content: own, now: NOW, hold: false }).result
}

describe('what does not fit', () => {
  const SQUEEZE = 'seated-thoracic-rotation'
  it.each<[string, Partial<Exercise>, string[], string]>([
    ['what a tag forbids', { contraindicationTags: ['vertigo'] }, ['vertigo'], 'excluded.vertigo'],
    [
      'what the phase does not dose',
      { dosage: { early: null, middle: null, late: null } },
      [],
      'excluded.later-phase',
    ],
    ['what needs other things', { equipment: ['a horse'] }, [], 'excluded.equipment'],
  ])('%s gives way to the easier one, with the reason', (_what, more, tags, reason) => {
    const plan = composed(changed(SQUEEZE, more), tags)
    expect(idsOf(plan)).not.toContain(SQUEEZE)
    const item = plan.items.find(({ exerciseId }) => exerciseId === 'seated-rotation-supported')
    expect(item?.because.map(({ id }) => id)).toContain('item.instead')
    expect(plan.excluded.find(({ exerciseId }) => exerciseId === SQUEEZE)?.because.id).toBe(reason)
    expect(idsOf(composed(content, tags))).toContain(SQUEEZE)
  })

  it('holds no more guided exercises than the phase has, one of each component first', () => {
    const plan = planOf(all)
    expect(guided(plan).length).toBeLessThanOrEqual(7)
    expect(guided(plan).length).toBeGreaterThanOrEqual(6)
  })

  it('says whether anybody has signed it', () => {
    const signed = { state: 'reviewed' as const, by: 'A. Name', at: '2026-11-22' }
    const own: Content = {
      ...content,
      exercises: content.exercises.map((one) => ({ ...one, signOff: signed })),
      patterns: content.patterns.map((one) => ({ ...one, signOff: signed })),
    }
    expect(composed(own).unsigned).toBe(false)
    expect(composed(content).unsigned).toBe(true)
    const first = idsOf(composed(own))[0] ?? ''
    expect(idsOf(composed(own))).not.toContain('squat')
    const draft = content.programme.signOff
    const with1 = (id: string) => ({
      ...own,
      exercises: own.exercises.map((one) => (one.id === id ? { ...one, signOff: draft } : one)),
    })
    expect([composed(with1(first)).unsigned, composed(with1('squat')).unsigned]).toEqual([true, false])
  })
})

/** The sessions of each phase as they are written: what the next phase is made of. */
const SESSIONS: Readonly<Record<string, string>> = {
  early:
    'belly-breathing seated-rotation-supported side-lying-open-book cat-cow scapular-squeeze tall-sit-reset walking-programme',
  'middle-a':
    'seated-thoracic-rotation chair-back-extension wall-angel band-row-seated band-pull-apart doorway-chest-stretch',
  'middle-b': 'quadruped-thoracic-rotation wall-slide-forearm prone-w bird-dog pallof-press hip-hinge-stick',
  'late-a': 'standing-stick-rotation wall-lift-off-extension band-row-standing band-face-pull box-lift',
  'late-b':
    'half-kneeling-wall-rotation bent-over-row side-plank-knees overhead-reach-shelf loaded-turn-step',
  maintenance: 'seated-thoracic-rotation band-row-standing wall-angel hip-hinge-stick',
}

describe('the sessions of the phases', () => {
  it('are as written', () => {
    const written = content.programme.phases.flatMap(({ sessions }) =>
      sessions.map(({ id, exercises }) => [id, exercises.join(' ')]),
    )
    expect(Object.fromEntries(written)).toEqual(SESSIONS)
  })

  it.each([
    ['middle', ['middle-a', 'middle-b']],
    ['late', ['late-a', 'late-b']],
  ] as const)('of the %s phase: each exercise in its own', (phase, groups) => {
    const { result } = nextPhase({ plan: planOf(all), intake: intakeOf(all), content, phase, now: NOW })
    for (const group of groups) {
      const own = guided(result).filter((item) => item.group === group)
      expect(own.length).toBeGreaterThan(0)
      for (const { exerciseId } of own) {
        const others = groups.filter((other) => other !== group).map((other) => SESSIONS[other] ?? '')
        const elsewhere = others.some((other) => other.split(' ').includes(exerciseId ?? ''))
        expect([exerciseId, elsewhere]).toEqual([exerciseId, false])
      }
    }
  })
})
