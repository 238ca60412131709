-- How many people somebody cares for at most, who hands whom over to whom, who stands in while somebody is away, and the views of the
-- panel that somebody keeps.
create table app.caseload (
  tenant_id uuid not null,
  staff_id uuid not null,
  cap integer not null check (cap between 1 and 5000),
  set_at timestamptz not null,
  set_by text not null,
  primary key (tenant_id, staff_id),
  foreign key (tenant_id, staff_id) references auth.membership on delete cascade
);

-- A line for each person, so that what was said about them goes with their record.
create table app.hand_over (
  tenant_id uuid not null,
  hand_over_id uuid not null,
  patient_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  note text not null,
  at timestamptz not null,
  seen_at timestamptz,
  primary key (tenant_id, hand_over_id, patient_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade,
  foreign key (tenant_id, from_id) references auth.membership on delete cascade,
  foreign key (tenant_id, to_id) references auth.membership on delete cascade
);
create index on app.hand_over (tenant_id, to_id) where seen_at is null;
create index on app.hand_over (tenant_id, patient_id);

-- While it runs, the cover stands on every team on which the absent one stands, by themselves and also on those that they join meanwhile.
create table app.absence (
  tenant_id uuid not null,
  absence_id uuid not null,
  staff_id uuid not null,
  cover_id uuid not null,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  note text not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (tenant_id, absence_id),
  check (staff_id <> cover_id and ends_at > begins_at),
  foreign key (tenant_id, staff_id) references auth.membership on delete cascade,
  foreign key (tenant_id, cover_id) references auth.membership on delete cascade
);
create index on app.absence (tenant_id, cover_id, ends_at);
create index on app.absence (tenant_id, staff_id, ends_at);

create table app.panel_view (
  tenant_id uuid not null,
  staff_id uuid not null,
  view_id uuid not null,
  name text not null,
  body jsonb not null,
  first boolean not null,
  primary key (tenant_id, staff_id, view_id),
  foreign key (tenant_id, staff_id) references auth.membership on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['caseload', 'hand_over', 'absence', 'panel_view'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy own_clinic on app.%I for all '
      'using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
end $$;
