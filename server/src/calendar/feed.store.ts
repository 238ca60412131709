import type { Feed, FeedWish, Moved } from '@dorsal/care'
import { sql } from 'kysely'
import type { Db, Tx } from '../db/connect.ts'
import { sha256 } from '../ids.ts'
import type { Whose } from './visits.store.ts'

export type FeedRow = {
  feedId: string
  tenantId: string
  whose: Whose
  sessions: boolean
  zone: string
  lang: string
  readAt: Date | null
}

const columnOf = (whose: Whose) => ('patientId' in whose ? 'patient_id' : 'staff_id')
const idOf = (whose: Whose): string => ('patientId' in whose ? whose.patientId : whose.staffId)

/** Whose list this address opens: only its hash is known here. One that was taken back is no different from one that never was. */
export async function feedByToken(db: Db, token: string): Promise<FeedRow | null> {
  const row = await db
    .selectFrom('auth.calendar_feed')
    .selectAll()
    .where('token_hash', '=', sha256(token))
    .executeTakeFirst()
  if (row === undefined) return null
  const { patient_id, staff_id, feed_id: feedId, tenant_id: tenantId, sessions, zone, lang } = row
  const whose = patient_id === null ? { staffId: staff_id ?? '' } : { patientId: patient_id }
  return { feedId, tenantId, whose, sessions, zone, lang, readAt: row.read_at }
}

/** Whether this member of staff still works here. */
export async function stillWorks(db: Db, tenantId: string, staffId: string): Promise<boolean> {
  const row = await db
    .selectFrom('auth.membership as m')
    .innerJoin('auth.staff as s', 's.staff_id', 'm.staff_id')
    .select('m.staff_id')
    .where('m.tenant_id', '=', tenantId)
    .where('m.staff_id', '=', staffId)
    .where('m.ended_at', 'is', null)
    .where('s.disabled_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

export async function noteRead(tx: Tx, feedId: string, now: Date): Promise<void> {
  await tx.updateTable('auth.calendar_feed').set({ read_at: now }).where('feed_id', '=', feedId).execute()
}

export async function feedsOf(tx: Tx, tenantId: string, whose: Whose): Promise<Feed[]> {
  const rows = await tx
    .selectFrom('auth.calendar_feed')
    .select(['feed_id', 'sessions', 'made_at', 'read_at'])
    .where('tenant_id', '=', tenantId)
    .where(columnOf(whose), '=', idOf(whose))
    .orderBy('made_at')
    .execute()
  return rows.map(({ feed_id: id, sessions, made_at, read_at }) => ({
    id,
    sessions,
    madeAt: made_at.toISOString(),
    readAt: read_at?.toISOString() ?? null,
  }))
}

/** Made once under its own id; the same wish again changes nothing. */
export async function addFeed(
  tx: Tx,
  tenantId: string,
  whose: Whose,
  wish: FeedWish,
  now: Date,
): Promise<void> {
  const { id, token, sessions, zone, lang } = wish
  const staff = 'staffId' in whose
  await tx
    .insertInto('auth.calendar_feed')
    .values({
      token_hash: sha256(token),
      feed_id: id,
      tenant_id: tenantId,
      patient_id: staff ? null : whose.patientId,
      staff_id: staff ? whose.staffId : null,
      sessions: sessions && !staff,
      zone,
      lang,
      made_at: now,
      read_at: null,
    })
    .onConflict((c) => c.doNothing())
    .execute()
}

export async function dropFeed(tx: Tx, tenantId: string, whose: Whose, id: string): Promise<void> {
  await tx
    .deleteFrom('auth.calendar_feed')
    .where('feed_id', '=', id)
    .where('tenant_id', '=', tenantId)
    .where(columnOf(whose), '=', idOf(whose))
    .execute()
}

export async function moveOf(tx: Tx, patientId: string): Promise<Moved | null> {
  const row = await tx
    .selectFrom('app.session_move')
    .select([sql<string>`from_day::text`.as('from'), sql<string>`to_day::text`.as('to')])
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
  return row ?? null
}

type Key = { tenantId: string; patientId: string }

/** The last one counts: what was put off before is not owed any more. */
export async function setMove(tx: Tx, { tenantId, patientId }: Key, { from, to }: Moved, now: Date) {
  const set = { from_day: from, to_day: to, moved_at: now }
  await tx
    .insertInto('app.session_move')
    .values({ tenant_id: tenantId, patient_id: patientId, ...set })
    .onConflict((c) => c.columns(['tenant_id', 'patient_id']).doUpdateSet(set))
    .execute()
}

export async function dropMove(tx: Tx, patientId: string): Promise<void> {
  await tx.deleteFrom('app.session_move').where('patient_id', '=', patientId).execute()
}
