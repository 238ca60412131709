import type { StaffRole } from '@dorsal/care'
import type { ColumnType, Generated } from 'kysely'

type At = ColumnType<Date, Date | string, Date | string>
type AtOrNull = ColumnType<Date | null, Date | string | null, Date | string | null>
/** A bigint: text when read, so that nothing is rounded. */
type Big = ColumnType<string, number, number>

/** The tables behind signing in. */
export type AccountTables = {
  'auth.sign_in_step': {
    ticket_hash: string
    staff_id: string
    kind: 'code' | 'enrol'
    sealed_secret: string | null
    tries: Generated<number>
    created_at: At
    expires_at: At
  }
  'auth.code_generator': { staff_id: string; sealed_secret: string; last_step: Big; created_at: At }
  'auth.backup_code': { staff_id: string; code_mac: string; created_at: At; used_at: AtOrNull }
  'auth.demo_sign_in': { staff_id: string }
  'auth.staff_link': {
    link_id: string
    token_hash: string
    tenant_id: string
    kind: 'join' | 'reset' | 'first-admin'
    email: string | null
    name: string | null
    role: StaffRole | null
    staff_id: string | null
    drops_second_factor: Generated<boolean>
    made_by: string | null
    created_at: At
    expires_at: At
  }
  'auth.account': { account_id: string; email: string | null; password_hash: string | null; created_at: At }
  'auth.account_record': { tenant_id: string; patient_id: string; account_id: string; claimed_at: At }
  'auth.entry_link': {
    token_hash: string
    tenant_id: string
    patient_id: string
    made_by: 'self' | 'clinic' | 'mail'
    created_at: At
    expires_at: At
  }
  'auth.patient_secret': {
    secret_hash: string
    tenant_id: string
    patient_id: string
    created_at: At
    session_id: Generated<string>
    device: string | null
    last_seen_at: AtOrNull
  }
  'auth.licence': {
    staff_id: string
    kind: string
    number: string
    country: string
    region: string | null
    expires_on: ColumnType<Date, string, string>
    checked_at: At
    checked_by: string | null
  }
  'auth.passkey': {
    passkey_id: string
    credential_id: string
    staff_id: string | null
    account_id: string | null
    public_key: string
    algorithm: number
    counter: Big
    label: string
    created_at: At
    last_used_at: AtOrNull
  }
  'auth.passkey_challenge': {
    challenge_hash: string
    purpose: 'staff-sign-in' | 'staff-add' | 'account-sign-in' | 'account-add'
    owner: string | null
    expires_at: At
  }
  'auth.known_device': { device_hash: string; account: string; seen_at: At }
  'auth.sign_in_try': {
    try_id: string
    account: string
    network: string
    device: string | null
    at: At
    succeeded: boolean
  }
  'auth.staff': {
    staff_id: string
    tenant_id: string
    email: string
    name: string
    role: StaffRole
    password_hash: string
    created_at: At
    disabled_at: AtOrNull
    lang: Generated<string>
  }
  'auth.staff_session': {
    token_hash: string
    staff_id: string
    network: string
    created_at: At
    last_seen_at: At
    expires_at: At
    revoked_at: AtOrNull
    session_id: Generated<string>
    device: string
    tenant_id: ColumnType<string | null, string | null | undefined, string | null>
  }
}
