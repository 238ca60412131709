-- In which language somebody of the staff last came in: letters to them are written in it.
alter table auth.staff add column lang text not null default 'en' check (length(lang) between 2 and 10);
