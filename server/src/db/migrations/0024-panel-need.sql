-- What the rules of the panel (care/src/panel) came to for each person, kept so that a page can be asked for by it. The program writes
-- it, by the same rules as ever; the database only marks whose is old. No rule stands here.
create table app.panel_need (
  tenant_id uuid not null,
  patient_id uuid not null,
  rules text collate "C" not null default '', -- by which rules; others than the program's own: made anew
  changes_at timestamptz, -- when the need is another by nothing but the time
  need float8 not null default 0,
  reasons text[] not null default '{}',
  label text not null default '',
  plain_name text collate "C" not null default '',
  phase text,
  pending integer not null default 0, -- proposals
  waits_since timestamptz,
  primary key (tenant_id, patient_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade
);
create index on app.panel_need (tenant_id, rules, changes_at);

-- One line for each change. Lines are only added, so that nobody who writes waits for another one or for a page that is being made. Without a
-- foreign key, which would hold the person's row.
create table app.panel_mark (
  tenant_id uuid not null,
  patient_id uuid not null,
  mark_id uuid not null default gen_random_uuid(),
  primary key (tenant_id, patient_id, mark_id)
);

-- A person's rows that go with them are no change of theirs.
create function app.need_follow() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  changed record;
begin
  if tg_op = 'DELETE' then changed := old; else changed := new; end if;
  insert into app.panel_mark (tenant_id, patient_id)
  select p.tenant_id, p.patient_id from app.patient p where p.tenant_id = changed.tenant_id and p.patient_id = changed.patient_id;
  return null;
end $$;
do $$
declare t text;
begin
  foreach t in array array['panel_facts', 'task', 'proposal', 'message', 'note'] loop
    execute format(
      'create trigger need_follow after insert or update or delete on app.%I for each row execute function app.need_follow()', t);
  end loop;
end $$;
create trigger need_follow after update of label, contact, created_at on app.patient for each row execute function app.need_follow();

create function app.need_begins() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  insert into app.panel_need (tenant_id, patient_id) values (new.tenant_id, new.patient_id);
  return null;
end $$;
create trigger need_begins after insert on app.patient for each row execute function app.need_begins();

create function app.need_ends() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  delete from app.panel_mark m where m.tenant_id = old.tenant_id and m.patient_id = old.patient_id;
  return old;
end $$;
create trigger need_ends before delete on app.patient for each row execute function app.need_ends();

-- What is there already. The owner is held by the wall between clinics too; for this it steps aside, within this transaction.
alter table app.patient no force row level security;
insert into app.panel_need (tenant_id, patient_id) select tenant_id, patient_id from app.patient;
alter table app.patient force row level security;

do $$
declare t text;
begin
  foreach t in array array['panel_need', 'panel_mark'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy own_clinic on app.%I for all '
      'using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
end $$;
