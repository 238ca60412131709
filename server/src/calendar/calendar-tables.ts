import type { ColumnType } from 'kysely'

type At = ColumnType<Date, Date | string, Date | string>

export type CalendarTables = {
  'auth.calendar_feed': {
    token_hash: string
    feed_id: string
    tenant_id: string
    patient_id: string | null
    staff_id: string | null
    sessions: boolean
    zone: string
    lang: string
    made_at: At
    read_at: ColumnType<Date | null, Date | null, Date | null>
  }
  'app.session_move': {
    tenant_id: string
    patient_id: string
    from_day: string
    to_day: string
    moved_at: At
  }
}
