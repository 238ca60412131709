import * as z from 'zod/mini'
import type { Content } from '../content.ts'
import { Because } from '../decision.ts'
import type { Exercise } from '../exercise/exercise.ts'
import type { Intake } from '../intake/intake.ts'
import { rankOf } from '../triage/rank.ts'
import type { TriageResult } from '../triage/red-flag.ts'
import type { DraftItem, PlanDraft } from './draft.ts'
import { LIMITS, TEMPO } from './edit.ts'
import { secondsOf } from './estimate.ts'
import { careTags, dosageFor, unfit } from './fit.ts'
import { personIn } from './person.ts'
import type { Plan } from './plan.ts'
import { forbiddingTags, mayRelease, OVERRIDE_LEAST } from './release.ts'

/**
 * Something to be said of a draft. `never`: refused, whoever asks. `refused`: a rule keeps it out, and a clinician's words can release it;
 * `released`: they have. `wrong`: a value that cannot be. `care` and `said` do not stop it. `answers`: what the person said that it comes
 * from, as question and answer. `itemId` null: of the whole plan.
 */
export const DraftFault = z.object({
  itemId: z.nullable(z.string()),
  field: z.string(),
  grade: z.enum(['never', 'refused', 'released', 'wrong', 'care', 'said']),
  because: Because,
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
})
export type DraftFault = z.infer<typeof DraftFault>

/** What stands against a draft. `blocked`: it cannot become the next version as it is. `minutes`: how long all of it takes. */
export const DraftVerdict = z.object({
  blocked: z.boolean(),
  minutes: z.number(),
  faults: z.array(DraftFault),
})
export type DraftVerdict = z.infer<typeof DraftVerdict>

export type JudgeInput = {
  plan: Plan
  draft: PlanDraft
  content: Content
  intake: Intake
  triage: TriageResult
}

const BLOCKS: readonly DraftFault['grade'][] = ['never', 'refused', 'wrong']

/** The least disposition at which no plan may be followed, so that none is changed either. */
const HOLDS = rankOf('see_clinician_first')

type Row = { field: string; value: number | null; least: number; most: number }

const within = (itemId: string | null, rows: readonly Row[]): DraftFault[] =>
  rows
    .filter(({ value, least, most }) => value !== null && !(value >= least && value <= most))
    .map(({ field, least, most }) => ({
      itemId,
      field,
      grade: 'wrong',
      because: { id: 'draft.between', values: { least, most } },
      answers: [],
    }))

const limit = (name: string) => ({ least: LIMITS[name]?.[0] ?? 0, most: LIMITS[name]?.[1] ?? 0 })

/** Doses that cannot be for anybody, at their fields; a line without a dose has none. */
export function faultsOfDose({
  id,
  dosage,
  rangeShare,
}: Pick<DraftItem, 'id' | 'dosage' | 'rangeShare'>): DraftFault[] {
  if (dosage === null) return []
  const rows: Row[] = [
    { field: 'sets', value: dosage.sets, ...limit('sets') },
    { field: 'reps', value: dosage.reps, ...limit('reps') },
    { field: 'hold', value: dosage.holdSeconds, least: 0, most: 300 },
    { field: 'duration', value: dosage.durationSeconds, least: 5, most: 1800 },
    { field: 'rest', value: dosage.restSeconds, ...limit('rest') },
    { field: 'days', value: dosage.daysPerWeek, least: 1, most: 7 },
    { field: 'times', value: dosage.timesPerDay, least: 1, most: 12 },
    { field: 'range', value: rangeShare, ...limit('range') },
  ]
  const tempo = dosage.tempo === null || TEMPO.test(dosage.tempo)
  const wrong: DraftFault = {
    itemId: id,
    field: 'tempo',
    grade: 'wrong',
    because: { id: 'draft.tempo' },
    answers: [],
  }
  return [...within(id, rows), ...(tempo ? [] : [wrong])]
}

/** Where a dose is beyond what the rules would ever give by themselves; said at the field, and the clinician decides. */
function unusual(item: DraftItem, exercise: Exercise, { draft }: JudgeInput): DraftFault[] {
  const base = dosageFor(exercise, draft.phase)
  const { dosage } = item
  if (dosage === null) return []
  const said = (field: string, because: Because): DraftFault => ({
    itemId: item.id,
    field,
    grade: 'said',
    because,
    answers: [],
  })
  if (base === null) return [said('exercise', { id: 'draft.no-dose', values: { exercise: exercise.name } })]
  const { maxRepsShare, maxSets } = draft.bounds
  const rows = [
    { field: 'reps', value: dosage.reps, usual: base.reps, share: maxRepsShare },
    { field: 'duration', value: dosage.durationSeconds, usual: base.durationSeconds, share: maxRepsShare },
    { field: 'hold', value: dosage.holdSeconds, usual: base.holdSeconds, share: maxRepsShare },
    { field: 'sets', value: dosage.sets, usual: base.sets, share: maxSets / base.sets },
  ]
  return rows.flatMap(({ field, value, usual, share }) => {
    if (value === null || usual === null) return []
    const top = Math.max(usual, Math.floor(usual * share))
    return value > top ? [said(field, { id: 'draft.above', values: { usual, top } })] : []
  })
}

/** What the person answered that a tag comes from, in the words of the question. */
function answersBehind(tag: string, { content, intake }: JudgeInput): DraftFault['answers'] {
  return content.redFlags.items
    .filter(({ id, precautionTags }) => precautionTags.includes(tag) && intake.answers[id] !== undefined)
    .map(({ id, question }) => ({ question, answer: String(intake.answers[id]) }))
    .filter(({ answer }) => answer !== 'no')
}

/** Every tag that counts: those of the plan and those of what was answered since. */
export const tagsFor = ({ plan, triage }: Pick<JudgeInput, 'plan' | 'triage'>): string[] =>
  [...new Set([...plan.precautionTags, ...triage.precautionTags])].sort()

/** What the rules say to this exercise for this person: what they keep out, what asks for care, what does not fit. */
function ruled(item: DraftItem, exercise: Exercise, input: JudgeInput): DraftFault[] {
  const tags = tagsFor(input)
  const values = { exercise: exercise.name }
  const fault = (grade: DraftFault['grade'], because: Because, tag: string | null): DraftFault => ({
    itemId: item.id,
    field: 'exercise',
    grade,
    because,
    answers: tag === null ? [] : answersBehind(tag, input),
  })
  const words = (item.override ?? '').trim().length >= OVERRIDE_LEAST
  const out = forbiddingTags(exercise, tags).map((tag) =>
    fault(
      !mayRelease(tag) ? 'never' : words ? 'released' : 'refused',
      { id: `excluded.${tag}`, values },
      tag,
    ),
  )
  if (out.length > 0) return out
  const care = careTags(exercise, tags).map((tag) => fault('care', { id: `care.${tag}` }, tag))
  const person = personIn(input.plan)
  const misfit = person === null ? null : unfit(exercise, { ...person, tags: [], phase: input.draft.phase })
  const later = misfit?.because.id === 'excluded.later-phase'
  return [...care, ...(misfit === null || later ? [] : [fault('said', misfit.because, null)])]
}

/** A line as the plan has it, or as it is new: never another exercise under the name of one. */
function known(item: DraftItem, { plan, content }: JudgeInput): Exercise | 'note' | null {
  const own = plan.items.find(({ id }) => id === item.id)
  if (own !== undefined && own.exerciseId !== item.exerciseId) return null
  if (item.exerciseId === null) return own === undefined ? null : 'note'
  const exercise = content.exercises.find(({ id }) => id === item.exerciseId)
  return exercise === undefined || exercise.components.includes('movement-test') ? null : exercise
}

function ofItem(item: DraftItem, index: number, input: JudgeInput): DraftFault[] {
  const exercise = known(item, input)
  if (exercise === 'note') return []
  if (exercise === null || item.dosage === null)
    return [
      {
        itemId: item.id,
        field: 'exercise',
        grade: 'never',
        because: { id: 'draft.no-exercise' },
        answers: [],
      },
    ]
  const twice = input.draft.items.some(
    ({ id, exerciseId, state }, place) =>
      place < index &&
      (id === item.id || (exerciseId === item.exerciseId && state === 'active' && item.state === 'active')),
  )
  const again: DraftFault[] = twice
    ? [
        {
          itemId: item.id,
          field: 'exercise',
          grade: 'wrong',
          because: { id: 'draft.twice', values: { exercise: exercise.name } },
          answers: [],
        },
      ]
    : []
  // What rests is done by nobody: it is judged when it is woken.
  const safe = item.state === 'paused' ? [] : ruled(item, exercise, input)
  return [...again, ...safe, ...faultsOfDose(item), ...unusual(item, exercise, input)]
}

/** How often and how far the rules may go: what cannot be for anybody, at its field. */
export const faultsOfWhole = ({ cadence, bounds }: Pick<PlanDraft, 'cadence' | 'bounds'>): DraftFault[] =>
  within(null, [
    { field: 'visits', value: cadence.clinicVisitsPerWeek, least: 0, most: 7 },
    { field: 'sessions', value: cadence.homeSessionsPerWeek, least: 1, most: 7 },
    { field: 'minutes', value: cadence.minutesPerSession, least: 5, most: 60 },
    { field: 'maxSets', value: bounds.maxSets, least: 1, most: 6 },
    { field: 'maxRepsShare', value: bounds.maxRepsShare, least: 1, most: 3 },
    { field: 'maxEffort', value: bounds.maxEffort, least: 1, most: 10 },
    { field: 'weeklyVolumeShare', value: bounds.weeklyVolumeShare, least: 0, most: 1 },
  ])

function ofPlan({ draft, content, plan }: JudgeInput): DraftFault[] {
  const { items } = draft
  const guided = items.filter(({ id, exerciseId, state }) => {
    const habit = content.exercises.find((one) => one.id === exerciseId)?.components.includes('habit')
    const kind = plan.items.find((item) => item.id === id)?.kind ?? (habit ? 'habit' : 'exercise')
    return exerciseId !== null && state === 'active' && kind === 'exercise'
  })
  const empty: DraftFault = {
    itemId: null,
    field: 'items',
    grade: 'wrong',
    because: { id: 'draft.nothing' },
    answers: [],
  }
  return [...faultsOfWhole(draft), ...(guided.length === 0 ? [empty] : [])]
}

/** A warning that stands: nothing about the plan is changed until somebody has assessed the person and cleared it. No word lifts it. */
function standing({ triage }: JudgeInput): DraftFault[] {
  if (rankOf(triage.disposition) < HOLDS) return []
  const answers = triage.because.flatMap(({ values }) =>
    values?.['question'] === undefined ? [] : [{ question: String(values['question']), answer: 'yes' }],
  )
  return [{ itemId: null, field: 'plan', grade: 'never', because: { id: 'draft.warning' }, answers }]
}

/**
 * What stands against a draft: a warning sign that is open, exercises that the person's answers keep out, values that cannot be, and
 * what is only said (care, kit, position, a dose beyond the library's). Pure and deterministic; the same tables as the plan's own rules.
 * Missing data: plans that did not keep what they fit are judged by their tags and doses alone.
 */
export function judgeDraft(input: JudgeInput): DraftVerdict {
  const faults = [
    ...standing(input),
    ...ofPlan(input),
    ...input.draft.items.flatMap((item, index) => ofItem(item, index, input)),
  ]
  const seconds = input.draft.items
    .filter(({ state, exerciseId }) => state === 'active' && exerciseId !== null)
    .filter(({ id, exerciseId }) => {
      const habit = input.content.exercises.find((one) => one.id === exerciseId)?.components.includes('habit')
      return input.plan.items.find((item) => item.id === id)?.kind !== 'habit' && habit !== true
    })
    .reduce((sum, { dosage }) => sum + (dosage === null ? 0 : secondsOf(dosage)), 0)
  return {
    blocked: faults.some(({ grade }) => BLOCKS.includes(grade)),
    minutes: Number.isFinite(seconds) ? Math.round(seconds / 60) : 0,
    faults,
  }
}
