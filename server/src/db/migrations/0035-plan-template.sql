-- The clinic's own templates of programmes. A line is one version of one template and is only ever added, so that a plan can say for good which
-- one it came from; the last version counts. Nothing in it is about a person, and there is no column for one.
create table app.plan_template (
  tenant_id uuid not null references app.clinic (tenant_id),
  template_id uuid not null,
  version integer not null check (version > 0),
  name text not null check (length(name) between 2 and 80),
  whom text not null check (length(whom) <= 200),
  state text not null check (state in ('offered', 'retired')),
  programme jsonb not null,
  by_id uuid not null,
  by_name text not null,
  at timestamptz not null,
  primary key (tenant_id, template_id, version)
);
alter table app.plan_template enable row level security;
alter table app.plan_template force row level security;
create policy own_clinic on app.plan_template for all
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);

-- The second wall: whoever asks, a version stays as it was made.
create function app.template_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a version of a template stays';
end $$;
create trigger template_stays before update or delete on app.plan_template
  for each row execute function app.template_stays();
