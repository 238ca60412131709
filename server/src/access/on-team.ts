import type { StaffRole } from '@dorsal/care'
import { type RawBuilder, sql } from 'kysely'

export type OnTeam = {
  tenant_id: string
  patient_id: string
  staff_id: string
  part: 'lead' | 'member' | 'cover'
  since: Date
  until: Date | null
}

/**
 * Who is on whose team at a moment: those who were taken on, until their time is over, and whoever stands in for one of them who is away.
 * The one place that knows of both; whether somebody still belongs to the clinic is for the asker to join.
 */
export const onTeam = (now: Date): RawBuilder<OnTeam> => sql<OnTeam>`(
  select t.tenant_id, t.patient_id, t.staff_id, t.part, t.since, t.until
  from app.care_team t where t.until is null or t.until > ${now}
  union all
  select t.tenant_id, t.patient_id, a.cover_id, 'cover', a.begins_at, a.ends_at
  from app.absence a
  join app.care_team t on t.tenant_id = a.tenant_id and t.staff_id = a.staff_id
  join auth.membership g on g.tenant_id = a.tenant_id and g.staff_id = a.staff_id and g.ended_at is null
  where a.begins_at <= ${now} and a.ends_at > ${now} and (t.until is null or t.until > ${now})
)`

/** The same, by name and role: those who still belong to the clinic. */
export type OfTeam = Omit<OnTeam, 'tenant_id'> & { name: string; role: StaffRole }
export const teamOf = (now: Date): RawBuilder<OfTeam> => sql<OfTeam>`(
  select t.patient_id, t.staff_id, t.part, t.until, t.since, s.name, m.role from ${onTeam(now)} t
  join auth.membership m on m.tenant_id = t.tenant_id and m.staff_id = t.staff_id and m.ended_at is null
  join auth.staff s on s.staff_id = t.staff_id and s.disabled_at is null
)`
