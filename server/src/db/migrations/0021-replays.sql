-- That a person lets the movement of their sets be kept. The row goes when it is taken back, and what was kept with it.
create table app.replay_agreement (
  tenant_id uuid not null,
  patient_id uuid not null,
  version text not null,
  lang text not null,
  agreed_at timestamptz not null,
  at timestamptz not null,
  primary key (tenant_id, patient_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);

-- The movement of one set: landmarks in the replay format, packed. Hangs on the agreement, so that there can be none without one.
create table app.replay (
  tenant_id uuid not null,
  patient_id uuid not null,
  session_id uuid not null,
  set_index integer not null check (set_index between 0 and 199),
  replay_id uuid not null,
  exercise_id text not null,
  done_at timestamptz not null,
  seconds double precision not null,
  reps integer not null,
  calibration jsonb not null,
  data bytea not null check (octet_length(data) <= 500000),
  received_at timestamptz not null,
  primary key (tenant_id, patient_id, session_id, set_index),
  unique (tenant_id, replay_id),
  foreign key (tenant_id, patient_id) references app.replay_agreement on delete cascade,
  foreign key (tenant_id, patient_id, session_id) references app.session_report on delete cascade
);
-- What is packed already is not packed again.
alter table app.replay alter column data set storage external;
create index on app.replay (tenant_id, received_at);

do $$
declare t text;
begin
  foreach t in array array['replay_agreement', 'replay'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy own_clinic on app.%I for all '
      'using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
end $$;
