-- What people and their clinic write to each other. `place` is the order; `task_id` the task of what was found in the words, `due_at` by
-- when an answer was promised, as the promise stood then. `answered_at` without an answer is `settled`: none was needed.
create table app.message (
  tenant_id uuid not null,
  patient_id uuid not null,
  message_id uuid not null,
  place bigint generated always as identity,
  author text not null check (author in ('patient', 'clinic')),
  staff_id uuid,
  words text not null,
  lang text not null,
  answers jsonb not null,
  received_at timestamptz not null,
  due_at timestamptz,
  answered_at timestamptz,
  settled boolean not null default false,
  read_at timestamptz,
  read_by text,
  task_id uuid,
  card text,
  primary key (tenant_id, patient_id, message_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade,
  check ((author = 'clinic') = (staff_id is not null))
);
create index on app.message (tenant_id, patient_id, place);
create index on app.message (tenant_id, patient_id) where author = 'patient' and answered_at is null;
create index on app.message (tenant_id, task_id) where task_id is not null;
create index on app.message (tenant_id, received_at) where author = 'patient';

create table app.reply_rule (
  tenant_id uuid not null references app.clinic (tenant_id),
  body jsonb not null,
  set_at timestamptz not null,
  set_by text not null,
  primary key (tenant_id)
);

create table app.message_template (
  tenant_id uuid not null references app.clinic (tenant_id),
  template_id text not null,
  body jsonb not null,
  primary key (tenant_id, template_id)
);

do $$
declare t text;
begin
  foreach t in array array['message', 'reply_rule', 'message_template'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy own_clinic on app.%I for all '
      'using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
end $$;
