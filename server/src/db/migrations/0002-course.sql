-- What people tell between sessions: how a day went, check-ins on the measures, lessons read.
create table app.day_report (
  tenant_id uuid not null,
  patient_id uuid not null,
  day_id uuid not null,
  kind text not null,
  body jsonb not null,
  received_at timestamptz not null,
  primary key (tenant_id, patient_id, day_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on app.day_report (tenant_id, patient_id, received_at);

create table app.check_in (
  tenant_id uuid not null,
  patient_id uuid not null,
  check_in_id uuid not null,
  body jsonb not null,
  received_at timestamptz not null,
  primary key (tenant_id, patient_id, check_in_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on app.check_in (tenant_id, patient_id, received_at);

create table app.lesson_done (
  tenant_id uuid not null,
  patient_id uuid not null,
  done_id uuid not null,
  lesson_id text not null,
  body jsonb not null,
  received_at timestamptz not null,
  primary key (tenant_id, patient_id, done_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on app.lesson_done (tenant_id, patient_id, received_at);

do $$
declare t text;
begin
  foreach t in array array['day_report', 'check_in', 'lesson_done'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy own_clinic on app.%I for all '
      'using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
end $$;
