-- When therapists see people, where, and in what kind of visit. Hours and time off are wall time by the clocks of their place; a visit keeps
-- the wall time, the zone and the instant. Hours of somebody belong to a place even for video: they run by its clocks.
create table app.room (
  tenant_id uuid not null,
  room_id uuid not null,
  location_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  kinds text[] not null,
  closed_at timestamptz,
  primary key (tenant_id, room_id),
  foreign key (tenant_id, location_id) references app.location
);
create index on app.room (tenant_id, location_id);

create table app.visit_type (
  tenant_id uuid not null references app.clinic (tenant_id),
  type_id uuid not null,
  kind text not null check (kind in ('evaluation', 'treatment', 'video', 'class')),
  name text not null check (length(name) between 1 and 80),
  minutes integer not null check (minutes between 5 and 240 and minutes % 5 = 0),
  before_minutes integer not null default 0 check (before_minutes between 0 and 60 and before_minutes % 5 = 0),
  after_minutes integer not null default 0 check (after_minutes between 0 and 60 and after_minutes % 5 = 0),
  seats integer not null default 1 check (seats between 1 and 60 and (seats = 1 or kind = 'class')),
  needs_room boolean not null,
  booked_by text not null check (booked_by in ('anyone', 'patients', 'desk')),
  closed_at timestamptz,
  primary key (tenant_id, type_id)
);

create table app.working_hours (
  tenant_id uuid not null,
  hours_id uuid not null,
  staff_id uuid not null,
  location_id uuid not null,
  weekday smallint not null check (weekday between 1 and 7), -- Monday is 1
  from_time time not null,
  to_time time not null,
  kinds text[] not null,
  from_day date,
  until_day date,
  primary key (tenant_id, hours_id),
  foreign key (tenant_id, staff_id) references auth.membership on delete cascade,
  foreign key (tenant_id, location_id) references app.location,
  check (from_time < to_time),
  check (until_day >= from_day)
);
create index on app.working_hours (tenant_id, staff_id);

-- Time off of one person, or of everybody (a holiday), at one place or at all: wall time by the clocks of each place.
create table app.time_off (
  tenant_id uuid not null references app.clinic (tenant_id),
  off_id uuid not null,
  staff_id uuid,
  location_id uuid,
  from_wall timestamp not null,
  until_wall timestamp not null,
  title text not null default '' check (length(title) <= 80),
  made_by text not null,
  primary key (tenant_id, off_id),
  foreign key (tenant_id, staff_id) references auth.membership on delete cascade,
  foreign key (tenant_id, location_id) references app.location,
  check (from_wall < until_wall)
);
create index on app.time_off (tenant_id, until_wall);

create table app.booking_rule (
  tenant_id uuid not null references app.clinic (tenant_id),
  body jsonb not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (tenant_id)
);

-- A group class: it takes the therapist and the room as a whole; who comes takes a seat of it.
create table app.visit_class (
  tenant_id uuid not null,
  class_id uuid not null,
  type_id uuid not null,
  staff_id uuid not null,
  location_id uuid not null,
  room_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  wall text not null,
  zone text not null,
  before_minutes integer not null default 0,
  after_minutes integer not null default 0,
  seats integer not null check (seats between 1 and 60),
  cancelled_at timestamptz,
  made_by text not null,
  primary key (tenant_id, class_id),
  foreign key (tenant_id, type_id) references app.visit_type,
  foreign key (tenant_id, staff_id) references auth.membership,
  foreign key (tenant_id, location_id) references app.location,
  foreign key (tenant_id, room_id) references app.room,
  check (starts_at < ends_at)
);
create index on app.visit_class (tenant_id, starts_at);

-- A visit. `held` waits for its person's name until `held_until`; `holder` is the hash of the secret of the browser that holds it, `held_from`
-- that of its network, for as long. The minutes before and after are those of its kind when it was made: so long are therapist and room taken
-- besides. `sequence` counts what its calendar entry was told; `version` every change. `override` is why the front desk went past a rule.
create table app.visit (
  tenant_id uuid not null,
  visit_id uuid not null,
  patient_id uuid,
  type_id uuid not null,
  staff_id uuid not null,
  location_id uuid not null,
  room_id uuid,
  class_id uuid,
  series_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  wall text not null check (wall ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
  zone text not null,
  state text not null check (state in ('held', 'booked', 'arrived', 'in-progress', 'done', 'no-show', 'cancelled')),
  held_until timestamptz,
  holder text,
  held_from text,
  before_minutes integer not null default 0,
  after_minutes integer not null default 0,
  sequence integer not null default 0,
  version integer not null default 0,
  made_at timestamptz not null,
  made_by text not null, -- 'patient', 'anyone' or the id of a member of staff
  booked_at timestamptz,
  override text check (length(override) <= 500),
  arrived_at timestamptz,
  started_at timestamptz,
  done_at timestamptz,
  cancelled_at timestamptz,
  cancelled_by text,
  cancel_late boolean,
  primary key (tenant_id, visit_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade,
  foreign key (tenant_id, type_id) references app.visit_type,
  foreign key (tenant_id, staff_id) references auth.membership,
  foreign key (tenant_id, location_id) references app.location,
  foreign key (tenant_id, room_id) references app.room,
  foreign key (tenant_id, class_id) references app.visit_class,
  check (starts_at < ends_at),
  check ((state = 'held') = (held_until is not null)),
  check (state = 'held' or (holder is null and held_from is null)),
  check (patient_id is not null or state = 'held' or state = 'cancelled')
);
create index on app.visit (tenant_id, starts_at);
create index on app.visit (tenant_id, staff_id, starts_at);
create index on app.visit (tenant_id, patient_id, starts_at);
create index on app.visit (tenant_id, class_id) where class_id is not null;
create index on app.visit (tenant_id, held_until) where state = 'held';

-- What is taken, in steps of five minutes: of a therapist, of a room, of a person, of the seats of a class. That nothing is given twice is
-- this key, on any engine and in any number of processes. `tick` is the instant in steps of 300 s since 1970; of a class its seats have one.
create table app.tick (
  tenant_id uuid not null,
  resource uuid not null,
  tick integer not null,
  seat smallint not null default 0,
  visit_id uuid,
  class_id uuid,
  primary key (tenant_id, resource, tick, seat),
  foreign key (tenant_id, visit_id) references app.visit on delete cascade,
  foreign key (tenant_id, class_id) references app.visit_class on delete cascade,
  check ((visit_id is null) <> (class_id is null))
);
create index on app.tick (tenant_id, visit_id) where visit_id is not null;
create index on app.tick (tenant_id, class_id) where class_id is not null;

-- Who would come earlier, or at all. A gap is offered to one after the other, the longest waiting first; the offer is a held visit.
create table app.wait_list (
  tenant_id uuid not null,
  wait_id uuid not null,
  patient_id uuid not null,
  type_id uuid not null,
  staff_id uuid,
  location_id uuid,
  wish jsonb not null,
  state text not null check (state in ('waiting', 'offered', 'taken', 'ended')),
  since timestamptz not null,
  visit_id uuid,
  offered_until timestamptz,
  declined integer not null default 0,
  primary key (tenant_id, wait_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade,
  foreign key (tenant_id, type_id) references app.visit_type,
  foreign key (tenant_id, staff_id) references auth.membership on delete cascade,
  foreign key (tenant_id, location_id) references app.location
);
create index on app.wait_list (tenant_id, state, since);

-- How many visits the payer of somebody approved, and in which days.
create table app.visit_authorisation (
  tenant_id uuid not null,
  patient_id uuid not null,
  body jsonb not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (tenant_id, patient_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['room', 'visit_type', 'working_hours', 'time_off', 'booking_rule', 'visit_class', 'visit', 'tick', 'wait_list', 'visit_authorisation'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy own_clinic on app.%I for all '
      'using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
end $$;
