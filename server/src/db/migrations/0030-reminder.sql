-- How somebody wants to be reminded; without a row: as everybody begins.
create table app.reminder_setting (
  tenant_id uuid not null,
  patient_id uuid not null,
  body jsonb not null,
  set_at timestamptz not null,
  primary key (tenant_id, patient_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);

-- A browser that shows reminders. Where it is reached and its keys stand sealed; by the hash one browser is one row.
create table app.push_subscription (
  tenant_id uuid not null,
  patient_id uuid not null,
  subscription_id uuid not null,
  endpoint_hash text not null,
  sealed text not null,
  added_at timestamptz not null,
  primary key (tenant_id, subscription_id),
  unique (tenant_id, patient_id, endpoint_hash),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);

-- One letter: what it is about by the keys below, by which way, and whether it counts among the most that somebody wants.
create table app.reminder (
  tenant_id uuid not null,
  patient_id uuid not null,
  reminder_id uuid not null,
  way text not null check (way in ('mail', 'push')),
  keys text[] not null,
  counts boolean not null,
  at timestamptz not null,
  primary key (tenant_id, reminder_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on app.reminder (tenant_id, patient_id, at);

-- That nothing is told of twice, and no letter more is written than somebody wants, is this key, in any number of processes: one row for each
-- thing that was told (kind, what, its time), and one for the place of each letter that counts.
create table app.reminder_effect (
  tenant_id uuid not null,
  patient_id uuid not null,
  effect_key text not null,
  reminder_id uuid not null,
  primary key (tenant_id, patient_id, effect_key),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);

-- When somebody is to be looked at again: most minutes have nothing for most people.
create table app.reminder_look (
  tenant_id uuid not null,
  patient_id uuid not null,
  looked_at timestamptz not null,
  again_at timestamptz not null,
  primary key (tenant_id, patient_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);

-- A reminder goes out by the same table as every letter. To whom and with which words is found when it is sent, so nothing of it is kept.
alter table app.mail
  add column reminder_id uuid,
  add column subscription_id uuid,
  add foreign key (tenant_id, reminder_id) references app.reminder on delete cascade,
  add foreign key (tenant_id, subscription_id) references app.push_subscription on delete set null (subscription_id);
create index on app.mail (tenant_id, reminder_id) where reminder_id is not null;
create index on app.mail (tenant_id, subscription_id) where subscription_id is not null;

do $$
declare t text;
begin
  foreach t in array array['reminder_setting', 'push_subscription', 'reminder', 'reminder_effect', 'reminder_look'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy own_clinic on app.%I for all '
      'using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
end $$;
