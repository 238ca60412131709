import {
  type DeskClass,
  type DeskRange,
  type DeskVisit,
  dayAfter,
  type OpenTime,
  openTimes,
  type RangeWish,
  Refusal,
  type ScheduleSetup,
  wallClock,
  wallToInstant,
} from '@dorsal/care'
import { sql } from 'kysely'
import { openRows } from '../access/gate.ts'
import type { Staff } from '../access/sessions.ts'
import type { Tx } from '../db/connect.ts'
import { setupOf } from './setup.store.ts'
import { zonesOf } from './slots.ts'
import { counts, type VisitRow, visitOf, visitRows } from './visit.store.ts'

type Person = { who: string; phone: string; left: number | null }

/** The names of those who come, how to reach them, and how many approved visits they have left. Nothing else of them. */
async function peopleOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('app.patient as p')
    .leftJoin('app.visit_authorisation as a', (j) =>
      j.onRef('a.tenant_id', '=', 'p.tenant_id').onRef('a.patient_id', '=', 'p.patient_id'),
    )
    .select(['p.patient_id', 'p.label', 'p.contact', 'a.body'])
    .select((eb) =>
      eb
        .selectFrom('app.visit as v')
        .whereRef('v.patient_id', '=', 'p.patient_id')
        .where('v.state', 'in', ['booked', 'arrived', 'in-progress', 'done', 'no-show'])
        .where(sql<boolean>`v.wall >= a.body ->> 'from' and left(v.wall, 10) <= a.body ->> 'until'`)
        .select((count) => count.fn.countAll<string>().as('n'))
        .as('used'),
    )
    .where('p.patient_id', 'in', [...ids])
    .execute()
  return new Map(
    rows.map((row) => [
      row.patient_id,
      {
        who: row.contact?.name?.trim() || row.label,
        phone: row.contact?.phone ?? '',
        left: row.body === null ? null : row.body.visits - Number(row.used ?? 0),
      },
    ]),
  )
}

/** Whose records this member of staff may open, of these. */
async function openOf(tx: Tx, actor: Staff, ids: readonly string[], now: Date): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const open = await openRows(tx, actor, 'record.read', now)
  const { rows } = await sql<{ patient_id: string }>`
    select patient_id from (${open}) mine where patient_id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Set(rows.map((row) => row.patient_id))
}

/** Visits as the desk sees them. */
export async function deskVisitsOf(
  tx: Tx,
  actor: Staff,
  rows: readonly VisitRow[],
  now: Date,
): Promise<DeskVisit[]> {
  const ids = [...new Set(rows.map((row) => row.patient_id).filter((id) => id !== null))]
  const people = await peopleOf(tx, ids)
  const open = await openOf(tx, actor, ids, now)
  return rows.map((row) => {
    const person = row.patient_id === null ? undefined : people.get(row.patient_id)
    return {
      ...visitOf(row),
      patientId: row.patient_id,
      who: person?.who ?? '',
      phone: person?.phone ?? '',
      opensRecord: row.patient_id !== null && open.has(row.patient_id),
      roomId: row.room_id,
      override: row.override,
      cancelLate: row.cancel_late === true,
      left: person?.left ?? null,
    }
  })
}

const within = (tx: Tx, from: number, to: number) =>
  visitRows(tx)
    .where('v.starts_at', '>=', new Date(from))
    .where('v.starts_at', '<', new Date(to))
    .orderBy('v.starts_at')

type OffWish = { staffId: string | null; placeId: string | null; from: string; until: string }

/**
 * The visits that lie in time off: they stay until somebody moves them. By the clocks of each place, of which this program knows the newest
 * rules: those of a database may be years older.
 */
export async function deskVisitsWithin(tx: Tx, actor: Staff, off: OffWish, now: Date): Promise<DeskVisit[]> {
  const around = (wall: string, days: number): Date => new Date(Date.parse(`${wall}Z`) + days * 86_400_000)
  const rows = await visitRows(tx)
    .where('v.state', '=', 'booked')
    .where('v.starts_at', '>', new Date(Math.max(around(off.from, -2).getTime(), now.getTime())))
    .where('v.starts_at', '<', around(off.until, 2))
    .$if(off.staffId !== null, (q) => q.where('v.staff_id', '=', off.staffId ?? ''))
    .$if(off.placeId !== null, (q) => q.where('v.location_id', '=', off.placeId ?? ''))
    .orderBy('v.starts_at')
    .execute()
  const lies = (row: VisitRow): boolean =>
    row.starts_at.getTime() < wallToInstant(off.until, row.zone) &&
    row.ends_at.getTime() > wallToInstant(off.from, row.zone)
  return deskVisitsOf(tx, actor, rows.filter(lies), now)
}

async function classesWithin(tx: Tx, from: number, to: number, now: Date): Promise<DeskClass[]> {
  const rows = await tx
    .selectFrom('app.visit_class as c')
    .innerJoin('app.visit_type as t', (j) =>
      j.onRef('t.tenant_id', '=', 'c.tenant_id').onRef('t.type_id', '=', 'c.type_id'),
    )
    .leftJoin('app.visit as v', (j) =>
      j.onRef('v.tenant_id', '=', 'c.tenant_id').onRef('v.class_id', '=', 'c.class_id').on(counts(now)),
    )
    .where('c.cancelled_at', 'is', null)
    .where('c.starts_at', '>=', new Date(from))
    .where('c.starts_at', '<', new Date(to))
    .groupBy(['c.tenant_id', 'c.class_id', 't.name'])
    .selectAll('c')
    .select((eb) => ['t.name', eb.fn.count<string>('v.visit_id').as('taken')])
    .orderBy('c.starts_at')
    .execute()
  return rows.map((row) => ({
    id: row.class_id,
    typeId: row.type_id,
    name: row.name,
    staffId: row.staff_id,
    placeId: row.location_id,
    roomId: row.room_id,
    starts: row.starts_at.toISOString(),
    ends: row.ends_at.toISOString(),
    wall: row.wall,
    zone: row.zone,
    seats: row.seats,
    taken: Number(row.taken),
  }))
}

export async function classOf(tx: Tx, classId: string, now: Date): Promise<DeskClass> {
  const row = await tx
    .selectFrom('app.visit_class')
    .select(['starts_at'])
    .where('class_id', '=', classId)
    .executeTakeFirst()
  const at = row?.starts_at.getTime() ?? 0
  const found = (await classesWithin(tx, at, at + 1, now)).find(({ id }) => id === classId)
  if (found === undefined) throw new Refusal('not-found')
  return found
}

const iso = (instant: number): string => new Date(instant).toISOString()

/** Time off as it is drawn: that of the place asked for, or of all, beside those who work there and by its clock. */
function offOf(
  setup: ScheduleSetup,
  asked: string | null,
  span: { from: number; to: number },
): DeskRange['off'] {
  const zones = zonesOf(setup)
  const [first = null] = zones.keys()
  return setup.timeOff.flatMap(({ staffId, placeId, from, until, title }) => {
    const at = placeId ?? asked
    const zone = zones.get(at ?? first ?? '')
    if (zone === undefined || (asked !== null && at !== asked)) return []
    const [starts, ends] = [wallToInstant(from, zone), wallToInstant(until, zone)]
    if (ends <= span.from || starts >= span.to) return []
    const there = setup.hours.filter((one) => (at ?? one.placeId) === one.placeId)
    const whom = staffId === null ? [...new Set(there.map((one) => one.staffId))] : [staffId]
    return whom.map((id) => ({ staffId: id, starts: iso(starts), ends: iso(ends), title }))
  })
}

/** Some days of the clinic's calendar. Days are those of the place asked for, else of the first that can be booked. */
export async function rangeOf(tx: Tx, actor: Staff, wish: RangeWish, now: Date): Promise<DeskRange> {
  const setup = await setupOf(tx)
  const zones = zonesOf(setup)
  const zone = (wish.placeId === null ? [...zones.values()][0] : zones.get(wish.placeId)) ?? 'UTC'
  const from = wallToInstant(`${wish.from}T00:00`, zone)
  const to = wallToInstant(`${dayAfter(wish.from, wish.days)}T00:00`, zone)
  const { placeId } = wish
  const rows = await within(tx, from, to)
    .where(counts(now))
    .$if(placeId !== null, (q) => q.where('v.location_id', '=', placeId ?? ''))
    .execute()
  const hours = setup.hours.filter((one) => (placeId ?? one.placeId) === one.placeId)
  const wallAt = wallClock()
  const open: OpenTime[] = openTimes({
    hours,
    timeOff: setup.timeOff,
    zones,
    from: wish.from,
    days: wish.days,
  })
  const seen = new Set([
    ...open.map((o) => o.staffId),
    ...rows.map((row) => row.staff_id),
    ...hours.map((h) => h.staffId),
  ])
  const classes = await classesWithin(tx, from, to, now)
  return {
    zone,
    from: wish.from,
    days: wish.days,
    staff: setup.staff.filter(({ id }) => seen.has(id)).map(({ id, name }) => ({ id, name })),
    rooms: setup.rooms
      .filter((room) => room.open && (placeId ?? room.placeId) === room.placeId)
      .map(({ id, name, placeId: at }) => ({ id, name, placeId: at })),
    open: open.map((o) => ({
      staffId: o.staffId,
      placeId: o.placeId,
      starts: iso(o.from),
      ends: iso(o.to),
      wall: wallAt(o.from, zones.get(o.placeId) ?? zone),
    })),
    off: offOf(setup, placeId, { from, to }),
    visits: await deskVisitsOf(tx, actor, rows, now),
    classes: classes.filter((one) => (placeId ?? one.placeId) === one.placeId),
  }
}

/** Whose work it is to book for anybody. Whoever else books finds their own people by a part of a name, and others by the whole of it. */
const BOOKS_FOR_ALL: readonly Staff['role'][] = ['front-desk', 'clinic-admin']

/** People of the clinic by a part of their name, for whom this member of staff may book. */
export async function peopleBy(tx: Tx, actor: Staff, text: string, now: Date) {
  const words = text.trim()
  const like = `%${words.replace(/[\\%_]/g, (c) => `\\${c}`)}%`
  const named = sql<boolean>`(contact ->> 'name' ilike ${like} or label ilike ${like})`
  const whole = sql<boolean>`lower(trim(contact ->> 'name')) = lower(${words})`
  const own = sql<boolean>`patient_id in (${await openRows(tx, actor, 'record.read', now)})`
  const rows = await tx
    .selectFrom('app.patient')
    .select(['patient_id', 'label', 'contact'])
    .where(named)
    .$if(!BOOKS_FOR_ALL.includes(actor.role), (q) => q.where((eb) => eb.or([own, whole])))
    .orderBy('patient_id')
    .limit(20)
    .execute()
  return rows.map(({ patient_id: patientId, label, contact }) => ({
    patientId,
    who: contact?.name?.trim() || label,
    phone: contact?.phone ?? '',
  }))
}
