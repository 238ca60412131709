import {
  type ClinicTemplate,
  diffPlans,
  draftOf,
  forbiddenBy,
  judgeDraft,
  mayRelease,
  namesPerson,
  type Plan,
  type PlanDraft,
  planFromDraft,
  programmeOf,
  type TemplateProgramme,
  templateFaults,
  templateItem,
  templateLines,
  TemplateWish,
  withTemplate,
} from '@dorsal/care'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { content, DESK, intakeOf, KIT, NOW, planOf, triageOf } from './people.ts'

const ID = '018f4000-0000-7000-8000-0000000000aa'
const { exercises } = content
const shelf = new Map(exercises.map((exercise) => [exercise.id, exercise]))
const doable = exercises.filter(({ components }) => !components.includes('movement-test'))
const tagsKnown = Object.keys(content.programme.precautionTags)
const plain = planOf({ ...DESK, equipment: KIT })
const programme = programmeOf(draftOf(plain), exercises)
const template = (of: TemplateProgramme, rest: Partial<ClinicTemplate> = {}): ClinicTemplate => ({
  id: ID,
  version: 2,
  name: 'Desk work',
  whom: 'Stiff after long sitting',
  state: 'offered',
  programme: of,
  by: 'Dana',
  at: NOW,
  ...rest,
})
/** A template of these exercises, each with the dose that the library begins with. */
const lines = (ids: readonly string[]): TemplateProgramme['items'] =>
  ids.flatMap((exerciseId) => {
    const { early, middle, late } = shelf.get(exerciseId)?.dosage ?? { early: null, middle: null, late: null }
    const dosage = early ?? middle ?? late
    return dosage === null ? [] : [{ exerciseId, dosage, rangeShare: 0.9 }]
  })
const guidedIn = (plan: Plan) => plan.items.filter(({ kind }) => kind === 'exercise').map(({ id }) => id)
const inputFor = (plan: Plan, of: ClinicTemplate, draft: PlanDraft = draftOf(plan)) => ({
  template: of,
  plan,
  draft,
  shelf,
})

describe('what a template keeps of a plan', () => {
  it('is exercises with doses, how often and bounds, and nothing of the person', () => {
    const [one] = guidedIn(plain)
    const told: PlanDraft = {
      ...draftOf(plain),
      items: draftOf(plain).items.map((item, place) => ({
        ...item,
        words: 'CANARY left shoulder',
        override: 'CANARY the surgeon has released it',
        state: item.id === one ? 'paused' : place % 2 === 0 ? item.state : 'active',
      })),
    }
    const kept = programmeOf(told, exercises)
    expect(JSON.stringify(kept)).not.toContain('CANARY')
    expect(kept.items.length).toBeGreaterThan(3)
    const resting = plain.items.find(({ id }) => id === one)?.exerciseId
    expect(kept.items.map(({ exerciseId }) => exerciseId)).not.toContain(resting)
    expect(kept.bounds).toEqual(plain.bounds)
    expect(kept.cadence).toEqual(plain.cadence)
    expect(templateFaults(kept, exercises)).toEqual([])
  })

  it('has no place for anything else, whatever is sent', () => {
    const [item] = programme.items
    const sent = {
      name: ' Desk work ',
      whom: '',
      state: 'offered',
      patientId: 'CANARY',
      programme: {
        ...programme,
        findings: ['CANARY'],
        items: [{ ...item, words: 'CANARY', override: 'CANARY', because: ['CANARY'] }],
      },
    }
    const read = TemplateWish.parse(sent)
    expect(JSON.stringify(read)).not.toContain('CANARY')
    expect(read.name).toBe('Desk work')
  })

  it('is refused where it cannot be for anybody: at its place, and why', () => {
    const [item] = lines(['cat-cow'])
    if (item === undefined) throw new Error('no cat-cow')
    const said = (items: TemplateProgramme['items'], rest: Partial<TemplateProgramme> = {}) =>
      templateFaults({ ...programme, ...rest, items }, exercises).map(({ path, because }) => [
        path,
        because.id,
      ])
    expect(said([item])).toEqual([])
    expect(said([{ ...item, exerciseId: 'no-such' }])).toEqual([['items.0', 'draft.no-exercise']])
    const test = exercises.find(({ components }) => components.includes('movement-test'))?.id ?? ''
    expect(said([{ ...item, exerciseId: test }])).toEqual([['items.0', 'draft.no-exercise']])
    expect(said([item, item])).toEqual([['items.1', 'draft.twice']])
    expect(said([{ ...item, dosage: { ...item.dosage, sets: 9, tempo: 'for Rosa' } }])).toEqual([
      ['items.0.sets', 'draft.between'],
      ['items.0.tempo', 'draft.tempo'],
    ])
    expect(said([item], { bounds: { ...programme.bounds, maxEffort: 11 } })).toEqual([
      ['maxEffort', 'draft.between'],
    ])
  })

  it('tells whether words name somebody, whatever accents and capitals', () => {
    expect(namesPerson('Like NUNEZ’s plan', 'Rosa Núñez')).toBe(true)
    expect(namesPerson('Desk work, stiff after sitting', 'Rosa Núñez')).toBe(false)
    expect(namesPerson('Go on at home', 'Bo Go')).toBe(false)
  })
})

describe('a template applied to somebody', () => {
  it('answers for every line: it comes in, it was there, or it is left out and says why; never what a rule forbids', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...doable.map(({ id }) => id)), { minLength: 1, maxLength: 12 }),
        fc.subarray(tagsKnown, { maxLength: 3 }),
        fc.boolean(),
        (ids, tags, instead) => {
          const plan = { ...plain, precautionTags: [...plain.precautionTags, ...tags] }
          const of = template({ ...programme, items: lines(ids) })
          const input = inputFor(plan, of)
          const said = templateLines(input)
          expect(said.map(({ item }) => item)).toEqual(of.programme.items)
          const next = withTemplate(input, { instead, guided: guidedIn(plan) })
          expect([next.base, next.phase]).toEqual([input.draft.base, input.draft.phase])
          expect(input.draft).toEqual(draftOf(plan))
          for (const { item, as, because } of said) {
            const inDraft = next.items.filter(({ exerciseId }) => exerciseId === item.exerciseId)
            expect(inDraft.length, item.exerciseId).toBe(as === 'out' || as === 'gone' ? 0 : 1)
            if (as === 'out') expect(because.length).toBeGreaterThan(0)
            const exercise = shelf.get(item.exerciseId)
            if (exercise !== undefined && forbiddenBy(exercise, plan.precautionTags) !== null)
              expect(['out', 'there', 'rests']).toContain(as)
            const before = input.draft.items.find(({ exerciseId }) => exerciseId === item.exerciseId)
            if (before !== undefined) expect(inDraft).toEqual([before])
          }
          const ids2 = next.items.map(({ id }) => id)
          expect(new Set(ids2).size).toBe(ids2.length)
          if (!instead) {
            expect(next.items.slice(0, input.draft.items.length)).toEqual(input.draft.items)
            expect([next.cadence, next.bounds]).toEqual([input.draft.cadence, input.draft.bounds])
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('begins smaller where something asks for care, and a warning’s word nobody can override has no way in', () => {
    const tag = tagsKnown.find((one) => doable.some(({ precautionTags }) => precautionTags.includes(one)))
    const careful = doable.find(
      ({ id, precautionTags, dosage }) =>
        precautionTags.includes(tag ?? '') &&
        dosage.early?.reps != null &&
        !plain.items.some(({ exerciseId }) => exerciseId === id),
    )
    if (tag === undefined || careful === undefined) throw new Error('nothing asks for care')
    const [item] = lines([careful.id])
    if (item === undefined) throw new Error('no line')
    const draft = draftOf(plain)
    const [before, after] = [[], [tag]].map((tags) => templateItem(item, careful, draft, tags))
    expect(before).toMatchObject({ rangeShare: 0.9 })
    expect(after?.rangeShare).toBe(0.5)
    expect(after?.dosage?.reps).toBeLessThan(before?.dosage?.reps ?? 0)
    const said = (tags: string[]) =>
      templateLines(
        inputFor({ ...plain, precautionTags: tags }, template({ ...programme, items: [item] })),
      ).map(({ as, because }) => [as, because.map(({ id }) => id)])
    expect(said([])).toEqual([['new', []]])
    expect(said([tag])).toEqual([['smaller', [`care.${tag}`]]])
    const never = exercises.find(({ contraindicationTags }) =>
      contraindicationTags.includes('implanted_device'),
    )
    if (never === undefined) return
    expect(mayRelease('implanted_device')).toBe(false)
    const plan = { ...plain, precautionTags: ['implanted_device'] }
    const [line] = templateLines(inputFor(plan, template({ ...programme, items: lines([never.id]) })))
    expect(line).toMatchObject({ as: 'out', insist: false })
  })

  it('keeps what rests resting, and tells of an exercise that the library has no more', () => {
    const [id] = guidedIn(plain)
    const draft = draftOf(plain)
    const rested: PlanDraft = {
      ...draft,
      items: draft.items.map((item) => (item.id === id ? { ...item, state: 'paused' } : item)),
    }
    const own = rested.items.find((item) => item.id === id)
    const items = lines([own?.exerciseId ?? ''])
    const gone = lines(['cat-cow']).map((line) => ({ ...line, exerciseId: 'of-old' }))
    const input = inputFor(plain, template({ ...programme, items: [...items, ...gone] }), rested)
    expect(templateLines(input).map(({ as }) => as)).toEqual(['rests', 'gone'])
    for (const of of [input.template, template({ ...programme, items: gone })]) {
      const next = withTemplate({ ...input, template: of }, { instead: true, guided: guidedIn(plain) })
      expect(next.items).toContainEqual(own)
    }
  })

  it('is told in the next version of the plan, which is judged as any other', () => {
    const of = template({ ...programme, items: lines(['cat-cow', 'wall-angel', 'bird-dog']) })
    const input = inputFor(plain, of)
    const draft = withTemplate(input, { instead: true, guided: guidedIn(plain) })
    const judged = { plan: plain, draft, content, intake: intakeOf(DESK), triage: triageOf([]) }
    expect(judgeDraft(judged).blocked).toBe(false)
    const { result, decision } = planFromDraft({ ...judged, by: 'clinician:x', why: 'Anew.', now: NOW })
    expect(result.templates).toEqual([{ id: ID, version: 2, name: 'Desk work' }])
    expect(diffPlans(plain, result)).toContainEqual(
      expect.objectContaining({ field: 'templates', from: null, to: 'Desk work (2)' }),
    )
    expect(decision.inputs).toMatchObject({ draft: { templates: [{ id: ID, version: 2 }] } })
    // It stays said through the next edit, also by a page that knows nothing of templates.
    const { templates: _said, ...silent } = draftOf(result)
    const later = planFromDraft({
      ...judged,
      plan: result,
      draft: silent,
      by: 'clinician:x',
      why: 'More.',
      now: NOW,
    })
    expect(later.result.templates).toEqual(result.templates)
    // What is forbidden cannot be slipped in by a template: the draft is judged, whatever it came from.
    const forbidden = doable.find(({ contraindicationTags }) => contraindicationTags.length > 0)
    const [tag = ''] = forbidden?.contraindicationTags ?? []
    const [item] = lines([forbidden?.id ?? ''])
    if (forbidden === undefined || item === undefined) throw new Error('nothing is forbidden')
    const slipped = { ...draft, items: [...draft.items, templateItem(item, forbidden, draft, [])] }
    expect(judgeDraft({ ...judged, draft: slipped, triage: triageOf([tag]) }).blocked).toBe(true)
  })
})
