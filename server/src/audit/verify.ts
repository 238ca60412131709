import { sql } from 'kysely'
import type { Tx } from '../db/connect.ts'
import { anchorOf, LINE, type Line, type Link, linkOf } from './chain.ts'

const AT_ONCE = 5_000
/** A line that has waited longer than this was not put there by us, or the sealer does not run. */
const LONGEST_WAIT_SECONDS = 60

export type Verdict = {
  tenantId: string
  sealed: number
  /** Lines that still wait for their seal, and for how many seconds the oldest has. */
  unsealed: number
  oldestSeconds: number
  head: Link | null
  /** What is wrong, a sentence each; empty: the trail is whole. */
  faults: string[]
}

type Row = { seq: string; hash: string; sealed_at: Date; sealed_id: string } & {
  [K in keyof Line]: Line[K] | null
}

/** The links after `seq`, each with its line, or with none where the line is gone. */
async function linksAfter(tx: Tx, seq: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select s.seq, s.hash, s.sealed_at, s.audit_id as sealed_id, ${LINE}
    from app.audit_seal s left join app.audit a on a.tenant_id = s.tenant_id and a.audit_id = s.audit_id
    where s.seq > ${seq} order by s.seq limit ${AT_ONCE}`.execute(tx)
  return rows
}

/** The hash that the link behind this place hangs on. */
async function hashAt(tx: Tx, tenantId: string, seq: number): Promise<string> {
  if (seq === 0) return anchorOf(tenantId)
  const row = tx.selectFrom('app.audit_seal').select('hash').where('seq', '=', String(seq))
  return (await row.executeTakeFirst())?.hash ?? ''
}

async function waiting(tx: Tx, now: Date): Promise<{ count: number; oldest: number }> {
  const { rows } = await sql<{ count: number; oldest: number | null }>`
    select count(*)::int as count, extract(epoch from ${now}::timestamptz - min(a.at))::float8 as oldest
    from app.audit a where not exists (select from app.audit_seal s where s.tenant_id = a.tenant_id and s.audit_id = a.audit_id)`.execute(
    tx,
  )
  return { count: rows[0]?.count ?? 0, oldest: Math.max(0, Math.round(rows[0]?.oldest ?? 0)) }
}

/**
 * Goes through the whole chain of the clinic that this transaction is in, and says all that is wrong. `kept`: a head that was exported
 * before and kept elsewhere; without one nobody can tell that the end of a trail was cut off together with its seals. `after`: takes the
 * link at this place for right and begins behind it.
 */
export async function verifyTrail(
  tx: Tx,
  tenantId: string,
  { now, kept, after = 0 }: { now: Date; kept?: Pick<Link, 'seq' | 'hash'> | undefined; after?: number },
): Promise<Verdict> {
  const faults: string[] = []
  let [seq, hash, at] = [after, await hashAt(tx, tenantId, after), '']
  let keptSeen = kept === undefined || kept.seq === 0
  for (let rows = await linksAfter(tx, after); rows.length > 0; rows = await linksAfter(tx, seq)) {
    for (const row of rows) {
      const place = Number(row.seq)
      if (place !== seq + 1) faults.push(`links ${seq + 1} to ${place - 1} are gone`)
      if (row.audit_id === null) faults.push(`the line of link ${place} is gone`)
      else if (linkOf(hash, place, row as Line) !== row.hash)
        faults.push(`link ${place} does not fit its line or the link before it`)
      if (kept !== undefined && kept.seq === place) keptSeen = kept.hash === row.hash
      ;[seq, hash, at] = [place, row.hash, row.sealed_at.toISOString()]
    }
    if (faults.length > 100) break
  }
  const { count, oldest } = await waiting(tx, now)
  if (oldest > LONGEST_WAIT_SECONDS) faults.push(`a line has waited ${oldest} s for its seal`)
  if (!keptSeen)
    faults.push(`link ${kept?.seq ?? 0} is not the one that was kept: the trail was cut or made anew`)
  const head = seq === 0 ? null : { seq, hash, at }
  return { tenantId, sealed: seq, unsealed: count, oldestSeconds: oldest, head, faults }
}
