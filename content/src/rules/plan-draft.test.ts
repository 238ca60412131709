import {
  adapt,
  type DraftFault,
  type DraftItem,
  diffPlans,
  draftOf,
  foresee,
  judgeDraft,
  newDraftItem,
  type Plan,
  type PlanDraft,
  planFromDraft,
  prescribe,
  Refusal,
  type TriageResult,
} from '@dorsal/care'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { content, DESK, intakeOf, KIT, NOW, planOf, reportOf, triageOf } from './people.ts'

const BY = 'clinician:demo'
const TOWEL = 'towel-assisted-rotation'
const plan = planOf({ ...DESK, equipment: KIT })
const exerciseOf = (id: string) => {
  const found = content.exercises.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no exercise ${id}`)
  return found
}

type On = { plan?: Plan; tags?: readonly string[]; triage?: TriageResult; answers?: Record<string, string> }
const inputFor = (draft: PlanDraft, { plan: of = plan, tags = [], triage, answers = {} }: On = {}) => ({
  plan: of,
  draft,
  content,
  intake: intakeOf({ ...DESK, answers: { ...DESK.answers, ...answers } }),
  triage: triage ?? triageOf(tags),
})
const judge = (draft: PlanDraft, on: On = {}) => judgeDraft(inputFor(draft, on))
const make = (draft: PlanDraft, on: On = {}) =>
  planFromDraft({ ...inputFor(draft, on), by: BY, why: 'Ready for it.', now: NOW })
const withItem = (id: string, set: Partial<DraftItem> = {}, of: Plan = plan): PlanDraft => {
  const draft = draftOf(of)
  return {
    ...draft,
    items: [...draft.items, { ...newDraftItem(exerciseOf(id), draft, of.precautionTags), ...set }],
  }
}
/** Somebody whose plan was made with a rib that heals. */
const ribs = planOf({ ...DESK, equipment: KIT }, ['rib_injury'])
const first = plan.items.find(({ kind, dosage }) => kind === 'exercise' && dosage?.reps != null)?.id ?? ''
const set = (change: Partial<DraftItem>, id = first): PlanDraft => {
  const draft = draftOf(plan)
  return { ...draft, items: draft.items.map((item) => (item.id === id ? { ...item, ...change } : item)) }
}
const gradeOf = (faults: readonly DraftFault[], id: string) =>
  faults
    .filter(({ itemId, field }) => itemId === `ex-${id}` && field === 'exercise')
    .map(({ grade }) => grade)

describe('a draft', () => {
  it('that changes nothing is the plan again, and nothing stands against it', () => {
    const verdict = judge(draftOf(plan))
    expect(verdict).toMatchObject({ blocked: false, faults: [] })
    expect(verdict.minutes).toBeGreaterThan(5)
    const { result } = make(draftOf(plan))
    expect(result.items).toEqual(plan.items)
    expect(diffPlans(plan, result)).toEqual([])
    expect(result).toMatchObject({ version: plan.version + 1, decidedBy: BY, status: 'active' })
  })

  it('of any plan that the rules compose is not refused', () => {
    fc.assert(
      fc.property(
        fc.subarray(Object.keys(content.programme.precautionTags), { maxLength: 3 }),
        fc.subarray(KIT),
        (tags, equipment) => {
          const composed = planOf({ ...DESK, equipment }, tags)
          expect(judge(draftOf(composed), { plan: composed, tags })).toMatchObject({ blocked: false })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('says why, with the answer that it comes from, when an exercise is kept out', () => {
    const item = content.redFlags.items.find(({ precautionTags }) => precautionTags.includes('rib_injury'))
    const verdict = judge(withItem(TOWEL), { tags: ['rib_injury'], answers: { [item?.id ?? '']: 'yes' } })
    const [fault] = verdict.faults.filter(({ itemId }) => itemId === `ex-${TOWEL}`)
    expect(fault).toMatchObject({
      grade: 'refused',
      because: { id: 'excluded.rib_injury' },
      answers: [{ question: item?.question, answer: 'yes' }],
    })
    expect(verdict.blocked).toBe(true)
    expect(() => make(withItem(TOWEL), { tags: ['rib_injury'] })).toThrow(Refusal)
  })

  it('never gets past a tag that forbids without words of ten letters, whichever exercise and tag', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(content.programme.precautionTags)),
        fc.constantFrom(...content.exercises),
        fc.constantFrom('', '   ', 'because', '         .'),
        (tag, exercise, override) => {
          if (!exercise.contraindicationTags.includes(tag)) return
          if (exercise.components.includes('movement-test')) return
          const of = planOf({ ...DESK, equipment: KIT }, [tag])
          expect(() => make(withItem(exercise.id, { override }, of), { plan: of })).toThrow(Refusal)
          const words = withItem(exercise.id, { override: 'Seen and tried today.' }, of)
          expect(judge(words, { plan: of }).blocked).toBe(tag === 'implanted_device')
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is released by words, which stay with the line and reach the session; but not for what comes later', () => {
    const draft = withItem(TOWEL, { override: 'Ribs healed, seen at the visit today.' }, ribs)
    const { result, decision } = make(draft, { plan: ribs })
    const line = result.items.find(({ id }) => id === `ex-${TOWEL}`)
    expect(line?.released).toMatchObject({ exerciseId: TOWEL, tags: ['rib_injury'], by: BY, at: NOW })
    expect(decision.because).toContainEqual(expect.objectContaining({ id: 'item.released' }))
    const ids = (of: Plan) =>
      prescribe({
        plan: of,
        content,
        sessionNumber: 1,
        minutes: 600,
        changes: [],
        now: NOW,
      }).result.items.map(({ exercise }) => exercise.id)
    expect(ids(result)).toContain(TOWEL)
    const worse = { ...result, precautionTags: [...result.precautionTags, 'bone_fragile'] }
    expect(ids(worse)).not.toContain(TOWEL)
    const another = {
      ...result,
      items: result.items.map((item) =>
        item === line ? { ...item, exerciseId: 'thread-the-needle' } : item,
      ),
    }
    expect(ids(another)).not.toContain('thread-the-needle')
    const later = { ...draftOf(result) }
    expect(judge(later, { plan: result, tags: ['rib_injury'] }).blocked).toBe(false)
    expect(judge(later, { plan: result, tags: ['rib_injury', 'bone_fragile'] }).faults).toContainEqual(
      expect.objectContaining({
        itemId: `ex-${TOWEL}`,
        because: expect.objectContaining({ id: 'excluded.bone_fragile' }),
      }),
    )
  })

  it('has no override for an implant, nor for a warning sign that stands', () => {
    const words = { override: 'The cardiologist said that it is fine.' }
    const tens = withItem('tens-education', words)
    expect(gradeOf(judge(tens, { tags: ['implanted_device'] }).faults, 'tens-education')).toEqual(['never'])
    expect(gradeOf(judge(tens, { tags: ['epilepsy'] }).faults, 'tens-education')).toEqual(['released'])
    for (const disposition of ['see_clinician_first', 'same_day_urgent', 'emergency_now'] as const) {
      const triage = { ...triageOf(), disposition }
      expect(judge(draftOf(plan), { triage }).blocked).toBe(true)
      expect(() => make(draftOf(plan), { triage })).toThrow(Refusal)
    }
    expect(judge(draftOf(plan), { triage: { ...triageOf(), disposition: 'caution' } }).blocked).toBe(false)
  })

  it('lets what is released grow by a clinician’s hand only', () => {
    const { result } = make(withItem(TOWEL, { override: 'Ribs healed, seen at the visit.' }, ribs), {
      plan: ribs,
    })
    const only = (day: number) => reportOf(result, day, { only: [`ex-${TOWEL}`], effort: 2 })
    const report = { ...only(2), before: { ...only(2).before, sinceLast: 'better' as const } }
    const changes = adapt({ plan: result, report, history: [only(0)], content, now: NOW }).changes
    expect(changes.find(({ planItemId }) => planItemId === `ex-${TOWEL}`)).toMatchObject({
      direction: 'same',
      because: [{ id: 'adapt.keep.released' }],
    })
    const open = make(withItem(TOWEL)).result
    const grown = adapt({ plan: open, report, history: [only(0)], content, now: NOW }).changes
    expect(grown.find(({ planItemId }) => planItemId === `ex-${TOWEL}`)?.direction).toBe('harder')
  })

  it('judges by what was answered since the plan was made, too', () => {
    const verdict = judge(withItem(TOWEL), { tags: ['bone_fragile'] })
    expect(gradeOf(verdict.faults, TOWEL)).toEqual(['refused'])
    expect(make(draftOf(plan), { tags: ['reflux'] }).result.precautionTags).toContain('reflux')
  })

  const dose = draftOf(plan).items.find(({ id }) => id === first)?.dosage ?? null
  it.each([
    ['sets', { ...dose, sets: 9 }],
    ['reps', { ...dose, reps: 400 }],
    ['tempo', { ...dose, tempo: 'fast' }],
    ['days', { ...dose, daysPerWeek: 8 }],
    ['rest', { ...dose, restSeconds: -1 }],
    ['sets', { ...dose, sets: Number.NaN }],
  ])('says at the field that %s cannot be so', (field, dosage) => {
    const draft = set({ dosage: dosage as DraftItem['dosage'] })
    expect(judge(draft).faults).toContainEqual(
      expect.objectContaining({ itemId: first, field, grade: 'wrong' }),
    )
    expect(() => make(draft)).toThrow(Refusal)
  })

  it('says what is beyond the library’s dose, and leaves it to the clinician', () => {
    const many = set({ dosage: { ...dose, reps: 30, durationSeconds: null } as DraftItem['dosage'] })
    const verdict = judge(many)
    expect(verdict.blocked).toBe(false)
    expect(verdict.faults).toContainEqual(expect.objectContaining({ field: 'reps', grade: 'said' }))
    expect(make(many).result.items.find(({ id }) => id === first)?.dosage?.reps).toBe(30)
  })

  it.each([
    ['another exercise under the name of a line', set({ exerciseId: 'cat-cow' })],
    ['an exercise that is not there', set({ id: 'ex-headstand', exerciseId: 'headstand' })],
    ['a movement test', set({ id: 'ex-test-side-bend', exerciseId: 'test-side-bend' })],
    ['nothing at all', { ...draftOf(plan), items: [] }],
    ['a line twice', { ...draftOf(plan), items: draftOf(plan).items.flatMap((item) => [item, item]) }],
    ['nine visits a week', { ...draftOf(plan), cadence: { ...plan.cadence, clinicVisitsPerWeek: 9 } }],
  ])('refuses %s', (_what, draft) => {
    expect(judge(draft).blocked).toBe(true)
    expect(() => make(draft)).toThrow(Refusal)
  })

  it('of an older version is a conflict', () => {
    expect(() => make({ ...draftOf(plan), base: plan.version - 1 })).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    )
  })
})

describe('what changed', () => {
  it('is said in words’ worth: added, removed, moved, from and to', () => {
    const draft = draftOf(plan)
    const [a, b, ...rest] = draft.items
    if (a === undefined || b === undefined || a.dosage === null) throw new Error('too few lines')
    const gone = rest.at(-1)
    const items = [b, { ...a, dosage: { ...a.dosage, sets: 5 }, words: 'green band' }, ...rest.slice(0, -1)]
    const added = newDraftItem(exerciseOf(TOWEL), draft, [])
    const { result, decision } = make({
      ...draft,
      items: [...items, added],
      cadence: { ...draft.cadence, clinicVisitsPerWeek: 3 },
    })
    const changes = diffPlans(plan, result)
    expect(decision.outcome).toMatchObject({ version: result.version, why: 'Ready for it.', changes })
    expect(changes.map(({ what, itemId, field, to }) => [what, itemId, field, to])).toEqual([
      ['changed', null, 'visits', 3],
      ['changed', a.id, 'sets', 5],
      ['changed', a.id, 'words', 'green band'],
      ['moved', a.id, null, null],
      ['added', added.id, null, null],
      ['removed', gone?.id, null, null],
    ])
    expect(diffPlans(result, plan).map(({ what }) => what)).toContain('removed')
  })

  it('is nothing between a plan and itself, and one move is one line', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: plan.items.length - 1 }),
        fc.nat({ max: plan.items.length - 1 }),
        (from, to) => {
          const items = plan.items.toSpliced(from, 1).toSpliced(to, 0, ...plan.items.slice(from, from + 1))
          expect(diffPlans(plan, { ...plan, items }).length).toBe(from === to ? 0 : 1)
        },
      ),
    )
  })
})

describe('what the rules would do next', () => {
  const facts = {}
  const look = (of: Plan, history: Parameters<typeof foresee>[0]['history'] = []) =>
    foresee({ plan: of, history, content, facts, holdHarder: false, now: NOW })

  it('is what they do: after two easy sessions at most two grow, and what hurts gets less at once', () => {
    const seen = look(plan)
    const grows = seen.items.filter(({ easy }) => easy !== null)
    expect(grows).toHaveLength(2)
    expect(grows.map(({ after }) => after)).toEqual([2, 2])
    expect(seen.items.every(({ hurts }) => hurts?.direction === 'easier')).toBe(true)
    expect(seen.items.filter(({ easy }) => easy === null).every(({ held }) => held !== null)).toBe(true)
    expect(look(plan)).toEqual(seen)
  })

  it('goes on from the sessions that were done', () => {
    const seen = look(plan, [reportOf(plan, -2, { effort: 1 })])
    expect(seen.items.some(({ easy, after }) => easy !== null && after === 1)).toBe(true)
  })

  it('names the criteria of the phase that are open', () => {
    const { phase } = look(plan)
    expect(phase.met).toEqual([])
    expect(phase.open.length).toBeGreaterThan(0)
  })
})
