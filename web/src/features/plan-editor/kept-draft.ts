import { PlanDraft } from '@dorsal/care'
import * as z from 'zod/mini'
import { keep, readKept } from '../../lib/store.ts'

const Kept = z.object({
  staffId: z.string(),
  drafts: z.array(z.object({ patientId: z.string(), at: z.string(), why: z.string(), draft: PlanDraft })),
})
export type KeptDraft = z.infer<typeof Kept>['drafts'][number]

/** So many people's drafts at once; the oldest goes. */
const MOST = 20

async function read(staffId: string): Promise<KeptDraft[]> {
  const kept = Kept.safeParse(await readKept('plan-draft'))
  // Of whoever else worked at this device nothing is shown.
  return kept.success && kept.data.staffId === staffId ? kept.data.drafts : []
}

/** What this person was setting for a patient when they left, as it lies sealed on this device; null: nothing. */
export async function keptDraft(staffId: string, patientId: string): Promise<KeptDraft | null> {
  return (await read(staffId)).find((one) => one.patientId === patientId) ?? null
}

/** Keeps a draft on this device, or (null) ends it. */
export async function keepDraft(staffId: string, patientId: string, draft: KeptDraft | null): Promise<void> {
  const others = (await read(staffId)).filter((one) => one.patientId !== patientId)
  const drafts = draft === null ? others : [draft, ...others].slice(0, MOST)
  await keep('plan-draft', { staffId, drafts })
}
