-- One person, several clinics: each membership with one role. `auth.staff` keeps the person and the clinic that first took them in; that
-- clinic's membership follows it by itself, so that there is one table to ask who works where.
create table auth.membership (
  tenant_id uuid not null references auth.tenant (tenant_id),
  staff_id uuid not null references auth.staff (staff_id) on delete cascade,
  role text not null check (
    role in ('therapist', 'assistant', 'front-desk', 'clinic-admin', 'benefit-manager', 'platform-admin')
  ),
  since timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, staff_id)
);
create index on auth.membership (staff_id);

insert into auth.membership (tenant_id, staff_id, role, since)
  select tenant_id, staff_id, role, created_at from auth.staff;

create function auth.follow_staff() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  insert into auth.membership (tenant_id, staff_id, role, since)
    values (new.tenant_id, new.staff_id, new.role, new.created_at)
    on conflict (tenant_id, staff_id) do update set role = excluded.role;
  return new;
end $$;
create trigger follow_staff after insert or update of role on auth.staff
  for each row execute function auth.follow_staff();

-- In which of their clinics somebody is signed in; null: the one that first took them in.
alter table auth.staff_session add column tenant_id uuid references auth.tenant (tenant_id);
