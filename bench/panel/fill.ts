import { randomUUID } from 'node:crypto'
import type { superuser } from '../../server/src/test-staff.ts'

type Given = { tenantId: string; like: string; people: number; sessions: number; staffId: string | null }

/**
 * Copies one person so many times, with everything that they have, each with so many of their last session's report spread over the days
 * before; as the superuser and without triggers, which take a million rows one by one: what they would have written is written here. Four fifths
 * are on the team of `staffId`.
 */
export async function fill(
  db: Awaited<ReturnType<typeof superuser>>,
  { tenantId, like, people, sessions, staffId }: Given,
): Promise<void> {
  const ask = (text: string, values: unknown[] = []) => db.query(text, values)
  await ask(`set session_replication_role = replica`)
  await ask('drop table if exists pg_temp.made')
  await ask('create temp table made as select gen_random_uuid() as id, n from generate_series(1, $1) n', [
    people,
  ])
  await ask(
    `insert into app.patient (tenant_id, patient_id, label, contact, created_at, last_seen_at)
     select $1, id, 'P' || n, jsonb_build_object('name', 'Person ' || n, 'email', n || '@example.org', 'phone', null),
       now() - interval '300 days', now() from made`,
    [tenantId],
  )
  await ask('insert into app.panel_need (tenant_id, patient_id) select $1, id from made', [tenantId])
  await ask(
    `insert into app.plan (tenant_id, patient_id, version, body, decided_by, at)
     select $1, id, p.version, p.body, p.decided_by, p.at from made, app.plan p where p.patient_id = $2`,
    [tenantId, like],
  )
  await ask(
    `insert into app.episode select $1, id, e.intake, e.triage, e.warnings, e.clearances, e.card, e.next, e.plan_version,
       e.session_number, e.prescription, e.updated_at from made, app.episode e where e.patient_id = $2`,
    [tenantId, like],
  )
  await ask(
    `insert into app.session_report (tenant_id, patient_id, session_id, session_number, body, received_at, began_at, ended_at, moved, pain,
       pain_after, since_last)
     select $1, id, gen_random_uuid(), s, r.body || jsonb_build_object('startedAt', said, 'endedAt', said), at, at, at, r.moved, r.pain,
       r.pain_after, r.since_last
     from made, generate_series(1, $3) s, lateral (select now() - (s * 30 + n % 100) * interval '1 hour' as at) w,
       lateral (select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as said) v,
       (select * from app.session_report where patient_id = $2 limit 1) r`,
    [tenantId, like, sessions],
  )
  await ask(
    `insert into app.proposal (tenant_id, proposal_id, patient_id, kind, status, plan_version, changes, because, created_at)
     select $1, gen_random_uuid(), id, 'co-sign', case when s = 1 and n % 5 = 0 then 'pending' else 'accepted' end, 1,
       '[{"planItemId":"3b241101-e2bb-4255-8caf-4136c566a962","variable":"reps","from":8,"to":10,"direction":"harder","status":"listed","because":[]}]', '[]', now()
     from made, generate_series(1, 8) s`,
    [tenantId],
  )
  await ask(
    `insert into app.task (tenant_id, task_id, patient_id, kind, level, because, created_at, closed_at)
     select $1, gen_random_uuid(), id, 'review', 'caution', '[]', now() - interval '3 days',
       case when s = 1 and n % 20 = 0 then null else now() end from made, generate_series(1, 6) s`,
    [tenantId],
  )
  await ask(
    `insert into app.message (tenant_id, patient_id, message_id, author, words, lang, answers, received_at, answered_at)
     select $1, id, gen_random_uuid(), 'patient', 'How often a day?', 'en', '{}', now() - interval '1 day',
       case when s = 1 and n % 10 = 0 then null else now() end from made, generate_series(1, 12) s`,
    [tenantId],
  )
  if (staffId !== null)
    await ask(
      `insert into app.care_team (tenant_id, patient_id, staff_id, part, since, added_by)
       select $1, id, $2, 'lead', now(), $3 from made where n % 5 > 0`,
      [tenantId, staffId, randomUUID()],
    )
  await ask(
    `select app.facts_of_plan($1, id), app.facts_of_episode($1, id), app.facts_of_reports($1, id), app.facts_of_check_in($1, id)
     from made`,
    [tenantId],
  )
  await ask('reset session_replication_role')
}
