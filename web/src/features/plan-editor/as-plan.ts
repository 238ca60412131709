import {
  type DraftItem,
  diffPlans,
  type Plan,
  type PlanDifference,
  type PlanDraft,
  type PlanItem,
} from '@dorsal/care'

/** Names of exercises by their ids. */
export type Names = ReadonlyMap<string, string>

function lineOf(item: DraftItem, before: PlanItem | undefined, names: Names): PlanItem {
  const {
    words: _words,
    released,
    ...base
  } = before ?? {
    id: item.id,
    kind: 'exercise' as const,
    component: 'functional' as const,
    exerciseId: item.exerciseId,
    exerciseVersion: null,
    title: names.get(item.exerciseId ?? '') ?? item.id,
    because: [],
    wouldChange: [],
  }
  const reason = item.override?.trim() ?? ''
  const words = item.words?.trim() ?? ''
  return {
    ...base,
    dosage: item.dosage,
    rangeShare: item.rangeShare,
    state: item.state,
    ...(words === '' ? {} : { words }),
    ...(reason === ''
      ? {}
      : { released: released ?? { exerciseId: item.exerciseId ?? '', tags: [], reason, by: '', at: '' } }),
  }
}

/** What a draft changes in a plan, as it will be kept when it is saved. */
export function changesIn(plan: Plan, draft: PlanDraft, names: Names): PlanDifference[] {
  const { phase, cadence, bounds, templates } = draft
  const items = draft.items.map((item) =>
    lineOf(
      item,
      plan.items.find(({ id }) => id === item.id),
      names,
    ),
  )
  return diffPlans(plan, { ...plan, phase, cadence, bounds, items, ...(templates && { templates }) })
}
