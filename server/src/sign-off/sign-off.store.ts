import type { ReviewAct, Reviewer, ReviewLine } from '@dorsal/care'
import type { Selectable } from 'kysely'
import { json, type Tx } from '../db/connect.ts'
import type { Database } from '../db/schema.ts'
import { newId } from '../ids.ts'

type Row = Selectable<Database['app.content_sign_off']>

const lineFrom = ({ act, version, hash, by, at, words }: Row): ReviewLine => ({
  act,
  version,
  hash,
  by,
  at: at.toISOString(),
  words,
})

/** The last line of each item that has one. */
export async function lastLines(tx: Tx): Promise<Map<string, ReviewLine>> {
  const rows = await tx
    .selectFrom('app.content_sign_off')
    .selectAll()
    .distinctOn('item')
    .orderBy('item')
    .orderBy('sign_off_id', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.item, lineFrom(row)]))
}

/** Everything that was ever done with an item, newest first. */
export async function linesOf(tx: Tx, item: string): Promise<ReviewLine[]> {
  const rows = await tx
    .selectFrom('app.content_sign_off')
    .selectAll()
    .where('item', '=', item)
    .orderBy('sign_off_id', 'desc')
    .execute()
  return rows.map(lineFrom)
}

/** One review of a clinic at a time, so that the state that an act is judged by is the one that it changes. */
export async function holdReview(tx: Tx, tenantId: string): Promise<void> {
  await tx
    .selectFrom('app.clinic')
    .select('tenant_id')
    .where('tenant_id', '=', tenantId)
    .forUpdate()
    .executeTakeFirst()
}

type Done = {
  tenantId: string
  act: ReviewAct
  by: Reviewer
  words: string
  now: Date
  items: readonly { key: string; version: number; hash: string }[]
}

export async function addLines(tx: Tx, { tenantId, act, by, words, now, items }: Done): Promise<void> {
  const rows = items.map(({ key, version, hash }) => ({
    tenant_id: tenantId,
    sign_off_id: newId(now),
    item: key,
    version,
    hash,
    act,
    words,
    by: json(by),
    at: now,
  }))
  await tx.insertInto('app.content_sign_off').values(rows).execute()
}

type Opening = { tenantId: string; staffId: string; item: string; hash: string }

export async function addOpening(
  tx: Tx,
  { tenantId, staffId, item, hash }: Opening,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('app.content_opened')
    .values({ tenant_id: tenantId, staff_id: staffId, item, hash, at: now })
    .onConflict((c) => c.columns(['tenant_id', 'staff_id', 'item', 'hash']).doNothing())
    .execute()
}

const opening = (item: string, hash: string): string => `${item} ${hash}`

/** What this member of staff has opened, and as what it was then. */
export async function openedBy(tx: Tx, staffId: string): Promise<(item: string, hash: string) => boolean> {
  const rows = await tx
    .selectFrom('app.content_opened')
    .select(['item', 'hash'])
    .where('staff_id', '=', staffId)
    .execute()
  const known = new Set(rows.map(({ item, hash }) => opening(item, hash)))
  return (item, hash) => known.has(opening(item, hash))
}

/** Whom an administrator appointed. */
export const leadsOf = (tx: Tx): Promise<{ staffId: string; name: string }[]> =>
  tx
    .selectFrom('app.content_lead as l')
    .innerJoin('auth.staff as s', 's.staff_id', 'l.staff_id')
    .select(['l.staff_id as staffId', 's.name'])
    .orderBy('s.name')
    .execute()

type Appointment = { tenantId: string; staffId: string; by: string; lead: boolean }

export async function setLead(
  tx: Tx,
  { tenantId, staffId, by, lead }: Appointment,
  now: Date,
): Promise<void> {
  if (!lead) {
    await tx.deleteFrom('app.content_lead').where('staff_id', '=', staffId).execute()
    return
  }
  await tx
    .insertInto('app.content_lead')
    .values({ tenant_id: tenantId, staff_id: staffId, appointed_by: by, at: now })
    .onConflict((c) => c.columns(['tenant_id', 'staff_id']).doNothing())
    .execute()
}
