-- What a clinician is licensed as, where and until when, as an administrator has checked it in the public register.
create table auth.licence (
  staff_id uuid primary key references auth.staff (staff_id) on delete cascade,
  kind text not null,
  number text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  region text,
  expires_on date not null,
  checked_at timestamptz not null,
  checked_by uuid references auth.staff (staff_id) on delete set null
);
