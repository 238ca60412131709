import type { ColumnType, Generated } from 'kysely'

type At = ColumnType<Date, Date | string, Date | string>
type AtOrNull = ColumnType<Date | null, Date | string | null, Date | string | null>

export type MailTables = {
  'app.mail': {
    tenant_id: string
    mail_id: string
    effect_key: string
    sealed: string | null
    state: 'waiting' | 'sending' | 'sent' | 'unsure' | 'given-up' | 'nobody'
    tries: Generated<number>
    next_at: At
    created_at: At
    done_at: AtOrNull
    /** Of a reminder: which, and for which browser; null for its mail. */
    reminder_id: ColumnType<string | null, string | null | undefined, never>
    subscription_id: ColumnType<string | null, string | null | undefined, never>
  }
  'app.sign_in_email': {
    tenant_id: string
    patient_id: string
    email: string
    added_at: At
    confirmed_at: AtOrNull
  }
}
