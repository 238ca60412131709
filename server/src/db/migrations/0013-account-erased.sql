-- An account whose last record was erased goes with it, its passkeys too: nothing of the person is left behind.
create function auth.drop_empty_account() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  delete from auth.account a where a.account_id = old.account_id
    and not exists (select from auth.account_record r where r.account_id = old.account_id);
  return null;
end $$;
create trigger drop_empty_account after delete on auth.account_record
  for each row execute function auth.drop_empty_account();
