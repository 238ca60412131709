import type { PatientRecord, PlanChange, PlanItem, Proposal } from '@dorsal/care'

/** One line of the edit form: an exercise of the plan with the dosage it shall have. */
export type EditRow = { planItemId: string; title: string; sets: number; reps: number | null; on: boolean }

function proposed(proposal: Proposal, item: PlanItem, variable: 'sets' | 'reps', now: number): number {
  const change = proposal.changes.find((c) => c.planItemId === item.id && c.variable === variable)
  return typeof change?.to === 'number' ? change.to : now
}

/** The plan's exercises as they would be after the proposal: where the clinician's edit starts. */
export function editRows(record: PatientRecord, proposal: Proposal): EditRow[] {
  return (record.plan?.items ?? []).flatMap((item) =>
    item.kind === 'exercise' && item.dosage
      ? [
          {
            planItemId: item.id,
            title: item.title,
            sets: proposed(proposal, item, 'sets', item.dosage.sets),
            reps: item.dosage.reps === null ? null : proposed(proposal, item, 'reps', item.dosage.reps),
            on: item.state === 'active',
          },
        ]
      : [],
  )
}

function edited(
  planItemId: string,
  variable: 'sets' | 'reps' | 'state',
  from: string | number,
  to: string | number,
): PlanChange {
  const easier = variable === 'state' ? to === 'paused' : Number(to) < Number(from)
  return {
    planItemId,
    variable,
    from,
    to,
    direction: easier ? 'easier' : 'harder',
    status: 'applied',
    because: [{ id: 'plan.clinician-edit' }],
  }
}

/**
 * The edit as changes against the plan as it stands. What the form does not show of a proposal (hold, range, another
 * exercise) is kept as proposed, unless its exercise is left out.
 */
export function changesOf(record: PatientRecord, proposal: Proposal, rows: readonly EditRow[]): PlanChange[] {
  const off = new Set(rows.filter((row) => !row.on).map((row) => row.planItemId))
  const kept = proposal.changes.filter(
    (c) => c.variable !== 'reps' && c.variable !== 'sets' && c.variable !== 'state' && !off.has(c.planItemId),
  )
  const own = rows.flatMap((row) => {
    const item = record.plan?.items.find((candidate) => candidate.id === row.planItemId)
    if (!item?.dosage) return []
    const state = row.on ? 'active' : 'paused'
    return [
      ...(item.state !== state ? [edited(item.id, 'state', item.state, state)] : []),
      ...(row.on && item.dosage.sets !== row.sets
        ? [edited(item.id, 'sets', item.dosage.sets, row.sets)]
        : []),
      ...(row.on && row.reps !== null && item.dosage.reps !== null && item.dosage.reps !== row.reps
        ? [edited(item.id, 'reps', item.dosage.reps, row.reps)]
        : []),
    ]
  })
  return [...kept, ...own]
}
