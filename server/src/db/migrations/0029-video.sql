-- The room of a video visit: the newest page of either side and when it came, whether the person was let in, when the clinician's page heard of
-- them. Every change of it is news to both.
create table app.video_room (
  tenant_id uuid not null,
  visit_id uuid not null,
  patient_id uuid not null,
  patient_meeting uuid,
  patient_came timestamptz,
  staff_id uuid,
  staff_meeting uuid,
  staff_knew timestamptz,
  admitted_at timestamptz,
  ended_at timestamptz,
  primary key (tenant_id, visit_id),
  foreign key (tenant_id, visit_id) references app.visit on delete cascade,
  foreign key (tenant_id, patient_id) references app.patient on delete cascade,
  foreign key (tenant_id, staff_id) references auth.membership on delete cascade
);
create index on app.video_room (tenant_id, patient_id);

-- When either side was last heard of. Nobody is in it by name, so that being there is no news.
create table app.video_seen (
  tenant_id uuid not null,
  visit_id uuid not null,
  side text not null check (side in ('patient', 'staff')),
  at timestamptz not null,
  primary key (tenant_id, visit_id, side),
  foreign key (tenant_id, visit_id) references app.visit on delete cascade
);

-- What the two browsers of a video visit tell each other to find a way: offers, answers, addresses to try. From one page (`meeting`) to one
-- page of the other side; gone when either is opened anew, when the visit ends, and after ten minutes.
create table app.video_signal (
  tenant_id uuid not null,
  visit_id uuid not null,
  signal_id bigint generated always as identity,
  patient_id uuid not null,
  meeting uuid not null,
  to_meeting uuid not null,
  body jsonb not null check (octet_length(body::text) <= 65536),
  at timestamptz not null,
  primary key (tenant_id, visit_id, signal_id),
  foreign key (tenant_id, visit_id) references app.visit on delete cascade,
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on app.video_signal (tenant_id, patient_id);
create index on app.video_signal (tenant_id, at);

do $$
declare t text;
begin
  foreach t in array array['video_room', 'video_seen', 'video_signal'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy own_clinic on app.%I for all '
      'using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
end $$;
