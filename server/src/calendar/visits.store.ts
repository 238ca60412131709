import type { Visit } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'

/** A visit with what its calendar entry is made of. */
export type VisitRow = Visit & { sequence: number; patientId: string | null; changedAt: string }

const joined = (tx: Tx) =>
  tx
    .selectFrom('app.visit as v')
    .innerJoin('app.visit_type as t', (j) =>
      j.onRef('t.tenant_id', '=', 'v.tenant_id').onRef('t.type_id', '=', 'v.type_id'),
    )
    .innerJoin('auth.staff as s', 's.staff_id', 'v.staff_id')
    .innerJoin('app.location as l', (j) =>
      j.onRef('l.tenant_id', '=', 'v.tenant_id').onRef('l.location_id', '=', 'v.location_id'),
    )
    .leftJoin('app.room as r', (j) =>
      j.onRef('r.tenant_id', '=', 'v.tenant_id').onRef('r.room_id', '=', 'v.room_id'),
    )
    .selectAll('v')
    .select(['t.kind', 't.name as type_name', 's.name as staff_name', 'r.name as room_name'])
    .select(['l.name as place_name', 'l.address', 'l.phone'])

type Joined = Awaited<ReturnType<ReturnType<typeof joined>['executeTakeFirstOrThrow']>>

function visitOf(row: Joined): VisitRow {
  const { state } = row
  return {
    id: row.visit_id,
    type: { id: row.type_id, kind: row.kind, name: row.type_name },
    staff: { id: row.staff_id, name: row.staff_name },
    place: { id: row.location_id, name: row.place_name, address: row.address, phone: row.phone },
    room: row.room_name,
    classId: row.class_id,
    seriesId: row.series_id,
    starts: row.starts_at.toISOString(),
    ends: row.ends_at.toISOString(),
    wall: row.wall,
    zone: row.zone,
    state,
    heldUntil: row.held_until?.toISOString() ?? null,
    version: row.version,
    sequence: row.sequence,
    patientId: row.patient_id,
    changedAt: (row.cancelled_at ?? row.booked_at ?? row.made_at).toISOString(),
  }
}

export async function visitById(tx: Tx, visitId: string): Promise<VisitRow | null> {
  const row = await joined(tx).where('v.visit_id', '=', visitId).executeTakeFirst()
  return row === undefined ? null : visitOf(row)
}

/** Whose visits: a patient's, or those that somebody of the staff gives. */
export type Whose = { patientId: string } | { staffId: string }

const DAY = 86_400_000
/** From a month ago to a year ahead. */
const SPAN = { before: 31 * DAY, after: 366 * DAY } as const
const STANDS = ['booked', 'arrived', 'in-progress', 'done'] as const

/** The visits that stand, the first one first: no held ones, none that were cancelled or missed. */
export async function visitsOf(tx: Tx, whose: Whose, now: Date): Promise<VisitRow[]> {
  const rows = await joined(tx)
    .where(
      'patientId' in whose ? 'v.patient_id' : 'v.staff_id',
      '=',
      'patientId' in whose ? whose.patientId : whose.staffId,
    )
    .where('v.state', 'in', STANDS)
    .where('v.starts_at', '>', new Date(now.getTime() - SPAN.before))
    .where('v.starts_at', '<', new Date(now.getTime() + SPAN.after))
    .orderBy('v.starts_at')
    .execute()
  return rows.map(visitOf)
}
