import { NEED_RULES, plainName } from '@dorsal/care'
import { sql } from 'kysely'
import { json, type Tx } from '../db/connect.ts'
import { needsOf } from './need.store.ts'

/**
 * Makes anew what is kept of those whose need may be another by now: something of theirs changed, its time has come, or it was made by
 * other rules. Before every question to `app.panel_need`.
 *
 * Two who do this at once come one after the other for the same person, by the marks that they take and by the rows that they hold; what
 * is looked at is looked at after both. A change that is not yet committed has its mark to come.
 */
export async function freshNeeds(
  tx: Tx,
  { now, planOfCareDays }: { now: Date; planOfCareDays: number },
): Promise<void> {
  const rules = `${NEED_RULES} ${planOfCareDays}`
  const marks = await sql<{ patient_id: string }>`delete from app.panel_mark returning patient_id`.execute(tx)
  const marked = [...new Set(marks.rows.map(({ patient_id }) => patient_id))]
  const old = await sql<{ patient_id: string }>`
    select patient_id from app.panel_need
    where patient_id = any (${marked}::uuid[]) or rules < ${rules} or rules > ${rules}
      or (rules = ${rules} and changes_at <= ${now})
    order by patient_id for update`.execute(tx)
  if (old.rows.length === 0) return
  const ids = old.rows.map(({ patient_id }) => patient_id)
  const needs = (await needsOf(tx, { ids, now, planOfCareDays })).map((row) => ({
    patient_id: row.patientId,
    changes_at: row.changesAt,
    need: row.need,
    reasons: row.reasons,
    label: row.label,
    plain_name: plainName(row.label),
    phase: row.phase,
    pending: row.pendingProposals,
    waits_since: row.waitsSince,
  }))
  await sql`
    update app.panel_need n set rules = ${rules}, changes_at = r.changes_at, need = r.need, reasons = r.reasons, label = r.label,
      plain_name = r.plain_name, phase = r.phase, pending = r.pending, waits_since = r.waits_since
    from jsonb_to_recordset(${json(needs)}::jsonb) as r (patient_id uuid, changes_at timestamptz, need float8, reasons text[],
      label text, plain_name text, phase text, pending integer, waits_since timestamptz)
    where n.patient_id = r.patient_id`.execute(tx)
}
