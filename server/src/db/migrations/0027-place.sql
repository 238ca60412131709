-- A place of the clinic, as visits are booked there: where it stands, how it is reached, and by whose clocks its hours run. `zone` is a name
-- of the IANA list; null: nobody has said yet, so nothing can be booked there. A place that is closed stays for what happened in it.
alter table app.location
  add column address text not null default '' check (length(address) <= 300),
  add column phone text not null default '' check (length(phone) <= 40),
  add column zone text check (length(zone) between 1 and 60),
  add column closed_at timestamptz;
