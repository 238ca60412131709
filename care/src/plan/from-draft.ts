import type { Decision } from '../decision.ts'
import type { Exercise } from '../exercise/exercise.ts'
import { Refusal } from '../errors.ts'
import { explain } from '../because.ts'
import { usesUnsigned } from './compose.ts'
import type { DraftItem } from './draft.ts'
import { diffPlans } from './diff.ts'
import { careTags } from './fit.ts'
import { goalsIn } from './goals.ts'
import { neighboursOf, wouldChange } from './item.ts'
import { judgeDraft, type JudgeInput, tagsFor } from './judge.ts'
import { componentOf } from './next-phase.ts'
import { personIn } from './person.ts'
import { pinOfExercise } from './pin.ts'
import { COMPONENTS, type Component, type Plan, type PlanItem } from './plan.ts'
import { forbiddingTags, mayRelease, type Release } from './release.ts'

export type FromDraftInput = JudgeInput & { by: string; why: string; now: string }

function componentFor(exercise: Exercise): Component {
  if (!exercise.components.includes('habit')) return componentOf(exercise)
  return COMPONENTS.find((component) => exercise.components.includes(component)) ?? 'home-programme'
}

/** The release that the words of a line stand for: the one that was given where nothing has changed, else a new one by whoever decides now. */
function releaseOf(
  item: DraftItem,
  exercise: Exercise,
  before: PlanItem | undefined,
  input: FromDraftInput,
): Release | undefined {
  const tags = forbiddingTags(exercise, tagsFor(input)).filter(mayRelease)
  const reason = (item.override ?? '').trim()
  if (tags.length === 0 || reason === '') return undefined
  const old = before?.released
  if (old?.reason === reason && tags.every((tag) => old.tags.includes(tag))) return old
  return { exerciseId: exercise.id, tags, reason, by: input.by, at: input.now }
}

const whole = (item: DraftItem): DraftItem['dosage'] =>
  item.dosage && {
    ...item.dosage,
    sets: Math.round(item.dosage.sets),
    reps: item.dosage.reps === null ? null : Math.round(item.dosage.reps),
  }

function fresh(item: DraftItem, exercise: Exercise, input: FromDraftInput): PlanItem {
  const { content, plan, draft } = input
  const tags = tagsFor(input)
  const fitted = personIn(plan) ?? { equipment: exercise.equipment, positions: null, floor: true }
  const habit = exercise.components.includes('habit')
  const neighbours = neighboursOf(exercise, content, { ...fitted, tags, phase: draft.phase })
  return {
    id: item.id,
    kind: habit ? 'habit' : 'exercise',
    component: componentFor(exercise),
    exerciseId: exercise.id,
    exerciseVersion: exercise.version,
    ...pinOfExercise(exercise),
    title: exercise.name,
    dosage: item.dosage,
    rangeShare: item.rangeShare,
    state: item.state,
    ...(habit ? {} : { neighbours }),
    because: [{ id: 'item.chosen' }, ...careTags(exercise, tags).map((tag) => ({ id: `care.${tag}` }))],
    wouldChange: habit ? [{ id: 'change.habit' }] : wouldChange(neighbours, content),
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function lineOf(item: DraftItem, input: FromDraftInput): PlanItem[] {
  const before = input.plan.items.find(({ id }) => id === item.id)
  const exercise = input.content.exercises.find(({ id }) => id === item.exerciseId)
  const words = (item.words ?? '').trim()
  if (exercise === undefined) return before === undefined ? [] : [{ ...before, state: item.state }]
  const { words: _words, released: _released, ...base } = before ?? fresh(item, exercise, input)
  const released = releaseOf(item, exercise, before, input)
  const set = {
    ...base,
    dosage: whole(item),
    rangeShare: item.rangeShare,
    state: item.state,
    ...(words === '' ? {} : { words }),
    ...(released === undefined ? {} : { released }),
  }
  const edited =
    before !== undefined &&
    !(same(set.dosage, before.dosage) && set.rangeShare === before.rangeShare && set.state === before.state)
  const said = edited && before.because.at(-1)?.id !== 'plan.edited'
  return [said ? { ...set, because: [...set.because, { id: 'plan.edited' }] } : set]
}

/**
 * The next version of a plan from a clinician's draft, with the decision that stands for it: who, why, each change from and to. It takes
 * effect at once. Refuses (`bad-input`) whatever `judgeDraft` says stands against it, at its fields; and (`conflict`) a draft that began
 * from another version than `plan`.
 */
export function planFromDraft(input: FromDraftInput): { result: Plan; decision: Decision } {
  const { plan, draft, content, by, why, now } = input
  if (draft.base !== plan.version) throw new Refusal('conflict')
  const verdict = judgeDraft(input)
  if (verdict.blocked)
    throw new Refusal(
      'bad-input',
      verdict.faults
        .filter(({ grade }) => grade === 'never' || grade === 'refused' || grade === 'wrong')
        .map(({ itemId, field, because }) => ({
          path: itemId === null ? field : `${itemId}.${field}`,
          message: explain(because),
        })),
    )
  const items = draft.items.flatMap((item) => lineOf(item, input))
  const kept = new Set(items.map(({ exerciseId }) => exerciseId))
  // A clinician has just said what this plan holds: the week that the rules may fill begins with it.
  const { volume: _week, small: _small, templates: before, ...rest } = plan
  const templates = draft.templates ?? before ?? []
  const result: Plan = {
    ...rest,
    version: plan.version + 1,
    contentVersion: content.version,
    phase: draft.phase,
    goals: draft.phase === plan.phase ? plan.goals : goalsIn(plan.goals, content, draft.phase),
    cadence: draft.cadence,
    bounds: draft.bounds,
    items,
    ...(templates.length === 0 ? {} : { templates }),
    excluded: plan.excluded.filter(({ exerciseId }) => !kept.has(exerciseId)),
    precautionTags: tagsFor(input),
    status: 'active',
    unsigned: usesUnsigned(items, content),
    decidedBy: by,
    at: now,
  }
  const changes = diffPlans(plan, result)
  const releases = items.flatMap(({ id, title, released }) =>
    released !== undefined && released.at === now ? [{ itemId: id, title, ...released }] : [],
  )
  return {
    result,
    decision: {
      kind: 'plan',
      rule: PLAN_EDITED,
      contentVersion: content.version,
      inputs: { planVersion: plan.version, draft },
      outcome: { version: result.version, why: why.trim(), changes, releases },
      because: [
        { id: 'plan.decided' },
        ...releases.map(({ title, reason }) => ({
          id: 'item.released',
          values: { exercise: title, reason },
        })),
      ],
      at: now,
      by,
    },
  }
}

/** The rule under which a clinician's edit of a plan is kept. */
export const PLAN_EDITED = 'plan.edited'
