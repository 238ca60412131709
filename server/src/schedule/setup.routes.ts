import { Refusal } from '@dorsal/care'
import { sql } from 'kysely'
import { json, type Tx } from '../db/connect.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { deskVisitsWithin } from './desk.store.ts'
import { setupOf } from './setup.store.ts'

/** Whoever is named must be there, in this clinic: a foreign id is answered like one that nobody has. */
async function mustBe(tx: Tx, table: 'app.location', column: 'location_id', id: string | null): Promise<void>
async function mustBe(tx: Tx, table: 'auth.membership', column: 'staff_id', id: string | null): Promise<void>
async function mustBe(
  tx: Tx,
  table: 'app.location' | 'auth.membership',
  column: string,
  id: string | null,
): Promise<void> {
  if (id === null) return
  const { rows } = await sql`select 1 from ${sql.table(table)}
    where tenant_id = current_setting('app.tenant_id')::uuid and ${sql.ref(column)} = ${id}`.execute(tx)
  if (rows.length === 0) throw new Refusal('not-found')
}

const seatsOf = (kind: string, seats: number): number => (kind === 'class' ? seats : 1)

function inOrder(from: string, until: string, path: string): void {
  if (from >= until)
    throw new Refusal('bad-input', [{ path, message: 'The end must be after the beginning.' }])
}

type SetupRoutes =
  | 'scheduleSetup'
  | 'setRoom'
  | 'setVisitType'
  | 'setHours'
  | 'dropHours'
  | 'setTimeOff'
  | 'dropTimeOff'
  | 'setBookingRule'

async function setTimeOff({ tx, actor, params, body, now }: Call<'setTimeOff'>) {
  const { staffId, placeId, from, until, title } = body
  inOrder(from, until, 'until')
  await mustBe(tx, 'app.location', 'location_id', placeId)
  await mustBe(tx, 'auth.membership', 'staff_id', staffId)
  const values = {
    staff_id: staffId,
    location_id: placeId,
    from_wall: from,
    until_wall: until,
    title,
    made_by: actor.staffId,
  }
  await tx
    .insertInto('app.time_off')
    .values({ tenant_id: actor.tenantId, off_id: params.id, ...values })
    .onConflict((c) => c.columns(['tenant_id', 'off_id']).doUpdateSet(values))
    .execute()
  const inTheWay = await deskVisitsWithin(tx, actor, { staffId, placeId, from, until }, now)
  return { inTheWay }
}

/** By what the clinic can be booked. What is booked already stays as it is, whatever is changed here. */
export const setupRoutes: HandlersOf<SetupRoutes> = {
  scheduleSetup: ({ tx }) => setupOf(tx),

  setRoom: async ({ tx, actor, params, body, now }) => {
    await mustBe(tx, 'app.location', 'location_id', body.placeId)
    const values = {
      location_id: body.placeId,
      name: body.name,
      kinds: body.kinds,
      closed_at: body.open ? null : now,
    }
    await tx
      .insertInto('app.room')
      .values({ tenant_id: actor.tenantId, room_id: params.id, ...values })
      .onConflict((c) => c.columns(['tenant_id', 'room_id']).doUpdateSet(values))
      .execute()
    return { done: true }
  },

  setVisitType: async ({ tx, actor, params, body, now }) => {
    const values = {
      kind: body.kind,
      name: body.name,
      minutes: body.minutes,
      before_minutes: body.beforeMinutes,
      after_minutes: body.afterMinutes,
      seats: seatsOf(body.kind, body.seats),
      needs_room: body.needsRoom,
      booked_by: body.bookedBy,
      closed_at: body.open ? null : now,
    }
    await tx
      .insertInto('app.visit_type')
      .values({ tenant_id: actor.tenantId, type_id: params.id, ...values })
      .onConflict((c) => c.columns(['tenant_id', 'type_id']).doUpdateSet(values))
      .execute()
    return { done: true }
  },

  setHours: async ({ tx, actor, params, body }) => {
    inOrder(body.from, body.to, 'to')
    if (body.fromDay !== null && body.untilDay !== null && body.fromDay > body.untilDay)
      inOrder(body.fromDay, body.untilDay, 'untilDay')
    await mustBe(tx, 'app.location', 'location_id', body.placeId)
    await mustBe(tx, 'auth.membership', 'staff_id', body.staffId)
    const values = {
      staff_id: body.staffId,
      location_id: body.placeId,
      weekday: body.weekday,
      from_time: body.from,
      to_time: body.to,
      kinds: body.kinds,
      from_day: body.fromDay,
      until_day: body.untilDay,
    }
    await tx
      .insertInto('app.working_hours')
      .values({ tenant_id: actor.tenantId, hours_id: params.id, ...values })
      .onConflict((c) => c.columns(['tenant_id', 'hours_id']).doUpdateSet(values))
      .execute()
    return { done: true }
  },

  dropHours: async ({ tx, params }) => {
    await tx.deleteFrom('app.working_hours').where('hours_id', '=', params.id).execute()
    return { done: true }
  },

  setTimeOff,

  dropTimeOff: async ({ tx, params }) => {
    await tx.deleteFrom('app.time_off').where('off_id', '=', params.id).execute()
    return { done: true }
  },

  setBookingRule: async ({ tx, actor, body, now }) => {
    const values = { body: json(body), set_at: now, set_by: actor.staffId }
    await tx
      .insertInto('app.booking_rule')
      .values({ tenant_id: actor.tenantId, ...values })
      .onConflict((c) => c.column('tenant_id').doUpdateSet(values))
      .execute()
    return { done: true }
  },
}
