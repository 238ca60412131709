import type { ShareLink, ShareWish } from '@dorsal/care'
import { Refusal } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { sha256 } from '../ids.ts'
import type { PatientKey } from '../patient/decision.store.ts'

const DAY = 86_400_000

type Row = {
  share_id: string
  kind: ShareLink['kind']
  shown_name: string | null
  created_at: Date
  expires_at: Date
  opened: number
  opened_at: Date | null
  revoked_at: Date | null
}

const linkOf = (row: Row): ShareLink => ({
  id: row.share_id,
  kind: row.kind,
  shownName: row.shown_name,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  opened: row.opened,
  openedAt: row.opened_at?.toISOString() ?? null,
})

/** Of links that have ended nothing is kept. */
async function forgetEnded(tx: Tx, patientId: string, now: Date): Promise<void> {
  await tx
    .deleteFrom('app.share')
    .where('patient_id', '=', patientId)
    .where('expires_at', '<=', now)
    .execute()
}

/** The links that still open, newest first. `mostDays`: the clinic's limit, which counts for links made before it too. */
export async function linksOf(
  tx: Tx,
  patientId: string,
  { now, mostDays }: { now: Date; mostDays: number },
): Promise<ShareLink[]> {
  await forgetEnded(tx, patientId, now)
  const rows = await tx
    .selectFrom('app.share')
    .selectAll()
    .where('patient_id', '=', patientId)
    .where('revoked_at', 'is', null)
    .where('created_at', '>', new Date(now.getTime() - mostDays * DAY))
    .orderBy('created_at', 'desc')
    .orderBy('share_id', 'desc')
    .execute()
  return rows.map(linkOf)
}

/** Keeps a link and the hash of its secret. An id or a secret that is in use is refused, whoever's it is. */
export async function addLink(
  tx: Tx,
  key: PatientKey,
  { wish, expiresAt, now }: { wish: ShareWish; expiresAt: string; now: Date },
): Promise<ShareLink> {
  const own = { tenant_id: key.tenantId, patient_id: key.patientId, share_id: wish.id }
  const row = await tx
    .insertInto('app.share')
    .values({
      ...own,
      kind: wish.kind,
      shown_name: wish.shownName,
      created_at: now,
      expires_at: expiresAt,
      opened_at: null,
    })
    .onConflict((c) => c.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('id-taken')
  const token = await tx
    .insertInto('auth.share_token')
    .values({ ...own, token_hash: sha256(wish.token), created_at: now, expires_at: expiresAt })
    .onConflict((c) => c.doNothing())
    .returning('share_id')
    .executeTakeFirst()
  if (token === undefined) throw new Refusal('id-taken')
  return linkOf(row)
}

/** A link as the clinic holds it: one that was taken back too, until the day it would have ended. Of its secret there is only a hash. */
export type HeldLink = ShareLink & { revokedAt: string | null }

/** All that is held of somebody's links, newest first. */
export async function linksHeld(tx: Tx, patientId: string): Promise<HeldLink[]> {
  const rows = await tx
    .selectFrom('app.share')
    .selectAll()
    .where('patient_id', '=', patientId)
    .orderBy('created_at', 'desc')
    .orderBy('share_id', 'desc')
    .execute()
  return rows.map((row) => ({ ...linkOf(row), revokedAt: row.revoked_at?.toISOString() ?? null }))
}

/** Takes a link back, its secret with it. One that is not there, or is somebody else's, is left as it is. */
export async function removeLink(tx: Tx, patientId: string, shareId: string, now: Date): Promise<void> {
  await tx
    .updateTable('app.share')
    .set({ revoked_at: now })
    .where('patient_id', '=', patientId)
    .where('share_id', '=', shareId)
    .where('revoked_at', 'is', null)
    .execute()
  await tx
    .deleteFrom('auth.share_token')
    .where('patient_id', '=', patientId)
    .where('share_id', '=', shareId)
    .execute()
}

/** Counts one look, and says what the link is; undefined where it was taken back in this moment. */
export async function openLink(tx: Tx, key: { patientId: string; shareId: string }, now: Date) {
  return tx
    .updateTable('app.share')
    .set((eb) => ({ opened: eb('opened', '+', 1), opened_at: now }))
    .where('patient_id', '=', key.patientId)
    .where('share_id', '=', key.shareId)
    .where('revoked_at', 'is', null)
    .returning(['shown_name', 'expires_at'])
    .executeTakeFirst()
}
