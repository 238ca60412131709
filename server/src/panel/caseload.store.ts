import { type Absence, type AbsenceWish, type Caseload, Refusal, TEAM_ROLES } from '@dorsal/care'
import { sql } from 'kysely'
import { teamOf } from '../access/on-team.ts'
import type { Staff } from '../access/sessions.ts'
import type { Tx } from '../db/connect.ts'
import { freshNeeds } from './kept-need.store.ts'

type Count = { staff_id: string; name: string; role: Caseload['role']; patients: number; cap: number | null }

/** Those who can be on a team, with how many people are theirs; one of them, or all. */
async function countsOf(
  tx: Tx,
  tenantId: string,
  now: Date,
  staffId: string | null = null,
): Promise<Count[]> {
  const { rows } = await sql<Count>`
    select m.staff_id, s.name, m.role, c.cap,
      (select count(*)::int from app.care_team t
        where t.tenant_id = m.tenant_id and t.staff_id = m.staff_id and t.part <> 'cover'
          and (t.until is null or t.until > ${now})) as patients
    from auth.membership m
    join auth.staff s on s.staff_id = m.staff_id and s.disabled_at is null
    left join app.caseload c on c.tenant_id = m.tenant_id and c.staff_id = m.staff_id
    where m.tenant_id = ${tenantId} and m.ended_at is null and m.role = any (${[...TEAM_ROLES]})
      and (${staffId}::uuid is null or m.staff_id = ${staffId}::uuid)
    order by s.name, m.staff_id`.execute(tx)
  return rows
}

/** How many people are this colleague's, and how many were agreed; null: nobody of that id treats here. */
export async function caseloadOf(
  tx: Tx,
  tenantId: string,
  staffId: string,
  now: Date,
): Promise<Count | null> {
  return (await countsOf(tx, tenantId, now, staffId))[0] ?? null
}

type Load = { staff_id: string; covered: number; waiting: number; oldest: Date | null }

/** How much everybody carries. Numbers only: of whom, nobody learns here. */
export async function caseloads(
  tx: Tx,
  tenantId: string,
  now: Date,
  planOfCareDays: number,
): Promise<Caseload[]> {
  await freshNeeds(tx, { now, planOfCareDays })
  const { rows } = await sql<Load>`
    select t.staff_id, count(distinct t.patient_id) filter (where t.part = 'cover')::int as covered,
      count(distinct t.patient_id) filter (where t.part <> 'cover' and n.waits_since is not null)::int as waiting,
      min(n.waits_since) filter (where t.part <> 'cover') as oldest
    from ${teamOf(now)} t join app.panel_need n using (patient_id) group by t.staff_id`.execute(tx)
  const loads = new Map(rows.map((row) => [row.staff_id, row]))
  return (await countsOf(tx, tenantId, now)).map(({ staff_id, name, role, patients, cap }) => ({
    staffId: staff_id,
    name,
    role,
    patients,
    covered: loads.get(staff_id)?.covered ?? 0,
    waiting: loads.get(staff_id)?.waiting ?? 0,
    oldestAt: loads.get(staff_id)?.oldest?.toISOString() ?? null,
    cap,
  }))
}

/** The number that was agreed at most; null takes it back. */
export async function setCap(
  tx: Tx,
  actor: Staff,
  { staffId, cap, now }: { staffId: string; cap: number | null; now: Date },
): Promise<void> {
  if ((await caseloadOf(tx, actor.tenantId, staffId, now)) === null) throw new Refusal('not-found')
  if (cap === null) {
    await tx.deleteFrom('app.caseload').where('staff_id', '=', staffId).execute()
    return
  }
  const row = { cap, set_at: now, set_by: actor.staffId }
  await tx
    .insertInto('app.caseload')
    .values({ tenant_id: actor.tenantId, staff_id: staffId, ...row })
    .onConflict((c) => c.columns(['tenant_id', 'staff_id']).doUpdateSet(row))
    .execute()
}

/** Absences that run or are to come, the next first. */
export async function absencesOf(tx: Tx, now: Date): Promise<Absence[]> {
  const rows = await tx
    .selectFrom('app.absence')
    .selectAll()
    .where('ends_at', '>', now)
    .orderBy('begins_at')
    .execute()
  return rows.map((row) => ({
    id: row.absence_id,
    staffId: row.staff_id,
    coverId: row.cover_id,
    from: row.begins_at.toISOString(),
    until: row.ends_at.toISOString(),
    note: row.note,
  }))
}

/** One's own absence is one's own; anybody's is the administrator's. */
function mayFor(actor: Staff, staffId: string): void {
  if (actor.staffId !== staffId && actor.role !== 'clinic-admin') throw new Refusal('forbidden')
}

/** Says who is away and who stands in. An id that somebody else's absence has names nothing here. */
export async function setAbsence(
  tx: Tx,
  { actor, id, wish, now }: { actor: Staff; id: string; wish: AbsenceWish; now: Date },
): Promise<void> {
  mayFor(actor, wish.staffId)
  const cover = await caseloadOf(tx, actor.tenantId, wish.coverId, now)
  const away = await caseloadOf(tx, actor.tenantId, wish.staffId, now)
  if (cover === null || away === null) throw new Refusal('not-found')
  if (wish.coverId === wish.staffId || cover.role === 'assistant')
    throw new Refusal('bad-input', [
      { path: 'coverId', message: 'Somebody else who treats has to stand in.' },
    ])
  if (Date.parse(wish.until) <= Math.max(Date.parse(wish.from), now.getTime()))
    throw new Refusal('bad-input', [{ path: 'until', message: 'This is before the beginning, or over.' }])
  const row = {
    cover_id: wish.coverId,
    begins_at: wish.from,
    ends_at: wish.until,
    note: wish.note,
    made_by: actor.staffId,
    made_at: now,
  }
  const kept = await tx
    .insertInto('app.absence')
    .values({ tenant_id: actor.tenantId, absence_id: id, staff_id: wish.staffId, ...row })
    .onConflict((c) =>
      c
        .columns(['tenant_id', 'absence_id'])
        .doUpdateSet(row)
        .where('app.absence.staff_id', '=', wish.staffId),
    )
    .returning('absence_id')
    .executeTakeFirst()
  if (kept === undefined) throw new Refusal('id-taken')
}

export async function endAbsence(tx: Tx, actor: Staff, id: string): Promise<void> {
  const found = tx.selectFrom('app.absence').select('staff_id').where('absence_id', '=', id)
  const row = await found.executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found')
  mayFor(actor, row.staff_id)
  await tx.deleteFrom('app.absence').where('absence_id', '=', id).execute()
}
