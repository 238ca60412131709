-- Tells the servers, once a transaction has ended well, that something of somebody changed: of whom and in which table, never what. The
-- triggers that call it are put on every table with a person in it after the migrations (server/src/live/triggers.ts).
create function app.tell_live() returns trigger language plpgsql set search_path = pg_catalog as $$
declare
  changed record;
begin
  if tg_op = 'DELETE' then changed := old; else changed := new; end if;
  -- That a device was seen again is news to nobody.
  if tg_op = 'UPDATE' and tg_table_name = 'patient'
    and to_jsonb(new) - 'last_seen_at' = to_jsonb(old) - 'last_seen_at' then return null; end if;
  perform pg_notify('dorsal_live', changed.tenant_id || '/' || changed.patient_id || '/' || tg_table_name);
  return null;
end $$;

-- Tells them that somebody may no longer be who they were: a session that was ended, a secret taken back, a role changed. An open stream of
-- theirs is looked at again at once.
create function auth.tell_ended() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform pg_notify('dorsal_ended', coalesce(to_jsonb(old) ->> 'staff_id', to_jsonb(old) ->> 'patient_id'));
  return null;
end $$;

create trigger tell_ended after delete or update of revoked_at, tenant_id on auth.staff_session
  for each row execute function auth.tell_ended();
create trigger tell_ended after update of disabled_at on auth.staff
  for each row execute function auth.tell_ended();
create trigger tell_ended after delete or update of ended_at, role on auth.membership
  for each row execute function auth.tell_ended();
create trigger tell_ended after delete on auth.patient_secret
  for each row execute function auth.tell_ended();
