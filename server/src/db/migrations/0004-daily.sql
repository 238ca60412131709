-- Small timed things of daily life that were done.
create table app.daily_done (
  tenant_id uuid not null,
  patient_id uuid not null,
  done_id uuid not null,
  kind text not null,
  body jsonb not null,
  received_at timestamptz not null,
  primary key (tenant_id, patient_id, done_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on app.daily_done (tenant_id, patient_id, received_at);
alter table app.daily_done enable row level security;
alter table app.daily_done force row level security;
create policy own_clinic on app.daily_done for all
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
