-- What a clinic's lead did with an item of the content: signed it, returned it with words, took a signature back. Lines are only ever added.
create table app.content_sign_off (
  tenant_id uuid not null,
  sign_off_id uuid not null,
  item text not null check (length(item) between 3 and 120),
  version integer not null,
  hash text not null check (length(hash) = 64),
  act text not null check (act in ('sign', 'return', 'withdraw')),
  words text not null default '' check (length(words) <= 1000),
  by jsonb not null,
  at timestamptz not null,
  primary key (tenant_id, sign_off_id),
  check (act = 'sign' or length(words) >= 10)
);
create index content_sign_off_of on app.content_sign_off (tenant_id, item, sign_off_id desc);

-- Who opened which item, as it was then: nothing is signed unread.
create table app.content_opened (
  tenant_id uuid not null,
  staff_id uuid not null,
  item text not null,
  hash text not null,
  at timestamptz not null,
  primary key (tenant_id, staff_id, item, hash)
);

-- Whom an administrator appointed to review the content.
create table app.content_lead (
  tenant_id uuid not null,
  staff_id uuid not null,
  appointed_by uuid not null,
  at timestamptz not null,
  primary key (tenant_id, staff_id)
);

do $$
declare t text;
begin
  foreach t in array array['content_sign_off', 'content_opened', 'content_lead'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy own_clinic on app.%I for all '
      'using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
end $$;

-- The second wall behind the rights of the role: whoever asks, a signature stays as it was given.
create function app.sign_off_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a sign-off stays';
end $$;
create trigger sign_off_stays before update or delete on app.content_sign_off
  for each row execute function app.sign_off_stays();
