import { type Looker, LOOKERS_DAYS } from '@dorsal/care'
import { sql } from 'kysely'
import type { Tx } from '../db/connect.ts'

type Row = {
  actor_kind: Looker['kind']
  action: string
  outcome: Looker['outcome']
  times: number
  first: Date
  last: Date
  name: string | null
  role: Looker['role']
}

/**
 * Who looked at this record or changed it, other than its person: by day, by whom and by what, newest first. Lists of many people, in
 * which this person was one, are in the trail but not here: they open nobody's record.
 */
export async function lookersOf(tx: Tx, patientId: string, now: Date): Promise<Looker[]> {
  const since = new Date(now.getTime() - LOOKERS_DAYS * 86_400_000)
  const { rows } = await sql<Row>`
    select a.actor_kind, a.action, a.outcome, count(*)::int as times, min(a.at) as first, max(a.at) as last, s.name, m.role
    from app.audit a
    left join auth.staff s on a.actor_kind = 'staff' and s.staff_id::text = a.actor_id
    left join auth.membership m on m.tenant_id = a.tenant_id and m.staff_id = s.staff_id
    where a.patient_id = ${patientId} and a.actor_kind <> 'patient' and a.at > ${since}
    group by a.actor_kind, a.actor_id, a.action, a.outcome, s.name, m.role, date_trunc('day', a.at at time zone 'UTC')
    order by max(a.at) desc limit 500`.execute(tx)
  return rows.map((row) => ({
    by: row.name,
    kind: row.actor_kind,
    role: row.role,
    what: row.action,
    outcome: row.outcome,
    times: row.times,
    first: row.first.toISOString(),
    last: row.last.toISOString(),
  }))
}
