import type { Actor } from '@dorsal/care'
import { askOften, type Db, type Tx } from '../db/connect.ts'
import { newSecret, sha256 } from '../ids.ts'

export type Staff = Extract<Actor, { kind: 'staff' }>

/** A session ends after so long without a request, and after so long whatever happens. */
export const SESSION_LIMITS = { idleMinutes: 60, absoluteHours: 12 } as const
const TOUCH_EVERY_MINUTES = 1

export type SessionFrom = { staffId: string; network: string; device: string }

/** Opens a session. The token goes into the cookie; only its hash is kept. */
export async function openSession(db: Db | Tx, from: SessionFrom, now: Date): Promise<string> {
  const token = newSecret()
  await db
    .insertInto('auth.staff_session')
    .values({
      token_hash: sha256(token),
      staff_id: from.staffId,
      network: from.network,
      device: from.device,
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + SESSION_LIMITS.absoluteHours * 3_600_000),
      revoked_at: null,
    })
    .execute()
  return token
}

const ofToken = (db: Db, hash: string) =>
  db
    .selectFrom('auth.staff_session as s')
    .innerJoin('auth.staff as p', 'p.staff_id', 's.staff_id')
    .innerJoin('auth.membership as m', (j) =>
      j
        .onRef('m.staff_id', '=', 'p.staff_id')
        .on((eb) => eb('m.tenant_id', '=', eb.fn.coalesce('s.tenant_id', 'p.tenant_id'))),
    )
    .select(['p.staff_id', 'm.tenant_id', 'm.role', 'p.name', 's.last_seen_at', 's.expires_at'])
    .where('s.token_hash', '=', hash)
    .where('s.revoked_at', 'is', null)
    .where('p.disabled_at', 'is', null)
    .where('m.ended_at', 'is', null)

/**
 * Who holds this token now, and in which of their clinics: one look-up on each request, so that a revoked session, a disabled account or
 * an ended membership ends at once.
 */
export async function staffOf(db: Db, token: string | undefined, now: Date): Promise<Staff | null> {
  if (token === undefined || token.length > 100) return null
  const hash = sha256(token)
  const [row] = await askOften(db, 'staff-of', hash, ofToken)
  if (row === undefined || row.expires_at <= now) return null
  const idleMs = now.getTime() - row.last_seen_at.getTime()
  if (idleMs > SESSION_LIMITS.idleMinutes * 60_000) return null
  if (idleMs > TOUCH_EVERY_MINUTES * 60_000)
    await db
      .updateTable('auth.staff_session')
      .set({ last_seen_at: now })
      .where('token_hash', '=', hash)
      .execute()
  return { kind: 'staff', tenantId: row.tenant_id, staffId: row.staff_id, role: row.role, name: row.name }
}

/**
 * Puts the session of this token into another of its owner's clinics, under a new token: whatever still holds the old one is out. When it
 * began and when it ends stays as it was.
 */
export async function moveSession(tx: Tx, token: string, tenantId: string): Promise<string | null> {
  const renewed = newSecret()
  const row = await tx
    .updateTable('auth.staff_session')
    .set({ token_hash: sha256(renewed), tenant_id: tenantId })
    .where('token_hash', '=', sha256(token))
    .where('revoked_at', 'is', null)
    .returning('session_id')
    .executeTakeFirst()
  return row === undefined ? null : renewed
}

export async function closeSession(db: Db, token: string | undefined, now: Date): Promise<void> {
  if (token === undefined) return
  await db
    .updateTable('auth.staff_session')
    .set({ revoked_at: now })
    .where('token_hash', '=', sha256(token))
    .execute()
}

/** Ends every session of one person, for a new password or a person who left. */
export async function closeAllSessions(db: Db | Tx, staffId: string, now: Date): Promise<void> {
  await db
    .updateTable('auth.staff_session')
    .set({ revoked_at: now })
    .where('staff_id', '=', staffId)
    .where('revoked_at', 'is', null)
    .execute()
}

/** A new token for whoever changed how they sign in; every session from before ends, this one's too. */
export async function renewSession(tx: Tx, from: SessionFrom, now: Date): Promise<string> {
  await closeAllSessions(tx, from.staffId, now)
  return openSession(tx, from, now)
}

/** The sessions of one person that are open now, the latest used first. `token` is the one that asks. */
export async function sessionsOf(db: Db | Tx, staffId: string, token: string | undefined, now: Date) {
  const idleSince = new Date(now.getTime() - SESSION_LIMITS.idleMinutes * 60_000)
  const rows = await db
    .selectFrom('auth.staff_session')
    .select(['session_id', 'token_hash', 'device', 'created_at', 'last_seen_at'])
    .where('staff_id', '=', staffId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>=', idleSince)
    .orderBy('last_seen_at', 'desc')
    .execute()
  const current = sha256(token ?? '')
  return rows.map((row) => ({
    id: row.session_id,
    device: row.device,
    createdAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    current: row.token_hash === current,
  }))
}

/** Ends one session of this person, or all but the one that asks. */
export async function closeSessions(
  db: Db | Tx,
  staffId: string,
  which: { id: string } | { allBut: string | undefined },
  now: Date,
): Promise<void> {
  const open = db
    .updateTable('auth.staff_session')
    .set({ revoked_at: now })
    .where('staff_id', '=', staffId)
    .where('revoked_at', 'is', null)
  await ('id' in which
    ? open.where('session_id', '=', which.id)
    : open.where('token_hash', '!=', sha256(which.allBut ?? ''))
  ).execute()
}
