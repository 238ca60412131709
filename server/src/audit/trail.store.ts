import type { TrailLine } from '@dorsal/care'
import { sql } from 'kysely'
import type { Tx } from '../db/connect.ts'
import { labelOf } from '../patient/patient.store.ts'

const AT_ONCE = 100

type Row = {
  audit_id: string
  at: Date
  actor_kind: TrailLine['kind']
  action: string
  outcome: TrailLine['outcome']
  patient_id: string | null
  listed: number
  staff: string | null
  caller: string
  contact: { name: string | null } | null
  label: string | null
  sealed: boolean
}

/** Whom a line names: staff by name, the machine by its command. A person is named where the line says whose record it was. */
const byOf = ({ actor_kind, staff, caller }: Row): string | null => (actor_kind === 'system' ? caller : staff)

/** Lines of the trail, newest first; ids are made in the order of time, so that they page by themselves. */
export async function linesOf(
  tx: Tx,
  before: string | null,
): Promise<{ lines: TrailLine[]; older: string | null }> {
  const { rows } = await sql<Row>`
    select a.audit_id, a.at, a.actor_kind, a.action, a.outcome, a.patient_id, cardinality(a.patient_ids) as listed,
      s.name as staff, a.actor_id as caller, p.contact, p.label,
      exists (select from app.audit_seal l where l.tenant_id = a.tenant_id and l.audit_id = a.audit_id) as sealed
    from app.audit a
    left join auth.staff s on a.actor_kind = 'staff' and s.staff_id::text = a.actor_id
    left join app.patient p on p.tenant_id = a.tenant_id and p.patient_id = a.patient_id
    where ${before}::uuid is null or a.audit_id < ${before}::uuid
    order by a.audit_id desc limit ${AT_ONCE + 1}`.execute(tx)
  const shown = rows.slice(0, AT_ONCE)
  return {
    lines: shown.map((row) => ({
      id: row.audit_id,
      at: row.at.toISOString(),
      by: byOf(row),
      kind: row.actor_kind,
      what: row.action,
      about:
        row.patient_id === null
          ? null
          : {
              patientId: row.patient_id,
              label: row.contact?.name ?? row.label ?? labelOf(row.patient_id),
            },
      listed: row.listed,
      outcome: row.outcome,
      sealed: row.sealed,
    })),
    older: rows.length > AT_ONCE ? (shown.at(-1)?.audit_id ?? null) : null,
  }
}
