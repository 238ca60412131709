import {
  type CardId,
  type Message,
  type MessageFromClinic,
  type MessagePage,
  type MessageSent,
  Refusal,
} from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'
import type { PatientKey } from '../patient/decision.store.ts'
import { picturesOf } from './picture.store.ts'

/** So many messages come at once. */
export const PAGE = 50

const of = (tx: Tx, patientId: string) =>
  tx
    .selectFrom('app.message as m')
    .leftJoin('app.task as t', (j) =>
      j.onRef('t.tenant_id', '=', 'm.tenant_id').onRef('t.task_id', '=', 'm.task_id'),
    )
    .selectAll('m')
    .select(['t.level', 't.because', 't.acknowledged_at', 't.acknowledged_by'])
    .where('m.patient_id', '=', patientId)

type Names = Readonly<Record<string, string>>
type Row = Awaited<ReturnType<ReturnType<typeof of>['execute']>>[number]

const instant = (at: Date | null): string | null => at?.toISOString() ?? null

const messageFrom = (row: Row, names: Names): Omit<Message, 'pictures'> => ({
  id: row.message_id,
  from: row.author,
  by: row.staff_id === null ? null : (names[`clinician:${row.staff_id}`] ?? null),
  words: row.words,
  at: row.received_at.toISOString(),
  readAt: instant(row.read_at),
  readBy: row.read_by,
  dueAt: instant(row.due_at),
  answeredAt: instant(row.answered_at),
  answers: row.answers,
  flag:
    row.task_id === null || row.level === null
      ? null
      : {
          level: row.level,
          card: row.card,
          because: row.because ?? [],
          taskId: row.task_id,
          seenAt: instant(row.acknowledged_at),
          seenBy: row.acknowledged_by,
        },
})

async function placeOf(tx: Tx, patientId: string, messageId: string): Promise<string> {
  const found = tx.selectFrom('app.message').select('place').where('patient_id', '=', patientId)
  const row = await found.where('message_id', '=', messageId).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found')
  return row.place
}

/** With what photographs each of them has. */
async function withPictures(
  tx: Tx,
  patientId: string,
  rows: readonly Row[],
  names: Names,
): Promise<Message[]> {
  const ids = rows.map(({ message_id }) => message_id)
  const pictures = await picturesOf(tx, patientId, ids)
  return rows.map((row) => ({ ...messageFrom(row, names), pictures: pictures.get(row.message_id) ?? [] }))
}

/** The newest part of a thread, or the part before one message; oldest first. A message of somebody else is one that is not there. */
export async function pageOf(tx: Tx, patientId: string, names: Names, before?: string): Promise<MessagePage> {
  const all = of(tx, patientId)
    .orderBy('m.place', 'desc')
    .limit(PAGE + 1)
  const place = before === undefined ? null : await placeOf(tx, patientId, before)
  const rows = await (place === null ? all : all.where('m.place', '<', place)).execute()
  const messages = await withPictures(tx, patientId, rows.slice(0, PAGE).toReversed(), names)
  return { messages, earlier: rows.length > PAGE }
}

/** Everything that was written, for the export of a record. */
export async function allMessages(tx: Tx, patientId: string, names: Names): Promise<Message[]> {
  return withPictures(tx, patientId, await of(tx, patientId).orderBy('m.place').execute(), names)
}

type Found = { dueAt: string; taskId: string | null; card: CardId | null }

export async function addOwn(
  tx: Tx,
  key: PatientKey,
  sent: MessageSent,
  found: Found,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('app.message')
    .values({
      tenant_id: key.tenantId,
      patient_id: key.patientId,
      message_id: sent.id,
      author: 'patient',
      words: sent.words,
      lang: sent.lang,
      answers: json(sent.answers),
      received_at: now,
      due_at: found.dueAt,
      task_id: found.taskId,
      card: found.card,
    })
    .execute()
}

/** Adds what the clinic writes; all that waited for an answer has one with it. */
export async function addAnswer(
  tx: Tx,
  key: PatientKey & { staffId: string; name: string },
  written: MessageFromClinic,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('app.message')
    .values({
      tenant_id: key.tenantId,
      patient_id: key.patientId,
      message_id: written.id,
      author: 'clinic',
      staff_id: key.staffId,
      words: written.words,
      lang: 'en',
      answers: json({}),
      received_at: now,
    })
    .execute()
  await waiting(tx, key.patientId).set({ answered_at: now }).execute()
  // Whoever answers has read what was there.
  await readAll(tx, key.patientId, { author: 'patient', by: key.name }, now).execute()
}

const waiting = (tx: Tx, patientId: string) =>
  tx
    .updateTable('app.message')
    .where('patient_id', '=', patientId)
    .where('author', '=', 'patient')
    .where('answered_at', 'is', null)

/** Somebody at the clinic holds that what was written up to here needs no answer. */
export async function settle(tx: Tx, patientId: string, upTo: string, now: Date): Promise<void> {
  const place = await placeOf(tx, patientId, upTo)
  await waiting(tx, patientId).where('place', '<=', place).set({ answered_at: now, settled: true }).execute()
}

type Reader = { author: 'patient' | 'clinic'; by: string | null }

const readAll = (tx: Tx, patientId: string, { author, by }: Reader, now: Date) =>
  tx
    .updateTable('app.message')
    .set({ read_at: now, read_by: by })
    .where('patient_id', '=', patientId)
    .where('author', '=', author)
    .where('read_at', 'is', null)

/** The other side has seen all up to here; who was first stays named. */
export async function markRead(
  tx: Tx,
  patientId: string,
  upTo: string,
  reader: Reader,
  now: Date,
): Promise<void> {
  const place = await placeOf(tx, patientId, upTo)
  await readAll(tx, patientId, reader, now).where('place', '<=', place).execute()
}

/** How many messages of the clinic somebody has not seen yet. */
export async function unreadOf(tx: Tx, patientId: string): Promise<number> {
  const rows = tx.selectFrom('app.message').select('message_id').where('patient_id', '=', patientId)
  const unread = await rows.where('author', '=', 'clinic').where('read_at', 'is', null).execute()
  return unread.length
}

/** What waits for an answer of the clinic: since when, and by when it was promised; null where nothing does. */
export async function waitingOf(
  tx: Tx,
  patientId: string,
): Promise<{ since: Date; dueAt: Date | null } | null> {
  const row = await tx
    .selectFrom('app.message')
    .select(['received_at', 'due_at'])
    .where('patient_id', '=', patientId)
    .where('author', '=', 'patient')
    .where('answered_at', 'is', null)
    .orderBy('place')
    .executeTakeFirst()
  return row === undefined ? null : { since: row.received_at, dueAt: row.due_at }
}
