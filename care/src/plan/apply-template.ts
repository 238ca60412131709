import type { Because } from '../decision.ts'
import { type LibraryExercise, notNow } from '../education/library.ts'
import type { Dosage } from '../exercise/exercise.ts'
import { asksForCare, type DraftItem, newDraftItem, type PlanDraft } from './draft.ts'
import { careTags } from './fit.ts'
import { CAREFUL_RANGE_SHARE, startingDose } from './item.ts'
import type { Plan } from './plan.ts'
import { forbiddingTags, mayRelease } from './release.ts'
import type { ClinicTemplate, TemplateItem } from './template.ts'

/**
 * What becomes of one line of a template for one person. `new`: it comes in as it stands; `smaller`: it comes in with less of the dose and of
 * the range, because something asks for care; `there`: the plan has it and goes on with its own dose; `rests`: the plan has it and lets it
 * rest, and so it stays; `out`: a rule keeps it out, or it does not fit; `gone`: the library has it no more. `because`: why, for `out` always,
 * for `smaller` unless it is that the pain is easily stirred up. `insist`: a clinician may put it in all the same, and is then asked for words
 * where a rule forbids it.
 * `dosage`: with which it would begin.
 */
export type TemplateLine = {
  item: TemplateItem
  dosage: Dosage
  title: string
  as: 'new' | 'smaller' | 'there' | 'rests' | 'out' | 'gone'
  because: Because[]
  insist: boolean
}

/** The template to be applied, the draft that it goes into, the plan with every tag that counts now, and the library by its ids. */
export type TemplateInput = {
  template: ClinicTemplate
  plan: Plan
  draft: PlanDraft
  shelf: ReadonlyMap<string, LibraryExercise>
}

function lineOf(item: TemplateItem, { plan, draft, shelf }: TemplateInput): TemplateLine {
  const exercise = shelf.get(item.exerciseId)
  const line = (as: TemplateLine['as'], because: Because[] = [], insist = false): TemplateLine => ({
    item,
    dosage:
      exercise === undefined
        ? item.dosage
        : (templateItem(item, exercise, draft, plan.precautionTags).dosage ?? item.dosage),
    title: exercise?.name ?? item.exerciseId,
    as,
    because,
    insist,
  })
  if (exercise === undefined || exercise.components.includes('movement-test')) return line('gone')
  const own = draft.items.find(({ exerciseId }) => exerciseId === item.exerciseId)
  if (own !== undefined) return line(own.state === 'paused' ? 'rests' : 'there')
  const tags = plan.precautionTags
  const no = notNow(exercise, { ...plan, phase: draft.phase })
  if (no !== null) return line('out', [no.because], forbiddingTags(exercise, tags).every(mayRelease))
  if (!asksForCare(exercise, tags)) return line('new')
  return line(
    'smaller',
    careTags(exercise, tags).map((tag) => ({ id: `care.${tag}` })),
  )
}

/** What becomes of each line of a template for this person: as many lines as the template has, in its order, and none without an answer. */
export const templateLines = (input: TemplateInput): TemplateLine[] =>
  input.template.programme.items.map((item) => lineOf(item, input))

/**
 * A new line with the dose of a template: on no more days than there are sessions, and smaller and in less range where something of the
 * person asks for care, as the rules would begin it.
 */
export function templateItem(
  item: TemplateItem,
  exercise: LibraryExercise,
  draft: PlanDraft,
  tags: readonly string[],
): DraftItem {
  const careful = asksForCare(exercise, tags)
  const days = exercise.components.includes('habit') ? 7 : draft.cadence.homeSessionsPerWeek
  return {
    ...newDraftItem(exercise, draft, tags),
    dosage: startingDose(item.dosage, careful, days),
    rangeShare: careful ? Math.min(item.rangeShare, CAREFUL_RANGE_SHARE) : item.rangeShare,
  }
}

const MOST_NAMED = 5

/**
 * The draft with the template in it; nothing of it counts until a clinician saves that. Added: its lines come after those of the draft.
 * Instead: they take the place of the `guided` lines, and how often and the bounds come along; what the plan has already keeps its own line, its
 * dose and its story, and what rests goes on resting. The phase stays, always. Only what `templateLines` says comes in does.
 */
export function withTemplate(
  input: TemplateInput,
  how: { instead: boolean; guided: readonly string[] },
): PlanDraft {
  const { template, draft, shelf, plan } = input
  const { id, version, name, programme } = template
  const { cadence, bounds } = how.instead ? programme : draft
  const wanted = new Set(programme.items.map(({ exerciseId }) => exerciseId))
  const goes = (item: DraftItem) =>
    how.instead &&
    item.state === 'active' &&
    how.guided.includes(item.id) &&
    !wanted.has(item.exerciseId ?? '')
  const stays = draft.items.filter((item) => !goes(item))
  const whole: PlanDraft = { ...draft, cadence, bounds, items: stays }
  const items = templateLines(input).reduce<DraftItem[]>(
    (made, { item, as }) => {
      const exercise = shelf.get(item.exerciseId)
      if (exercise === undefined || (as !== 'new' && as !== 'smaller')) return made
      return [...made, templateItem(item, exercise, { ...whole, items: made }, plan.precautionTags)]
    },
    [...stays],
  )
  const others = how.instead ? [] : (draft.templates ?? []).filter((one) => one.id !== id)
  return { ...whole, items, templates: [...others, { id, version, name }].slice(-MOST_NAMED) }
}
