import type { Visit } from '@dorsal/care'
import { sql } from 'kysely'
import type { Tx } from '../db/connect.ts'

/** Every visit of the clinic with the names around it, for a query to go on with. */
export const visitRows = (tx: Tx) =>
  tx
    .selectFrom('app.visit as v')
    .innerJoin('app.visit_type as t', (j) =>
      j.onRef('t.tenant_id', '=', 'v.tenant_id').onRef('t.type_id', '=', 'v.type_id'),
    )
    .innerJoin('app.location as l', (j) =>
      j.onRef('l.tenant_id', '=', 'v.tenant_id').onRef('l.location_id', '=', 'v.location_id'),
    )
    .innerJoin('auth.staff as s', 's.staff_id', 'v.staff_id')
    .leftJoin('app.room as r', (j) =>
      j.onRef('r.tenant_id', '=', 'v.tenant_id').onRef('r.room_id', '=', 'v.room_id'),
    )
    .selectAll('v')
    .select([
      't.kind',
      't.name as type_name',
      's.name as staff_name',
      'l.name as place_name',
      'l.address as place_address',
      'l.phone as place_phone',
      'r.name as room_name',
    ])

export type VisitRow = Awaited<ReturnType<ReturnType<typeof visitRows>['execute']>>[number]

/** A visit in the words of the contract. */
export function visitOf(row: VisitRow): Visit {
  return {
    id: row.visit_id,
    type: { id: row.type_id, kind: row.kind, name: row.type_name },
    staff: { id: row.staff_id, name: row.staff_name },
    place: {
      id: row.location_id,
      name: row.place_name,
      address: row.place_address,
      phone: row.place_phone,
    },
    room: row.room_name,
    classId: row.class_id,
    seriesId: row.series_id,
    starts: row.starts_at.toISOString(),
    ends: row.ends_at.toISOString(),
    wall: row.wall,
    zone: row.zone,
    state: row.state,
    heldUntil: row.held_until?.toISOString() ?? null,
    version: row.version,
  }
}

export async function findVisit(tx: Tx, visitId: string): Promise<VisitRow | null> {
  return (await visitRows(tx).where('v.visit_id', '=', visitId).executeTakeFirst()) ?? null
}

/** Holds a visit's row until the transaction ends. Null: there is none. */
export async function lockVisit(tx: Tx, visitId: string) {
  const row = await tx
    .selectFrom('app.visit')
    .selectAll()
    .where('visit_id', '=', visitId)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** A visit that counts now: booked, or still held for somebody. */
export const counts = (now: Date) =>
  sql<boolean>`v.state <> 'cancelled' and (v.state <> 'held' or v.held_until > ${now})`
