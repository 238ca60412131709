-- What the panel looks at of everybody, kept narrow beside the records, so that it need not open each of them. What of a report counts is
-- said here once; what it comes to is decided by rules in the program (care/src/panel).
alter table app.session_report
  add column began_at timestamptz,
  add column ended_at timestamptz,
  add column moved boolean not null default false,
  add column pain real,
  add column pain_after real,
  add column since_last text;

-- A device whose clock runs ahead must not stay the last word for ever: nothing is later than its arrival.
create function app.report_brief() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  new.began_at := least((new.body ->> 'startedAt')::timestamptz, new.received_at);
  new.ended_at := least((new.body ->> 'endedAt')::timestamptz, new.received_at);
  new.moved := coalesce(jsonb_array_length(new.body -> 'sets'), 0) > 0;
  new.pain := (new.body -> 'before' ->> 'pain')::real;
  new.pain_after := (new.body ->> 'painAfter')::real;
  new.since_last := new.body -> 'before' ->> 'sinceLast';
  return new;
end $$;
create trigger report_brief before insert or update of body, received_at on app.session_report
  for each row execute function app.report_brief();

create table app.panel_facts (
  tenant_id uuid not null,
  patient_id uuid not null,
  pain_start real, -- average pain at the intake
  plan_version integer,
  plan_status text,
  plan_since timestamptz,
  per_week real, -- home sessions that the plan asks for
  phase text,
  checked_at timestamptz, -- last check-in
  reports jsonb not null default '[]', -- the first report with a pain, the last two with one, and the last; oldest first
  moved_at timestamptz[] not null default '{}', -- ends of the sessions of the last seven days in which something was done
  primary key (tenant_id, patient_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on app.session_report (tenant_id, patient_id, began_at);
create index on app.task (tenant_id, patient_id) where closed_at is null;
create index on app.proposal (tenant_id, patient_id) where status = 'pending';
create index on app.note (tenant_id, patient_id) where state = 'awaiting-co-sign';
create index on app.note (tenant_id, patient_id) where kind = 'plan-of-care' and state in ('signed', 'co-signed');

create function app.facts_of_reports(tenant uuid, patient uuid) returns void language sql set search_path = pg_catalog as $$
  with own as not materialized (
    select session_id, began_at, ended_at, pain, pain_after, since_last, moved, received_at
    from app.session_report r where r.tenant_id = tenant and r.patient_id = patient
  ), few as (
    (select * from own order by began_at desc, session_id desc limit 1)
    union (select * from own where pain is not null order by began_at desc, session_id desc limit 2)
    union (select * from own where pain is not null order by began_at, session_id limit 1)
  )
  insert into app.panel_facts as f (tenant_id, patient_id, reports, moved_at)
  select tenant, patient,
    coalesce((select jsonb_agg(jsonb_build_object(
      'before', jsonb_build_object('pain', pain, 'sinceLast', since_last), 'painAfter', pain_after,
      'endedAt', to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by began_at, session_id) from few), '[]'),
    array(select ended_at from own where moved and received_at > (select max(received_at) from own) - interval '7 days' order by ended_at)
  on conflict (tenant_id, patient_id) do update set reports = excluded.reports, moved_at = excluded.moved_at
$$;
create function app.facts_of_plan(tenant uuid, patient uuid) returns void language sql set search_path = pg_catalog as $$
  insert into app.panel_facts (tenant_id, patient_id, plan_version, plan_status, plan_since, per_week, phase)
  select p.tenant_id, p.patient_id, p.version, p.body ->> 'status',
    (select min(o.at) from app.plan o where o.tenant_id = tenant and o.patient_id = patient),
    (p.body -> 'cadence' ->> 'homeSessionsPerWeek')::real, p.body ->> 'phase'
  from app.plan p where p.tenant_id = tenant and p.patient_id = patient order by p.version desc limit 1
  on conflict (tenant_id, patient_id) do update set plan_version = excluded.plan_version, plan_status = excluded.plan_status,
    plan_since = excluded.plan_since, per_week = excluded.per_week, phase = excluded.phase
$$;
create function app.facts_of_episode(tenant uuid, patient uuid) returns void language sql set search_path = pg_catalog as $$
  insert into app.panel_facts (tenant_id, patient_id, pain_start)
  select e.tenant_id, e.patient_id, (e.intake -> 'measures' -> 'nprs' ->> 'average')::real
  from app.episode e where e.tenant_id = tenant and e.patient_id = patient
  on conflict (tenant_id, patient_id) do update set pain_start = excluded.pain_start
$$;
create function app.facts_of_check_in(tenant uuid, patient uuid) returns void language sql set search_path = pg_catalog as $$
  insert into app.panel_facts (tenant_id, patient_id, checked_at)
  select tenant, patient, max(c.received_at) from app.check_in c where c.tenant_id = tenant and c.patient_id = patient
  on conflict (tenant_id, patient_id) do update set checked_at = excluded.checked_at
$$;

create function app.facts_follow() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  case tg_table_name
    when 'session_report' then perform app.facts_of_reports(new.tenant_id, new.patient_id);
    when 'plan' then perform app.facts_of_plan(new.tenant_id, new.patient_id);
    when 'episode' then perform app.facts_of_episode(new.tenant_id, new.patient_id);
    when 'check_in' then perform app.facts_of_check_in(new.tenant_id, new.patient_id);
  end case;
  return null;
end $$;
create trigger facts_follow after insert or update on app.session_report for each row execute function app.facts_follow();
create trigger facts_follow after insert or update on app.plan for each row execute function app.facts_follow();
create trigger facts_follow after insert or update of intake on app.episode for each row execute function app.facts_follow();
create trigger facts_follow after insert or update on app.check_in for each row execute function app.facts_follow();

-- What is there already. The owner is held by the wall between clinics too; for this it steps aside, within this transaction.
alter table app.session_report no force row level security;
alter table app.plan no force row level security;
alter table app.episode no force row level security;
alter table app.check_in no force row level security;
update app.session_report set received_at = received_at;
select app.facts_of_plan(tenant_id, patient_id) from app.plan where version = 1;
update app.episode set intake = intake;
select app.facts_of_check_in(tenant_id, patient_id) from (select distinct tenant_id, patient_id from app.check_in) c;
alter table app.session_report force row level security;
alter table app.plan force row level security;
alter table app.episode force row level security;
alter table app.check_in force row level security;

alter table app.panel_facts enable row level security;
alter table app.panel_facts force row level security;
create policy own_clinic on app.panel_facts for all
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
