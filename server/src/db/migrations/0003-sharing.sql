-- Links to somebody's exercises of today. What the link is belongs to the record and is cut by clinic; its hashed secret stands where
-- the other secrets do, to find out who is asking. A link that was taken back or has ended is a row that is not there.
create table app.share (
  tenant_id uuid not null,
  patient_id uuid not null,
  share_id uuid not null,
  kind text not null,
  shown_name text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  opened integer not null default 0,
  opened_at timestamptz,
  primary key (tenant_id, patient_id, share_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);

create table auth.share_token (
  token_hash text primary key,
  tenant_id uuid not null,
  patient_id uuid not null,
  share_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  foreign key (tenant_id, patient_id, share_id) references app.share on delete cascade
);
create index on auth.share_token (tenant_id, patient_id, share_id);

alter table app.share enable row level security;
alter table app.share force row level security;
create policy own_clinic on app.share for all
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
