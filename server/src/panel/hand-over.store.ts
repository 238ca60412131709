import { type HandedOver, type HandOverWish, Refusal, roomOf, TEAM_ROLES } from '@dorsal/care'
import type { Staff } from '../access/sessions.ts'
import type { Tx } from '../db/connect.ts'
import { caseloadOf } from './caseload.store.ts'

/** People whom somebody was handed and has not looked at yet, the newest first. */
export async function handedTo(tx: Tx, staffId: string): Promise<HandedOver[]> {
  const rows = await tx
    .selectFrom('app.hand_over as h')
    .innerJoin('app.patient as p', (j) =>
      j.onRef('p.tenant_id', '=', 'h.tenant_id').onRef('p.patient_id', '=', 'h.patient_id'),
    )
    .innerJoin('auth.staff as s', 's.staff_id', 'h.from_id')
    .select(['h.hand_over_id', 'h.patient_id', 'h.note', 'h.at', 's.name', 'p.label', 'p.contact'])
    .where('h.to_id', '=', staffId)
    .where('h.seen_at', 'is', null)
    .orderBy('h.at', 'desc')
    .execute()
  const found = new Map<string, HandedOver>()
  for (const row of rows) {
    const own = found.get(row.hand_over_id) ?? {
      id: row.hand_over_id,
      from: row.name,
      note: row.note,
      at: row.at.toISOString(),
      people: [],
    }
    own.people.push({ patientId: row.patient_id, label: row.contact?.name ?? row.label })
    found.set(row.hand_over_id, own)
  }
  return [...found.values()]
}

/** Once: whoever was handed these people says that they have seen whom. Names them. */
export async function seeHanded(tx: Tx, staffId: string, id: string, now: Date): Promise<string[]> {
  const rows = await tx
    .updateTable('app.hand_over')
    .set((eb) => ({ seen_at: eb.fn.coalesce('seen_at', eb.val(now)) }))
    .where('hand_over_id', '=', id)
    .where('to_id', '=', staffId)
    .returning('patient_id')
    .execute()
  if (rows.length === 0) throw new Refusal('not-found')
  return rows.map(({ patient_id }) => patient_id)
}

type Given = { actor: Staff; wish: HandOverWish; open: ReadonlySet<string>; now: Date }

/** Whose they are now and may be changed by the caller: those named, or all. Anybody else among them, and nothing is handed over. */
async function theirs(tx: Tx, { actor, wish, open }: Given): Promise<string[]> {
  const rows = await tx
    .selectFrom('app.care_team')
    .select('patient_id')
    .where('staff_id', '=', wish.from)
    .where('part', '!=', 'cover')
    .forUpdate()
    .execute()
  const own = new Set(rows.map(({ patient_id }) => patient_id).filter((id) => open.has(id)))
  if (wish.patientIds === null) return [...own]
  // Somebody who is on nobody's team yet is for the taker to be given by whoever may change teams.
  const asked = [...new Set(wish.patientIds)]
  const given = asked.filter((id) => own.has(id) || (wish.from === actor.staffId && open.has(id)))
  if (given.length < asked.length) throw new Refusal('not-found')
  return given
}

/**
 * Hands people over: the one leads no longer, the other does, and reads what was said. All in one or nothing. Sent twice under the same id, it
 * happens once. Names them.
 */
export async function handOver(tx: Tx, given: Given): Promise<string[]> {
  const { actor, wish, now } = given
  const before = tx.selectFrom('app.hand_over').select('patient_id').where('hand_over_id', '=', wish.id)
  const done = await before.where('from_id', '=', wish.from).where('to_id', '=', wish.to).execute()
  if (done.length > 0) return done.map(({ patient_id }) => patient_id)
  const to = await caseloadOf(tx, actor.tenantId, wish.to, now)
  if (to === null || wish.to === wish.from) throw new Refusal('not-found')
  if (!TEAM_ROLES.includes(to.role) || to.role === 'assistant')
    throw new Refusal('bad-input', [{ path: 'to', message: 'This person leads nobody’s care.' }])
  const patientIds = await theirs(tx, given)
  if (patientIds.length === 0) return []
  const has = await tx
    .selectFrom('app.care_team')
    .select('patient_id')
    .where('staff_id', '=', wish.to)
    .where('part', '!=', 'cover')
    .where('patient_id', 'in', patientIds)
    .execute()
  const room = roomOf(to)
  if (room !== null && patientIds.length - has.length > room) throw new Refusal('caseload-full')
  const own = { tenant_id: actor.tenantId, added_by: actor.staffId, since: now }
  await tx
    .deleteFrom('app.care_team')
    .where('staff_id', '=', wish.from)
    .where('patient_id', 'in', patientIds)
    .execute()
  await tx
    .insertInto('app.care_team')
    .values(
      patientIds.map((patient_id) => ({ ...own, patient_id, staff_id: wish.to, part: 'lead', until: null })),
    )
    .onConflict((c) =>
      c.columns(['tenant_id', 'patient_id', 'staff_id']).doUpdateSet({ part: 'lead', until: null }),
    )
    .execute()
  await tx
    .insertInto('app.hand_over')
    .values(
      patientIds.map((patient_id) => ({
        tenant_id: actor.tenantId,
        hand_over_id: wish.id,
        patient_id,
        from_id: wish.from,
        to_id: wish.to,
        note: wish.note,
        at: now,
        seen_at: null,
      })),
    )
    .execute()
  return patientIds
}
