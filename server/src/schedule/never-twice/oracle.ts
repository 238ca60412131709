import type { Client } from 'pg'

/** What must be nothing, each found by a question of its own to the rows of the visits, not to the ticks that are to hold it. */
const FAULTS: Readonly<Record<string, string>> = {
  therapist: `select 1 from taken a join taken b on a.staff_id = b.staff_id and a.id < b.id and a.span && b.span`,
  room: `select 1 from taken a join taken b on a.room_id = b.room_id and a.id < b.id and a.span && b.span`,
  person: `select 1 from app.visit a join app.visit b on a.patient_id = b.patient_id and a.visit_id < b.visit_id
    and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
    where a.state <> 'cancelled' and b.state <> 'cancelled'`,
  seats: `select 1 from app.visit_class c join app.visit v on v.tenant_id = c.tenant_id and v.class_id = c.class_id
    where v.state <> 'cancelled' group by c.tenant_id, c.class_id, c.seats having count(*) > c.seats`,
  /** A visit that takes less or more of its therapist than its time. */
  ticks: `select 1 from app.visit v
    left join (select visit_id, resource, count(*) as n from app.tick group by 1, 2) t
      on t.visit_id = v.visit_id and t.resource = v.staff_id
    where v.class_id is null and coalesce(t.n, 0) <> case when v.state = 'cancelled' then 0 else
      (extract(epoch from v.ends_at - v.starts_at) / 60 + v.before_minutes + v.after_minutes) / 5 end`,
  /** A tick of a visit that is cancelled or not there. */
  left: `select 1 from app.tick t join app.visit v on v.visit_id = t.visit_id where v.state = 'cancelled'`,
}

/** Counts what must not be. Asked as somebody who sees every row. */
export async function faultsOf(db: Client): Promise<Record<string, number>> {
  const taken = `with taken as (
    select visit_id as id, staff_id, room_id,
      tstzrange(starts_at - make_interval(mins => before_minutes), ends_at + make_interval(mins => after_minutes)) as span
    from app.visit where class_id is null and state <> 'cancelled'
    union all
    select class_id, staff_id, room_id,
      tstzrange(starts_at - make_interval(mins => before_minutes), ends_at + make_interval(mins => after_minutes))
    from app.visit_class where cancelled_at is null
  )`
  const found: Record<string, number> = {}
  for (const [name, question] of Object.entries(FAULTS)) {
    const { rows } = await db.query<{ n: string }>(`${taken} select count(*) as n from (${question}) faults`)
    found[name] = Number(rows[0]?.n)
  }
  return found
}
