import type { ReviewAct, Reviewer } from '@dorsal/care'
import type { ColumnType } from 'kysely'

type At = ColumnType<Date, Date | string, never>

/** The tables behind the review of content. What was signed is never changed: the product's role may only add. */
export type SignOffTables = {
  'app.content_sign_off': {
    tenant_id: string
    sign_off_id: string
    item: string
    version: number
    hash: string
    act: ReviewAct
    words: string
    by: ColumnType<Reviewer, string, never>
    at: At
  }
  'app.content_opened': { tenant_id: string; staff_id: string; item: string; hash: string; at: At }
  'app.content_lead': { tenant_id: string; staff_id: string; appointed_by: string; at: At }
}
