-- How people prove who they are: second factors of staff, passkeys, links that work once, and what is known of devices and tries. No
-- health data. A copy of these tables opens nothing: secrets are hashed, or sealed with a key that is not in the database.

-- Between the password and the second factor there is no session, only this: a ticket that opens nothing but the next step.
create table auth.sign_in_step (
  ticket_hash text primary key,
  staff_id uuid not null references auth.staff (staff_id) on delete cascade,
  kind text not null check (kind in ('code', 'enrol')),
  sealed_secret text, -- the new code generator's, until its first code is right
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on auth.sign_in_step (staff_id);

create table auth.code_generator (
  staff_id uuid primary key references auth.staff (staff_id) on delete cascade,
  sealed_secret text not null,
  last_step bigint not null, -- the time step of the last code that was taken: none is taken twice
  created_at timestamptz not null
);

create table auth.backup_code (
  staff_id uuid not null references auth.staff (staff_id) on delete cascade,
  code_mac text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (staff_id, code_mac)
);

-- The made-up clinician of a demo signs in by password alone. Read only while DEMO=1, deleted at the first start without it.
create table auth.demo_sign_in (
  staff_id uuid primary key references auth.staff (staff_id) on delete cascade
);

-- A link that the clinic hands over: to join it, to choose a new password, or to become its first administrator.
create table auth.staff_link (
  link_id uuid primary key,
  token_hash text not null unique,
  tenant_id uuid not null references auth.tenant (tenant_id),
  kind text not null check (kind in ('join', 'reset', 'first-admin')),
  email text,
  name text,
  role text,
  staff_id uuid references auth.staff (staff_id) on delete cascade,
  drops_second_factor boolean not null default false,
  made_by uuid references auth.staff (staff_id) on delete set null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on auth.staff_link (tenant_id);

-- One person, whichever clinics hold records of them, and each record with the account that claimed it.
create table auth.account (
  account_id uuid primary key,
  email text unique,
  password_hash text,
  created_at timestamptz not null
);
create table auth.account_record (
  tenant_id uuid not null,
  patient_id uuid not null,
  account_id uuid not null references auth.account (account_id) on delete cascade,
  claimed_at timestamptz not null,
  primary key (tenant_id, patient_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on auth.account_record (account_id);

-- A link or QR code that opens a record on one more device of the same person, once.
create table auth.entry_link (
  token_hash text primary key,
  tenant_id uuid not null,
  patient_id uuid not null,
  made_by text not null check (made_by in ('self', 'clinic')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on auth.entry_link (tenant_id, patient_id);

alter table auth.patient_secret
  add column session_id uuid not null default gen_random_uuid() unique,
  add column device text,
  add column last_seen_at timestamptz;

create table auth.passkey (
  passkey_id uuid primary key,
  credential_id text not null unique,
  staff_id uuid references auth.staff (staff_id) on delete cascade,
  account_id uuid references auth.account (account_id) on delete cascade,
  public_key text not null,
  algorithm integer not null,
  counter bigint not null,
  label text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  check (num_nonnulls(staff_id, account_id) = 1)
);
create index on auth.passkey (staff_id);
create index on auth.passkey (account_id);

-- What a passkey has to sign, once. `owner` is who asked, where somebody was signed in already.
create table auth.passkey_challenge (
  challenge_hash text primary key,
  purpose text not null check (purpose in ('staff-sign-in', 'staff-add', 'account-sign-in', 'account-add')),
  owner uuid,
  expires_at timestamptz not null
);

-- Browsers in which somebody signed in to an account before: tries from elsewhere do not count against them.
create table auth.known_device (
  device_hash text not null,
  account text not null,
  seen_at timestamptz not null,
  primary key (device_hash, account)
);
alter table auth.sign_in_try add column device text;

alter table auth.staff_session
  add column session_id uuid not null default gen_random_uuid() unique,
  add column device text not null default '';
