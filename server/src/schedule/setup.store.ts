import {
  BookingRule,
  type Hours,
  type Room,
  type ScheduleSetup,
  type TimeOff,
  USUAL_BOOKING,
  type VisitType,
} from '@dorsal/care'
import { sql } from 'kysely'
import type { Tx } from '../db/connect.ts'

/** A wall time as the database keeps it, as text: a driver's Date would move it by the zone of the machine. */
const wallText = (column: string) => sql<string>`to_char(${sql.ref(column)}, 'YYYY-MM-DD"T"HH24:MI')`
const dayText = (column: string) => sql<string | null>`to_char(${sql.ref(column)}, 'YYYY-MM-DD')`
const timeText = (column: string) => sql<string>`to_char(${sql.ref(column)}, 'HH24:MI')`

export async function placesOf(tx: Tx) {
  const rows = await tx
    .selectFrom('app.location')
    .select(['location_id', 'name', 'address', 'phone', 'zone', 'closed_at'])
    .orderBy('name')
    .execute()
  return rows.map(({ location_id: id, closed_at, ...row }) => ({ id, ...row, open: closed_at === null }))
}

export async function roomsOf(tx: Tx): Promise<Room[]> {
  const rows = await tx.selectFrom('app.room').selectAll().orderBy('name').execute()
  return rows.map((row) => ({
    id: row.room_id,
    placeId: row.location_id,
    name: row.name,
    kinds: row.kinds,
    open: row.closed_at === null,
  }))
}

export async function typesOf(tx: Tx): Promise<VisitType[]> {
  const rows = await tx.selectFrom('app.visit_type').selectAll().orderBy('name').execute()
  return rows.map((row) => ({
    id: row.type_id,
    kind: row.kind,
    name: row.name,
    minutes: row.minutes,
    beforeMinutes: row.before_minutes,
    afterMinutes: row.after_minutes,
    seats: row.seats,
    needsRoom: row.needs_room,
    bookedBy: row.booked_by,
    open: row.closed_at === null,
  }))
}

/** Hours of those who still work here. */
export async function hoursOf(tx: Tx): Promise<Hours[]> {
  const rows = await tx
    .selectFrom('app.working_hours as h')
    .innerJoin('auth.membership as m', (j) =>
      j.onRef('m.tenant_id', '=', 'h.tenant_id').onRef('m.staff_id', '=', 'h.staff_id'),
    )
    .innerJoin('auth.staff as s', 's.staff_id', 'h.staff_id')
    .where('m.ended_at', 'is', null)
    .where('s.disabled_at', 'is', null)
    .select(['h.hours_id', 'h.staff_id', 'h.location_id', 'h.weekday', 'h.kinds'])
    .select([
      timeText('h.from_time').as('from'),
      timeText('h.to_time').as('to'),
      dayText('h.from_day').as('fromDay'),
      dayText('h.until_day').as('untilDay'),
    ])
    .orderBy('h.weekday')
    .orderBy('h.from_time')
    .execute()
  return rows.map(({ hours_id: id, staff_id: staffId, location_id: placeId, ...row }) => ({
    id,
    staffId,
    placeId,
    ...row,
  }))
}

export async function timeOffOf(tx: Tx): Promise<TimeOff[]> {
  const rows = await tx
    .selectFrom('app.time_off')
    .select(['off_id', 'staff_id', 'location_id', 'title'])
    .select([wallText('from_wall').as('from'), wallText('until_wall').as('until')])
    .orderBy('from_wall')
    .execute()
  return rows.map(({ off_id: id, staff_id: staffId, location_id: placeId, ...row }) => ({
    id,
    staffId,
    placeId,
    ...row,
  }))
}

export async function ruleOf(tx: Tx): Promise<BookingRule> {
  const row = await tx.selectFrom('app.booking_rule').select('body').executeTakeFirst()
  return row === undefined ? USUAL_BOOKING : BookingRule.parse(row.body)
}

/** Who can see people: members who treat or help to, by name. */
export async function staffOfSchedule(tx: Tx, tenantId: string): Promise<ScheduleSetup['staff']> {
  const rows = await tx
    .selectFrom('auth.membership as m')
    .innerJoin('auth.staff as s', 's.staff_id', 'm.staff_id')
    .leftJoin('app.workplace as w', (j) =>
      j.onRef('w.tenant_id', '=', 'm.tenant_id').onRef('w.staff_id', '=', 'm.staff_id'),
    )
    .where('m.tenant_id', '=', tenantId)
    .where('m.ended_at', 'is', null)
    .where('s.disabled_at', 'is', null)
    .where('m.role', 'in', ['therapist', 'clinic-admin', 'assistant'])
    .groupBy(['m.staff_id', 's.name'])
    .select(['m.staff_id as id', 's.name'])
    .select(
      sql<string[]>`coalesce(array_agg(w.location_id) filter (where w.location_id is not null), '{}')`.as(
        'places',
      ),
    )
    .orderBy('s.name')
    .execute()
  return rows
}

/** Everything by which the clinic can be booked. One question after the other: they share the request's one connection. */
export async function setupOf(tx: Tx, tenantId: string): Promise<ScheduleSetup> {
  return {
    places: (await placesOf(tx)).map(({ id, name, zone, open }) => ({ id, name, zone, open })),
    staff: await staffOfSchedule(tx, tenantId),
    rooms: await roomsOf(tx),
    types: await typesOf(tx),
    hours: await hoursOf(tx),
    timeOff: await timeOffOf(tx),
    rule: await ruleOf(tx),
  }
}
