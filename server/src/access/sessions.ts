import type { Actor } from '@dorsal/care'
import type { Db } from '../db/connect.ts'
import { newSecret, sha256 } from '../ids.ts'

export type Staff = Extract<Actor, { kind: 'staff' }>

const IDLE_MINUTES = 60
const ABSOLUTE_HOURS = 12
const TOUCH_EVERY_MINUTES = 1

/** Opens a session. The token goes into the cookie; only its hash is kept. */
export async function openSession(db: Db, staffId: string, network: string, now: Date): Promise<string> {
  const token = newSecret()
  await db
    .insertInto('auth.staff_session')
    .values({
      token_hash: sha256(token),
      staff_id: staffId,
      network,
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000),
      revoked_at: null,
      device: '',
    })
    .execute()
  return token
}

/** Who holds this token now: one look-up on each request, so that a revoked session or a disabled account ends at once. */
export async function staffOf(db: Db, token: string | undefined, now: Date): Promise<Staff | null> {
  if (token === undefined || token.length > 100) return null
  const hash = sha256(token)
  const row = await db
    .selectFrom('auth.staff_session as s')
    .innerJoin('auth.staff as p', 'p.staff_id', 's.staff_id')
    .select(['p.staff_id', 'p.tenant_id', 'p.role', 'p.name', 's.last_seen_at', 's.expires_at'])
    .where('s.token_hash', '=', hash)
    .where('s.revoked_at', 'is', null)
    .where('p.disabled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined || row.expires_at <= now) return null
  const idleMs = now.getTime() - row.last_seen_at.getTime()
  if (idleMs > IDLE_MINUTES * 60_000) return null
  if (idleMs > TOUCH_EVERY_MINUTES * 60_000)
    await db
      .updateTable('auth.staff_session')
      .set({ last_seen_at: now })
      .where('token_hash', '=', hash)
      .execute()
  return { kind: 'staff', tenantId: row.tenant_id, staffId: row.staff_id, role: row.role, name: row.name }
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
export async function closeAllSessions(db: Db, staffId: string, now: Date): Promise<void> {
  await db
    .updateTable('auth.staff_session')
    .set({ revoked_at: now })
    .where('staff_id', '=', staffId)
    .where('revoked_at', 'is', null)
    .execute()
}
