-- Who cares for whom, and where. Somebody on nobody's team is open to the therapists of their place; everybody else to their team alone.
create table app.location (
  tenant_id uuid not null references app.clinic (tenant_id),
  location_id uuid not null,
  name text not null,
  created_at timestamptz not null,
  primary key (tenant_id, location_id)
);

alter table app.patient
  add column location_id uuid,
  add foreign key (tenant_id, location_id) references app.location;

create table app.workplace (
  tenant_id uuid not null,
  staff_id uuid not null,
  location_id uuid not null,
  primary key (tenant_id, staff_id, location_id),
  foreign key (tenant_id, staff_id) references auth.membership on delete cascade,
  foreign key (tenant_id, location_id) references app.location on delete cascade
);

create table app.care_team (
  tenant_id uuid not null,
  patient_id uuid not null,
  staff_id uuid not null,
  part text not null check (part in ('lead', 'member', 'cover')),
  since timestamptz not null,
  until timestamptz, -- of a cover: when it ends by itself
  added_by text not null,
  primary key (tenant_id, patient_id, staff_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade,
  foreign key (tenant_id, staff_id) references auth.membership on delete cascade
);
create index on app.care_team (tenant_id, staff_id);

-- A record opened without being on its team, with a reason and for a time; its person and the clinic's admin are told.
create table app.broken_glass (
  tenant_id uuid not null,
  glass_id uuid not null,
  patient_id uuid not null,
  staff_id uuid not null,
  reason text not null,
  opened_at timestamptz not null,
  ends_at timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by text,
  primary key (tenant_id, glass_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade,
  foreign key (tenant_id, staff_id) references auth.membership on delete cascade
);
create index on app.broken_glass (tenant_id, patient_id, staff_id);
create index on app.broken_glass (tenant_id, opened_at);

do $$
declare t text;
begin
  foreach t in array array['location', 'workplace', 'care_team', 'broken_glass'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy own_clinic on app.%I for all '
      'using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
end $$;
