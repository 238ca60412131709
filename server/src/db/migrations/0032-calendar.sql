-- A private list for a calendar program, which holds no cookies: whoever has its address sees times and places. Of the address only a hash
-- is kept; taking it back deletes the row, so that one that was taken back and one that never was are the same. Of one patient, or of one
-- member of the staff. `read_at`: when it was last read, for its owner and for the trail.
create table auth.calendar_feed (
  token_hash text primary key,
  feed_id uuid not null unique,
  tenant_id uuid not null,
  patient_id uuid,
  staff_id uuid,
  sessions boolean not null default false,
  zone text not null check (length(zone) <= 60),
  lang text not null check (length(lang) <= 10),
  made_at timestamptz not null,
  read_at timestamptz,
  foreign key (tenant_id, patient_id) references app.patient on delete cascade,
  foreign key (tenant_id, staff_id) references auth.membership on delete cascade,
  check ((patient_id is null) <> (staff_id is null)),
  check (staff_id is null or not sessions)
);
create index on auth.calendar_feed (tenant_id, patient_id);
create index on auth.calendar_feed (tenant_id, staff_id);

-- A session at home that its person put off to the next day, by their own calendar. The last one counts; nothing is owed for the others.
create table app.session_move (
  tenant_id uuid not null,
  patient_id uuid not null,
  from_day date not null,
  to_day date not null,
  moved_at timestamptz not null,
  primary key (tenant_id, patient_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade,
  check (to_day = from_day + 1)
);
alter table app.session_move enable row level security;
alter table app.session_move force row level security;
create policy own_clinic on app.session_move for all
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
