import type { DocumentKind, DocumentType } from '@dorsal/care'
import type { ColumnType } from 'kysely'

type Kept<T> = ColumnType<T, T, never>

/** The table behind documents: nothing in it changes but the mark that one was taken out of view. */
export type DocumentTables = {
  'app.document': {
    tenant_id: string
    patient_id: string
    document_id: string
    given_by: Kept<'patient' | 'clinic'>
    staff_id: Kept<string | null>
    kind: Kept<DocumentKind>
    type: Kept<DocumentType>
    title: Kept<string>
    name: Kept<string>
    bytes: Kept<number>
    data: Kept<Buffer>
    sent_hash: Kept<string>
    received_at: ColumnType<Date, Date | string, never>
    task_id: Kept<string | null>
    removed_at: ColumnType<Date | null, null | undefined, Date | string>
  }
}
