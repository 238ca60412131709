import { BookingRule, type ScheduleSetup, USUAL_BOOKING } from '@dorsal/care'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../db/connect.ts'

export async function placesOf(tx: Tx) {
  const rows = await tx
    .selectFrom('app.location')
    .select(['location_id', 'name', 'address', 'phone', 'zone', 'closed_at'])
    .orderBy('name')
    .execute()
  return rows.map(({ location_id: id, closed_at, ...row }) => ({ id, ...row, open: closed_at === null }))
}

export async function ruleOf(tx: Tx): Promise<BookingRule> {
  const row = await tx.selectFrom('app.booking_rule').select('body').executeTakeFirst()
  return row === undefined ? USUAL_BOOKING : BookingRule.parse(row.body)
}

/** A table's rows as JSON, in order. Days and times leave the database as text: a driver's Date would move them by the zone of the machine. */
const listOf = (rows: RawBuilder<unknown>) => sql`coalesce((select jsonb_agg(row) from (${rows}) row), '[]')`

const PLACES = listOf(sql`
  select location_id as id, name, zone, closed_at is null as open from app.location order by name`)

/** Who can see people: members who treat or help to, by name. */
const STAFF = listOf(sql`
  select m.staff_id as id, s.name, coalesce(array_agg(w.location_id) filter (where w.location_id is not null), '{}') as places
  from auth.membership m join auth.staff s using (staff_id)
  left join app.workplace w on w.tenant_id = m.tenant_id and w.staff_id = m.staff_id
  where m.tenant_id = current_setting('app.tenant_id')::uuid and m.ended_at is null and s.disabled_at is null
    and m.role in ('therapist', 'clinic-admin', 'assistant')
  group by m.staff_id, s.name order by s.name`)

const ROOMS = listOf(sql`
  select room_id as id, location_id as "placeId", name, kinds, closed_at is null as open from app.room order by name`)

const TYPES = listOf(sql`
  select type_id as id, kind, name, minutes, before_minutes as "beforeMinutes", after_minutes as "afterMinutes", seats,
    needs_room as "needsRoom", booked_by as "bookedBy", closed_at is null as open
  from app.visit_type order by name`)

/** Hours of those who still work here. */
const HOURS = listOf(sql`
  select h.hours_id as id, h.staff_id as "staffId", h.location_id as "placeId", h.weekday, h.kinds,
    to_char(h.from_time, 'HH24:MI') as "from", to_char(h.to_time, 'HH24:MI') as "to",
    to_char(h.from_day, 'YYYY-MM-DD') as "fromDay", to_char(h.until_day, 'YYYY-MM-DD') as "untilDay"
  from app.working_hours h
  join auth.membership m on m.tenant_id = h.tenant_id and m.staff_id = h.staff_id
  join auth.staff s on s.staff_id = h.staff_id
  where m.ended_at is null and s.disabled_at is null
  order by h.weekday, h.from_time`)

const TIME_OFF = listOf(sql`
  select off_id as id, staff_id as "staffId", location_id as "placeId", title,
    to_char(from_wall, 'YYYY-MM-DD"T"HH24:MI') as "from", to_char(until_wall, 'YYYY-MM-DD"T"HH24:MI') as "until"
  from app.time_off order by from_wall`)

type Found = Omit<ScheduleSetup, 'rule'> & { rule: unknown }

/** Everything by which the clinic can be booked, in one question: whoever books waits for it. */
export async function setupOf(tx: Tx): Promise<ScheduleSetup> {
  const { rows } = await sql<Found>`
    select ${PLACES} as places, ${STAFF} as staff, ${ROOMS} as rooms, ${TYPES} as types, ${HOURS} as hours,
      ${TIME_OFF} as "timeOff", (select body from app.booking_rule) as rule`.execute(tx)
  const [found] = rows
  if (found === undefined) throw new Error('a question without a table has one row')
  return { ...found, rule: found.rule === null ? USUAL_BOOKING : BookingRule.parse(found.rule) }
}
