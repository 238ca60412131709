-- What is to be sent by mail. To whom and with which link stands sealed under a key that is not in the database, and only until it is out.
-- `unsure`: the other server took all of it and was not heard of again; it is not sent twice.
create table app.mail (
  tenant_id uuid not null references app.clinic (tenant_id),
  mail_id uuid not null,
  effect_key text not null,
  sealed text,
  state text not null check (state in ('waiting', 'sending', 'sent', 'unsure', 'given-up', 'nobody')),
  tries integer not null default 0,
  next_at timestamptz not null,
  created_at timestamptz not null,
  done_at timestamptz,
  primary key (tenant_id, mail_id),
  unique (tenant_id, effect_key)
);
create index on app.mail (tenant_id, next_at) where state in ('waiting', 'sending');

-- The address by which somebody opens their record on another device; it counts once a link that was sent to it was used.
create table app.sign_in_email (
  tenant_id uuid not null,
  patient_id uuid not null,
  email text not null,
  added_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (tenant_id, patient_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on app.sign_in_email (tenant_id, email);

do $$
declare t text;
begin
  foreach t in array array['mail', 'sign_in_email'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy own_clinic on app.%I for all '
      'using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
end $$;

alter table auth.entry_link drop constraint entry_link_made_by_check;
alter table auth.entry_link add constraint entry_link_made_by_check check (made_by in ('self', 'clinic', 'mail'));
