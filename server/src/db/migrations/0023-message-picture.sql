-- Photographs that go with messages: written anew by the server with only what is needed to draw them. They go with their message.
create table app.message_picture (
  tenant_id uuid not null,
  patient_id uuid not null,
  picture_id uuid not null,
  message_id uuid not null,
  width int not null,
  height int not null,
  data bytea not null,
  -- Of what was sent: the same picture sent twice is one.
  sent_hash text not null,
  received_at timestamptz not null,
  primary key (tenant_id, patient_id, picture_id),
  foreign key (tenant_id, patient_id, message_id) references app.message on delete cascade
);
-- A JPEG is packed already.
alter table app.message_picture alter column data set storage external;
create index on app.message_picture (tenant_id, patient_id, message_id);
create index on app.message_picture (tenant_id, patient_id, received_at);

alter table app.message_picture enable row level security;
alter table app.message_picture force row level security;
create policy own_clinic on app.message_picture for all
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
