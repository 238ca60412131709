import { type PlanChange, type Proposal, Refusal } from '@dorsal/care'
import type { Selectable } from 'kysely'
import { json, type Tx } from '../db/connect.ts'
import type { Database } from '../db/schema.ts'
import { newId } from '../ids.ts'
import type { PatientKey } from '../patient/decision.store.ts'

type Row = Selectable<Database['app.proposal']>

export const proposalFrom = (row: Row): Proposal => ({
  id: row.proposal_id,
  kind: row.kind,
  status: row.status,
  planVersion: row.plan_version,
  changes: row.changes,
  because: row.because,
  createdAt: row.created_at.toISOString(),
  decidedAt: row.decided_at?.toISOString() ?? null,
  decidedBy: row.decided_by,
  note: row.note,
  lock: row.lock,
})

export type NewProposal = Pick<Proposal, 'kind' | 'planVersion' | 'changes' | 'because'>

export async function addProposal(tx: Tx, key: PatientKey, p: NewProposal, now: Date): Promise<void> {
  await tx
    .insertInto('app.proposal')
    .values({
      tenant_id: key.tenantId,
      patient_id: key.patientId,
      proposal_id: newId(now),
      kind: p.kind,
      status: 'pending',
      plan_version: p.planVersion,
      changes: json(p.changes),
      because: json(p.because),
      created_at: now,
      decided_at: null,
      decided_by: null,
      note: null,
    })
    .execute()
}

export async function proposalsOf(tx: Tx, patientId: string): Promise<Proposal[]> {
  const rows = await tx
    .selectFrom('app.proposal')
    .selectAll()
    .where('patient_id', '=', patientId)
    .orderBy('created_at', 'desc')
    .orderBy('proposal_id', 'desc')
    .execute()
  return rows.map(proposalFrom)
}

export async function patientOfProposal(tx: Tx, id: string): Promise<string> {
  const row = await tx
    .selectFrom('app.proposal')
    .select('patient_id')
    .where('proposal_id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found')
  return row.patient_id
}

type Verdict = { status: Exclude<Proposal['status'], 'pending'>; by: string; note: string | null; now: Date }

/** Decides a proposal as it was seen: if anybody wrote in between, `lock` has moved on and nothing happens. */
export async function decide(tx: Tx, id: string, lock: number, v: Verdict): Promise<Proposal> {
  const row = await tx
    .updateTable('app.proposal')
    .set((eb) => ({
      status: v.status,
      decided_by: v.by,
      decided_at: v.now,
      note: v.note,
      lock: eb('lock', '+', 1),
    }))
    .where('proposal_id', '=', id)
    .where('lock', '=', lock)
    .where('status', '=', 'pending')
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('conflict')
  return proposalFrom(row)
}

/** What waits for the therapist is taken back when the session has just made the same exercise easier: it would be asked for anew. */
export async function withdrawOvertaken(
  tx: Tx,
  patientId: string,
  overtaken: (change: PlanChange) => boolean,
  now: Date,
): Promise<void> {
  const pending = (await proposalsOf(tx, patientId)).filter((p) => p.status === 'pending')
  for (const { id, kind, lock, changes } of pending)
    if (kind === 'beyond-bounds' && changes.some(overtaken))
      await decide(tx, id, lock, { status: 'rejected', by: 'rules', note: null, now })
}

/** A newer first plan replaces an older one that nobody has looked at. */
export async function withdrawPending(tx: Tx, patientId: string, by: string, now: Date): Promise<void> {
  await tx
    .updateTable('app.proposal')
    .set((eb) => ({ status: 'rejected' as const, decided_by: by, decided_at: now, lock: eb('lock', '+', 1) }))
    .where('patient_id', '=', patientId)
    .where('status', '=', 'pending')
    .execute()
}
