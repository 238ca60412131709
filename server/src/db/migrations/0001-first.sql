-- Three walls apart: `app` holds records and is cut by clinic with row-level security, `auth` holds what is needed to find out
-- who is asking (no health data), and the job queue lives in a schema of its own.
create schema app;
create schema auth;

create table auth.tenant (
  tenant_id uuid primary key,
  slug text not null unique,
  created_at timestamptz not null
);

create table app.clinic (
  tenant_id uuid primary key references auth.tenant (tenant_id),
  name text not null,
  created_at timestamptz not null
);

create table app.patient (
  tenant_id uuid not null references app.clinic (tenant_id),
  patient_id uuid not null,
  label text not null,
  contact jsonb not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (tenant_id, patient_id)
);

create table app.consent (
  tenant_id uuid not null,
  consent_id uuid not null,
  patient_id uuid not null,
  version text not null,
  lang text not null,
  agreed_at timestamptz not null,
  at timestamptz not null,
  primary key (tenant_id, patient_id, consent_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on app.consent (tenant_id, consent_id);

-- The stored reply of every write made under a device's own id: the same id and body get it again, for ever.
create table app.receipt (
  tenant_id uuid not null,
  patient_id uuid not null,
  endpoint text not null,
  id uuid not null,
  body_hash text not null,
  reply json not null, -- not jsonb: the reply is given again as it was, to the letter
  at timestamptz not null,
  primary key (tenant_id, patient_id, endpoint, id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);

create table app.intake (
  tenant_id uuid not null,
  patient_id uuid not null,
  intake_id uuid not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (tenant_id, patient_id, intake_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);

create table app.plan (
  tenant_id uuid not null,
  patient_id uuid not null,
  version integer not null,
  body jsonb not null,
  decided_by text not null,
  at timestamptz not null,
  primary key (tenant_id, patient_id, version),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);

create table app.episode (
  tenant_id uuid not null,
  patient_id uuid not null,
  intake jsonb not null,
  triage jsonb not null,
  warnings jsonb not null,
  clearances jsonb not null,
  card text,
  next text not null,
  plan_version integer,
  session_number integer not null,
  prescription jsonb not null,
  updated_at timestamptz not null,
  primary key (tenant_id, patient_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade,
  foreign key (tenant_id, patient_id, plan_version) references app.plan
);

create table app.decision (
  tenant_id uuid not null,
  patient_id uuid not null,
  decision_id uuid not null,
  kind text not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (tenant_id, patient_id, decision_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);

create table app.session_report (
  tenant_id uuid not null,
  patient_id uuid not null,
  session_id uuid not null,
  session_number integer not null,
  body jsonb not null,
  received_at timestamptz not null,
  primary key (tenant_id, patient_id, session_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on app.session_report (tenant_id, patient_id, received_at);

create table app.proposal (
  tenant_id uuid not null,
  proposal_id uuid not null,
  patient_id uuid not null,
  kind text not null,
  status text not null,
  plan_version integer not null,
  changes jsonb not null,
  because jsonb not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by text,
  note text,
  lock integer not null default 1,
  primary key (tenant_id, proposal_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on app.proposal (tenant_id, patient_id);

create table app.task (
  tenant_id uuid not null,
  task_id uuid not null,
  patient_id uuid not null,
  kind text not null,
  level text not null,
  because jsonb not null,
  created_at timestamptz not null,
  due_at timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by text,
  closed_at timestamptz,
  primary key (tenant_id, task_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on app.task (tenant_id, patient_id);

create table app.appointment_request (
  tenant_id uuid not null,
  patient_id uuid not null,
  request_id uuid not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (tenant_id, patient_id, request_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);

create table app.outbox (
  tenant_id uuid not null references app.clinic (tenant_id),
  outbox_id uuid not null,
  effect_key text not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  done_at timestamptz,
  primary key (tenant_id, outbox_id),
  unique (tenant_id, effect_key)
);

-- Who looked at or changed whose record. Stays when a record is erased; holds ids only.
create table app.audit (
  tenant_id uuid not null references app.clinic (tenant_id),
  audit_id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  patient_id uuid,
  request_id text not null,
  primary key (tenant_id, audit_id)
);
create index on app.audit (tenant_id, patient_id, at);

create table auth.patient_secret (
  secret_hash text primary key,
  tenant_id uuid not null,
  patient_id uuid not null,
  created_at timestamptz not null,
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on auth.patient_secret (tenant_id, patient_id);

create table auth.staff (
  staff_id uuid primary key,
  tenant_id uuid not null references auth.tenant (tenant_id),
  email text not null unique,
  name text not null,
  role text not null,
  password_hash text not null,
  created_at timestamptz not null,
  disabled_at timestamptz
);

create table auth.staff_session (
  token_hash text primary key,
  staff_id uuid not null references auth.staff (staff_id) on delete cascade,
  network text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index on auth.staff_session (staff_id);

create table auth.sign_in_try (
  try_id uuid primary key,
  account text not null,
  network text not null,
  at timestamptz not null,
  succeeded boolean not null
);
create index on auth.sign_in_try (account, at);
create index on auth.sign_in_try (network, at);

-- The second wall behind the access policy: a statement sees and writes only the clinic that its transaction named.
do $$
declare t record;
begin
  for t in select tablename from pg_tables where schemaname = 'app' loop
    execute format('alter table app.%I enable row level security', t.tablename);
    execute format('alter table app.%I force row level security', t.tablename);
    execute format(
      'create policy own_clinic on app.%I for all '
      'using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t.tablename);
  end loop;
end $$;
