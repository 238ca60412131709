import { Refusal, ticksOf, type Span } from '@dorsal/care'
import { sql } from 'kysely'
import type { Tx } from '../db/connect.ts'

/** One thing that is to be taken for a while: a therapist, a room, a person; or a seat of a class, which is one tick. */
export type Claim = { resource: string; span: Span; seat?: number }

/** Whose ticks they become. */
export type Owner = { tenantId: string; visitId?: string; classId?: string }

const HOUR = 3_600_000

/**
 * Holds what several may want at the same moment until the transaction ends, always in the same order, so that one waits for the other and
 * none for each other: a therapist's and a place's hours. What is looked up after this stays so.
 */
export async function holdHours(tx: Tx, tenantId: string, wanted: readonly Claim[]): Promise<void> {
  const keys = new Set<string>()
  for (const { resource, span } of wanted)
    for (let hour = Math.floor(span.from / HOUR); hour * HOUR < span.to; hour += 1)
      keys.add(`${tenantId} ${resource} ${hour}`)
  await sql`select pg_advisory_xact_lock(key) from (
    select distinct hashtextextended(name, 28) as key from unnest(${[...keys]}::text[]) name order by key
  ) sorted`.execute(tx)
}

/** Of two who ask under one id at the same moment one comes after the other. Asked before anything else is held. */
export async function holdId(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 29))`.execute(tx)
}

type Row = { resource: string; tick: number; seat: number }

const rowsOf = (claims: readonly Claim[]): Row[] =>
  claims.flatMap(({ resource, span, seat = 0 }) => ticksOf(span).map((tick) => ({ resource, tick, seat })))

const columns = (rows: readonly Row[]) =>
  [rows.map((r) => r.resource), rows.map((r) => r.tick), rows.map((r) => r.seat)] as const

/** The ticks of `claims` that are taken. A start that was held for somebody and whose time is over is let go of first. */
export async function takenOf(tx: Tx, claims: readonly Claim[], now: Date): Promise<Row[]> {
  const [resources, ticks, seats] = columns(rowsOf(claims))
  const wanted = sql`unnest(${resources}::uuid[], ${ticks}::integer[], ${seats}::smallint[]) as w (resource, tick, seat)`
  const find = sql<Row & { over: string | null }>`
    select t.resource, t.tick, t.seat,
      case when v.state = 'held' and v.held_until <= ${now} then v.visit_id end as over
    from ${wanted} join app.tick t using (resource, tick, seat)
    left join app.visit v on v.tenant_id = t.tenant_id and v.visit_id = t.visit_id`
  const { rows } = await find.execute(tx)
  const over = [...new Set(rows.map((row) => row.over).filter((id) => id !== null))]
  if (over.length === 0) return rows
  // In order: two who let go of several never wait for each other.
  for (const id of over.toSorted())
    await tx
      .deleteFrom('app.visit')
      .where('visit_id', '=', id)
      .where('state', '=', 'held')
      .where('held_until', '<=', now)
      .execute()
  return (await find.execute(tx)).rows
}

/** Takes what is claimed. To be asked only under `holdHours` and after `takenOf` said that it is free; the key refuses what is not. */
export async function take(
  tx: Tx,
  { tenantId, visitId, classId }: Owner,
  claims: readonly Claim[],
): Promise<void> {
  const [resources, ticks, seats] = columns(rowsOf(claims))
  await sql`insert into app.tick (tenant_id, resource, tick, seat, visit_id, class_id)
    select ${tenantId}::uuid, resource, tick, seat, ${visitId ?? null}::uuid, ${classId ?? null}::uuid
    from unnest(${resources}::uuid[], ${ticks}::integer[], ${seats}::smallint[]) as w (resource, tick, seat)
    order by resource, tick, seat`
    .execute(tx)
    .catch((error: unknown) => {
      throw isTaken(error) ? new Refusal('slot-taken') : error
    })
}

/** Whether the database refused a row because there is one with its key. */
export const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505'

/** Lets go of all that a visit takes. */
export async function release(tx: Tx, visitId: string): Promise<void> {
  await tx.deleteFrom('app.tick').where('visit_id', '=', visitId).execute()
}
