import type { NoteKind, NoteMark, WaitingNote } from '@dorsal/care'
import { sql } from 'kysely'
import type { Open } from '../access/gate.ts'
import type { Tx } from '../db/connect.ts'

type Row = {
  note_id: string
  patient_id: string
  label: string
  kind: NoteKind
  signed: NoteMark
}

type Asked = { open: Open; staffId: string }

/** Nobody signs for themselves a second time: what one signed as an assistant, before one became more, waits for somebody else. */
const waiting = ({ open, staffId }: Asked) => sql`
  from app.note n join (${open}) may using (patient_id) join app.patient p using (tenant_id, patient_id)
  where n.state = 'awaiting-co-sign' and n.signed ->> 'staffId' <> ${staffId}`

/** Notes that wait for a second signature, whoever has waited longest first. */
export async function waitingNotes(tx: Tx, asked: Asked, limit: number): Promise<WaitingNote[]> {
  const { rows } = await sql<Row>`
    select n.note_id, n.patient_id, coalesce(p.contact ->> 'name', p.label) as label, n.kind, n.signed
    ${waiting(asked)} order by n.signed ->> 'at', n.note_id limit ${limit}`.execute(tx)
  return rows.map(({ note_id, patient_id, ...row }) => ({ noteId: note_id, patientId: patient_id, ...row }))
}

export async function waitingCount(tx: Tx, asked: Asked): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting ${waiting(asked)}`.execute(
    tx,
  )
  return rows[0]?.waiting ?? 0
}
