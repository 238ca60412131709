import { isLowRisk, type Plan, type Proposal, type WaitingProposal } from '@dorsal/care'
import { sql } from 'kysely'
import { proposalFrom } from '../adaptation/proposal.store.ts'
import type { Tx } from '../db/connect.ts'
import { byPatient, type Needy } from './need.store.ts'

/** What of a person is asked for here. */
type Waited = Pick<Needy, 'patientId' | 'pendingProposals' | 'reasons'>
type Texts = Readonly<Record<string, string>>

/** What the items of the plans in force are called, of those asked for. */
async function titlesOf(tx: Tx, people: readonly Waited[]): Promise<ReadonlyMap<string, Texts>> {
  const ids = people.map(({ patientId }) => patientId)
  const { rows } = await sql<{ patient_id: string; items: Pick<Plan['items'][number], 'id' | 'title'>[] }>`
    select p.patient_id, p.body -> 'items' as items from app.panel_facts f
    join app.plan p on p.tenant_id = f.tenant_id and p.patient_id = f.patient_id and p.version = f.plan_version
    where f.patient_id = any (${ids}::uuid[])`.execute(tx)
  return new Map(
    rows.map((row) => [row.patient_id, Object.fromEntries(row.items.map(({ id, title }) => [id, title]))]),
  )
}

/** What waits for an answer of these people, the oldest first. */
export async function pendingOf(tx: Tx, people: readonly Waited[]): Promise<ReadonlyMap<string, Proposal[]>> {
  const ids = people.filter(({ pendingProposals }) => pendingProposals > 0).map(({ patientId }) => patientId)
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('app.proposal')
    .selectAll()
    .where((eb) => eb('patient_id', '=', eb.fn.any(eb.val(ids))))
    .where('status', '=', 'pending')
    .orderBy('created_at')
    .orderBy('proposal_id')
    .execute()
  return new Map([...byPatient(rows)].map(([id, own]) => [id, own.map(proposalFrom)]))
}

/** Proposals in words, and with whether each is a low-risk one as things stand. The plans are opened for their titles: few at a time. */
export async function inWords(
  tx: Tx,
  pending: ReadonlyMap<string, readonly Proposal[]>,
  people: readonly Waited[],
  texts: Texts,
): Promise<ReadonlyMap<string, WaitingProposal[]>> {
  const whose = people.filter(({ patientId }) => pending.has(patientId))
  if (whose.length === 0) return new Map()
  const titles = await titlesOf(tx, whose)
  return new Map(
    whose.map(({ patientId, reasons }) => {
      const own = titles.get(patientId) ?? {}
      const worded = (pending.get(patientId) ?? []).map(
        ({ id, lock, kind, createdAt, because, changes }) => ({
          id,
          lock,
          kind,
          createdAt,
          because,
          changes: changes.map((change) => ({
            ...change,
            from: texts[change.from] ?? change.from,
            to: texts[change.to] ?? change.to,
            title: own[change.planItemId] ?? texts[change.planItemId] ?? change.planItemId,
          })),
          low: isLowRisk({ kind, changes }, reasons),
        }),
      )
      return [patientId, worded]
    }),
  )
}
