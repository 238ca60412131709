import {
  DOCUMENT_LIMITS,
  DOCUMENT_TYPES,
  type DocumentFile,
  type DocumentFromClinic,
  documentName,
  type DocumentRefusal,
  type DocumentRow,
  Refusal,
} from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { sha256 } from '../ids.ts'
import type { PatientKey } from '../patient/decision.store.ts'
import { readDocument } from './read-document.ts'

const DAY_MS = 86_400_000

/** Who gives a document, and so who may take it out of view: the person, or this one of the clinic. */
export type Giver = { by: 'patient' } | { by: 'clinic'; staffId: string }

const of = (tx: Tx, patientId: string) => tx.selectFrom('app.document').where('patient_id', '=', patientId)
const shown = (tx: Tx, patientId: string) => of(tx, patientId).where('removed_at', 'is', null)

const isFrom = (row: { given_by: string; staff_id: string | null }, giver: Giver): boolean =>
  row.given_by === giver.by && (giver.by === 'patient' || row.staff_id === giver.staffId)

/** Whether there is room for one more. What was taken out of view counts: it is kept. */
async function isFull(tx: Tx, patientId: string, now: Date): Promise<boolean> {
  const rows = await of(tx, patientId).select('received_at').execute()
  const since = new Date(now.getTime() - DAY_MS)
  const today = rows.filter((row) => row.received_at > since)
  return rows.length >= DOCUMENT_LIMITS.perPerson || today.length >= DOCUMENT_LIMITS.perDay
}

type Given = { giver: Giver; sent: DocumentFromClinic; taskId: string | null; now: Date }

/**
 * Keeps a document, exactly once, while the caller holds the record. The file is read by its content; what cannot be taken is answered by
 * its reason, and nothing is kept. `taskId`: the task of what was found in the words of its title.
 */
export async function addDocument(tx: Tx, key: PatientKey, given: Given): Promise<DocumentRefusal | null> {
  const { giver, sent, taskId, now } = given
  const { tenantId, patientId } = key
  const staff_id = giver.by === 'clinic' ? giver.staffId : null
  const sent_hash = sha256(JSON.stringify([giver.by, staff_id, sent.kind, sent.title, sent.name, sent.data]))
  const there = await of(tx, patientId)
    .select('sent_hash')
    .where('document_id', '=', sent.id)
    .executeTakeFirst()
  if (there !== undefined && there.sent_hash !== sent_hash) throw new Refusal('id-taken')
  if (there !== undefined) return null
  if (await isFull(tx, patientId, now)) return 'documents-full'
  const read = readDocument(Buffer.from(sent.data, 'base64'))
  if (read.refused !== null) return read.refused
  await tx
    .insertInto('app.document')
    .values({
      tenant_id: tenantId,
      patient_id: patientId,
      document_id: sent.id,
      given_by: giver.by,
      staff_id,
      kind: sent.kind,
      type: read.type,
      title: sent.title,
      name: documentName(sent.name, read.type),
      bytes: read.bytes.length,
      data: read.bytes,
      sent_hash,
      received_at: now,
      task_id: taskId,
    })
    .execute()
  return null
}

/** The documents of one person that are in view, the newest first. `names`: of staff, by `clinician:<id>`. */
export async function documentsOf(
  tx: Tx,
  patientId: string,
  reader: { giver: Giver; names: Readonly<Record<string, string>> },
): Promise<DocumentRow[]> {
  const rows = await shown(tx, patientId)
    .select(['document_id', 'given_by', 'staff_id', 'kind', 'type', 'title', 'name', 'bytes', 'received_at'])
    .orderBy('received_at', 'desc')
    .orderBy('document_id')
    .execute()
  return rows.map((row) => ({
    id: row.document_id,
    kind: row.kind,
    type: row.type,
    title: row.title,
    name: row.name,
    bytes: row.bytes,
    from: row.given_by,
    by: row.staff_id === null ? null : (reader.names[`clinician:${row.staff_id}`] ?? null),
    mine: isFrom(row, reader.giver),
    at: row.received_at.toISOString(),
  }))
}

/** One document, whole. One of somebody else, or out of view, is one that is not there. */
export async function fileOf(tx: Tx, patientId: string, id: string): Promise<DocumentFile> {
  const row = await shown(tx, patientId)
    .select(['name', 'type', 'data'])
    .where('document_id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found')
  return { name: row.name, media: DOCUMENT_TYPES[row.type].media, data: row.data.toString('base64') }
}

/** Takes a document out of view, by whoever gave it and nobody else. Done twice is done once. */
export async function removeDocument(
  tx: Tx,
  patientId: string,
  given: { id: string; giver: Giver; now: Date },
): Promise<void> {
  const row = await of(tx, patientId)
    .select(['given_by', 'staff_id', 'removed_at'])
    .where('document_id', '=', given.id)
    .executeTakeFirst()
  if (row === undefined || !isFrom(row, given.giver)) throw new Refusal('not-found')
  if (row.removed_at !== null) return
  await tx
    .updateTable('app.document')
    .set({ removed_at: given.now })
    .where('patient_id', '=', patientId)
    .where('document_id', '=', given.id)
    .execute()
}

/** All documents of a person with their marks, for the export of a record. */
export async function documentsHeld(tx: Tx, patientId: string) {
  const rows = await of(tx, patientId)
    .select(['document_id as id', 'given_by as from', 'staff_id as staffId', 'kind', 'type', 'title', 'name'])
    .select(['received_at as at', 'removed_at as removedAt', 'data'])
    .orderBy('received_at')
    .execute()
  return rows.map(({ data, ...row }) => ({ ...row, data: data.toString('base64') }))
}
