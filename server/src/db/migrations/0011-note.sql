-- Notes: drafts that are saved again and again, and signed ones whose words never change.
create table app.note (
  tenant_id uuid not null,
  patient_id uuid not null,
  note_id uuid not null,
  kind text not null check (kind in ('evaluation', 'plan-of-care', 'daily', 'progress', 'discharge', 'gp-letter')),
  state text not null check (state in ('draft', 'awaiting-co-sign', 'signed', 'co-signed')),
  lang text not null,
  lock integer not null,
  body jsonb not null,
  author jsonb not null,
  saved jsonb not null,
  signed jsonb,
  co_signed jsonb,
  hash text,
  created_at timestamptz not null,
  primary key (tenant_id, patient_id, note_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade,
  check ((state = 'draft') = (signed is null) and (signed is null) = (hash is null)),
  check ((state = 'co-signed') = (co_signed is not null))
);

-- Words that were added after signing.
create table app.note_addendum (
  tenant_id uuid not null,
  patient_id uuid not null,
  note_id uuid not null,
  addendum_id uuid not null,
  text text not null,
  by jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, patient_id, note_id, addendum_id),
  foreign key (tenant_id, patient_id, note_id) references app.note on delete cascade
);

-- Texts that came too late to be saved over somebody else's: kept, so that nothing is lost that was typed.
create table app.note_aside (
  tenant_id uuid not null,
  patient_id uuid not null,
  note_id uuid not null,
  aside_id uuid not null,
  body jsonb not null,
  by jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, patient_id, note_id, aside_id),
  foreign key (tenant_id, patient_id, note_id) references app.note on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['note', 'note_addendum', 'note_aside'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy own_clinic on app.%I for all '
      'using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
end $$;

-- The second wall behind the rules: whatever the program does, what was signed stays as it was signed. Erasing the person's whole record
-- still works, for that comes from the patient's row.
create function app.note_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if pg_trigger_depth() = 1 and old.state <> 'draft' then raise exception 'a signed note stays'; end if;
    return old;
  end if;
  if old.state <> 'draft' and (new.state = 'draft' or (new.kind, new.lang, new.body, new.author, new.signed, new.hash)
    is distinct from (old.kind, old.lang, old.body, old.author, old.signed, old.hash)) then
    raise exception 'a signed note stays';
  end if;
  return new;
end $$;
create trigger note_stays before update or delete on app.note for each row execute function app.note_stays();

create function app.addendum_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' or pg_trigger_depth() = 1 then raise exception 'an addendum stays'; end if;
  return old;
end $$;
create trigger addendum_stays before update or delete on app.note_addendum for each row execute function app.addendum_stays();
