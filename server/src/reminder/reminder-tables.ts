import type { ReminderSettings } from '@dorsal/care'
import type { ColumnType } from 'kysely'

type Json<T> = ColumnType<T, string, string>
type At = ColumnType<Date, Date | string, Date | string>
type PatientKey = { tenant_id: string; patient_id: string }

/** The tables behind reminders: how somebody wants them, where they are shown, and what was told. */
export type ReminderTables = {
  'app.reminder_setting': PatientKey & { body: Json<ReminderSettings>; set_at: At }
  'app.push_subscription': PatientKey & {
    subscription_id: string
    endpoint_hash: string
    sealed: string
    added_at: At
  }
  'app.reminder': PatientKey & {
    reminder_id: string
    way: 'mail' | 'push'
    keys: string[]
    counts: boolean
    at: At
  }
  'app.reminder_effect': PatientKey & { effect_key: string; reminder_id: string }
  'app.reminder_look': PatientKey & { looked_at: At; again_at: At }
}
