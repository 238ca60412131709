-- What somebody said before a visit. Answered anew, the later one counts and the earlier one stays: what was said is never written over.
create table app.visit_check_in (
  tenant_id uuid not null,
  check_in_id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  body jsonb not null,
  at timestamptz not null,
  primary key (tenant_id, check_in_id),
  foreign key (tenant_id, visit_id) references app.visit on delete cascade,
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on app.visit_check_in (tenant_id, patient_id, visit_id, at);
alter table app.visit_check_in enable row level security;
alter table app.visit_check_in force row level security;
create policy own_clinic on app.visit_check_in for all
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
