import { sql } from 'kysely'
import type { Tx } from '../db/connect.ts'
import { sha256 } from '../ids.ts'

/** A line as the chain knows it: every column, the moment to the microsecond. */
export type Line = {
  audit_id: string
  at: string
  actor_kind: string
  actor_id: string
  action: string
  patient_id: string | null
  patient_ids: string[]
  outcome: string
  request_id: string
}

/** What the first link hangs on: the clinic itself, so that one clinic's trail cannot be put in the place of another's. */
export const anchorOf = (tenantId: string): string => sha256(`dorsal trail ${tenantId}`)

/** The hash of a line that comes after `before`, at this place in the chain. */
export function linkOf(before: string, seq: number, line: Line): string {
  const { audit_id, at, actor_kind, actor_id, action, patient_id, patient_ids, outcome, request_id } = line
  const said = [seq, audit_id, at, actor_kind, actor_id, action, patient_id, patient_ids, outcome, request_id]
  return sha256(`${before}\n${JSON.stringify(said)}`)
}

/** The columns of a line, read the one way that its hash was made from. */
export const LINE_COLUMNS = `a.audit_id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, a.actor_kind, a.actor_id,
  a.action, a.patient_id, a.patient_ids, a.outcome, a.request_id`
export const LINE = sql.raw(LINE_COLUMNS)

export type Link = { seq: number; hash: string; at: string }

/** The last link of the clinic that this transaction is in; null before the first. */
export async function headOf(tx: Tx): Promise<Link | null> {
  const row = await tx
    .selectFrom('app.audit_seal')
    .select(['seq', 'hash', 'sealed_at'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : { seq: Number(row.seq), hash: row.hash, at: row.sealed_at.toISOString() }
}
