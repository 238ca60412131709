-- What a clinic accepts: employers and health plans, kept by its administrator. Nothing in it is about a person, and nobody's search is kept.
create table app.coverage_entry (
  tenant_id uuid not null references app.clinic (tenant_id),
  entry_id uuid not null,
  kind text not null check (kind in ('employer', 'health-plan')),
  name text not null check (length(name) between 1 and 120),
  aliases text[] not null,
  state text not null check (state in ('accepted', 'ended')),
  note text not null check (length(note) <= 300),
  pays text not null check (length(pays) <= 300),
  set_at timestamptz not null,
  set_by text not null,
  primary key (tenant_id, entry_id)
);

-- What a visit costs whoever pays it themselves, and what is free: in the clinic's own words.
create table app.coverage_words (
  tenant_id uuid not null references app.clinic (tenant_id),
  pay_yourself text not null check (length(pay_yourself) <= 600),
  free_path text not null check (length(free_path) <= 600),
  set_at timestamptz not null,
  set_by text not null,
  primary key (tenant_id)
);

do $$
declare t text;
begin
  foreach t in array array['coverage_entry', 'coverage_words'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('alter table app.%I force row level security', t);
    execute format(
      'create policy own_clinic on app.%I for all '
      'using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid) '
      'with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', t);
  end loop;
end $$;
