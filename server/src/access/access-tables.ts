import type { StaffRole } from '@dorsal/care'
import type { ColumnType, Generated } from 'kysely'

type At = ColumnType<Date, Date | string, Date | string>
type AtOrNull = ColumnType<Date | null, Date | string | null, Date | string | null>

/** The tables behind who may see whose record, and behind the trail of who did. */
export type AccessTables = {
  'auth.membership': {
    tenant_id: string
    staff_id: string
    role: StaffRole
    since: At
    ended_at: AtOrNull
  }
  'app.location': {
    tenant_id: string
    location_id: string
    name: string
    created_at: At
    address: Generated<string>
    phone: Generated<string>
    zone: string | null
    closed_at: AtOrNull
  }
  'app.workplace': { tenant_id: string; staff_id: string; location_id: string }
  'app.care_team': {
    tenant_id: string
    patient_id: string
    staff_id: string
    part: 'lead' | 'member' | 'cover'
    since: At
    until: AtOrNull
    added_by: string
  }
  'app.broken_glass': {
    tenant_id: string
    glass_id: string
    patient_id: string
    staff_id: string
    reason: string
    opened_at: At
    ends_at: At
    reviewed_at: AtOrNull
    reviewed_by: string | null
  }
  'app.audit_seal': {
    tenant_id: string
    seq: ColumnType<string, number, never>
    audit_id: string
    hash: string
    sealed_at: At
  }
  'auth.unsealed': { tenant_id: string; audit_id: string }
}
