-- The trail says of whom a list was shown, and what was refused; and it is sealed: each row's hash covers the one before it, so that
-- nothing in it can be changed, left out or put in without that being seen. Sealing is apart from the requests, which never wait for it.
alter table app.audit
  add column patient_ids uuid[] not null default '{}',
  add column outcome text not null default 'done' check (outcome in ('done', 'refused'));

create table app.audit_seal (
  tenant_id uuid not null references app.clinic (tenant_id),
  seq bigint not null,
  audit_id uuid not null,
  hash text not null,
  sealed_at timestamptz not null,
  primary key (tenant_id, seq),
  unique (tenant_id, audit_id)
);
alter table app.audit_seal enable row level security;
alter table app.audit_seal force row level security;
create policy own_clinic on app.audit_seal for all
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

-- What waits for its seal, of all clinics, so that the sealer need not ask each: ids only.
create table auth.unsealed (
  tenant_id uuid not null,
  audit_id uuid not null,
  primary key (tenant_id, audit_id)
);
-- The owner is held by the wall between clinics too; for this one look it steps aside, within this transaction.
alter table app.audit no force row level security;
insert into auth.unsealed (tenant_id, audit_id) select tenant_id, audit_id from app.audit;
alter table app.audit force row level security;
