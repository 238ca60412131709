-- Documents of a record: referral letters, reports of pictures, forms, photographs, given by the person or by somebody of the clinic.
-- `data`: a PDF as it came, after it was read by its content, or a photograph written anew. Taken out of view, a document stays with the
-- mark of when and by whom; it goes with the record.
create table app.document (
  tenant_id uuid not null,
  patient_id uuid not null,
  document_id uuid not null,
  given_by text not null check (given_by in ('patient', 'clinic')),
  staff_id uuid,
  kind text not null,
  type text not null check (type in ('pdf', 'jpeg')),
  title text not null,
  name text not null,
  bytes int not null,
  data bytea not null,
  -- Of all that was sent: the same document sent twice is one.
  sent_hash text not null,
  received_at timestamptz not null,
  -- The task of what was found in the words of the title.
  task_id uuid,
  removed_at timestamptz,
  primary key (tenant_id, patient_id, document_id),
  foreign key (tenant_id, patient_id) references app.patient on delete cascade,
  check ((given_by = 'clinic') = (staff_id is not null))
);
-- A PDF and a JPEG are packed already.
alter table app.document alter column data set storage external;
create index on app.document (tenant_id, patient_id, received_at);

alter table app.document enable row level security;
alter table app.document force row level security;
create policy own_clinic on app.document for all
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
