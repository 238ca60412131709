import { cleanJpeg, type MessagePicture, PICTURE_LIMITS, type PictureSent, Refusal } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { sha256 } from '../ids.ts'
import type { PatientKey } from '../patient/decision.store.ts'
import { lockPatient } from '../patient/patient.store.ts'

const DAY_MS = 86_400_000

const of = (tx: Tx, patientId: string) =>
  tx.selectFrom('app.message_picture').where('patient_id', '=', patientId)

/** Refuses more than a message or a day may have. */
async function room(tx: Tx, patientId: string, messageId: string, now: Date): Promise<void> {
  const since = new Date(now.getTime() - DAY_MS)
  const rows = await of(tx, patientId)
    .select(['message_id', 'received_at'])
    .where((eb) => eb.or([eb('message_id', '=', messageId), eb('received_at', '>', since)]))
    .execute()
  const { perMessage, perDay } = PICTURE_LIMITS
  if (rows.filter((row) => row.message_id === messageId).length >= perMessage)
    throw new Refusal('pictures-full')
  if (rows.filter((row) => row.received_at > since).length >= perDay) throw new Refusal('pictures-full')
}

/** Whose message a picture goes with: the person's own, or one that this clinician wrote. */
export type PictureBy = { author: 'patient' } | { author: 'clinic'; staffId: string }

/**
 * Adds a photograph to a message, exactly once. It is read by its content and kept as it is written anew: what is no photograph, or too
 * large, is refused, and the message stands without it.
 */
export async function addPicture(
  tx: Tx,
  key: PatientKey,
  by: PictureBy,
  sent: PictureSent,
  now: Date,
): Promise<void> {
  const { tenantId, patientId } = key
  await lockPatient(tx, patientId, now)
  const message = await tx
    .selectFrom('app.message')
    .select(['author', 'staff_id'])
    .where('patient_id', '=', patientId)
    .where('message_id', '=', sent.messageId)
    .executeTakeFirst()
  const own = by.author === 'clinic' ? message?.staff_id === by.staffId : message?.author === 'patient'
  if (!own) throw new Refusal('not-found')
  const sent_hash = sha256(`${sent.messageId} ${sent.data}`)
  const there = await of(tx, patientId)
    .select('sent_hash')
    .where('picture_id', '=', sent.id)
    .executeTakeFirst()
  if (there !== undefined && there.sent_hash !== sent_hash) throw new Refusal('id-taken')
  if (there !== undefined) return
  await room(tx, patientId, sent.messageId, now)
  const clean = cleanJpeg(Buffer.from(sent.data, 'base64'), PICTURE_LIMITS.side)
  if (clean === null) throw new Refusal('no-photograph')
  await tx
    .insertInto('app.message_picture')
    .values({
      tenant_id: tenantId,
      patient_id: patientId,
      picture_id: sent.id,
      message_id: sent.messageId,
      width: clean.width,
      height: clean.height,
      data: Buffer.from(clean.bytes),
      sent_hash,
      received_at: now,
    })
    .execute()
}

/** One photograph of a person's messages, in base64. One of somebody else is one that is not there. */
export async function pictureOf(tx: Tx, patientId: string, id: string): Promise<{ data: string }> {
  const row = await of(tx, patientId).select('data').where('picture_id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found')
  return { data: row.data.toString('base64') }
}

/** What photographs these messages have, by the message, in the order in which they came. */
export async function picturesOf(
  tx: Tx,
  patientId: string,
  messageIds: readonly string[],
): Promise<ReadonlyMap<string, MessagePicture[]>> {
  const found = new Map<string, MessagePicture[]>()
  if (messageIds.length === 0) return found
  const rows = await of(tx, patientId)
    .select(['picture_id', 'message_id', 'width', 'height'])
    .where('message_id', 'in', messageIds)
    .orderBy('received_at')
    .orderBy('picture_id')
    .execute()
  for (const { picture_id: id, message_id, width, height } of rows)
    found.set(message_id, [...(found.get(message_id) ?? []), { id, width, height }])
  return found
}

/** All photographs of a person's messages, for the export of a record. */
export async function allPictures(tx: Tx, patientId: string) {
  const rows = await of(tx, patientId)
    .select(['picture_id as id', 'message_id as messageId', 'data'])
    .orderBy('received_at')
    .execute()
  return rows.map(({ data, ...row }) => ({ ...row, data: data.toString('base64') }))
}
