/**
 * Tables with a person in them whose rows are news to nobody: lines of the trail, which every look writes, stored replies, what the
 * panel counts and keeps by itself, which changes with the rows themselves, and what a person was reminded of. */
const QUIET = [
  'audit',
  'receipt',
  'panel_facts',
  'panel_need',
  'panel_mark',
  'reminder_setting',
  'push_subscription',
  'reminder',
  'reminder_effect',
  'reminder_look',
]

/**
 * Puts the trigger on every table of records that has none yet. It runs after the migrations and knows no table by name, so that one that
 * is added later cannot be forgotten: all of them tell, and only what is named here does not.
 */
export const LIVE_TRIGGERS = `
  do $$
  declare t record;
  begin
    for t in
      select c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'patient_id' and not a.attisdropped
      where n.nspname = 'app' and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname <> all (array[${QUIET.map((name) => `'${name}'`).join(', ')}])
        and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'live')
    loop
      execute format(
        'create trigger live after insert or update or delete on app.%I for each row execute function app.tell_live()', t.name);
    end loop;
  end $$;
`
