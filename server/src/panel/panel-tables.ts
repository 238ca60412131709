import type { PanelFilter, PhaseId, Plan, RangeBrief, ReportBrief } from '@dorsal/care'
import type { ColumnType } from 'kysely'

type At = ColumnType<Date, Date | string, Date | string>
type Json<T> = ColumnType<T, string, string>
type OfStaff = { tenant_id: string; staff_id: string }

/** The tables behind the panel. `panel_facts` is kept by the database itself and only ever read here. */
export type PanelTables = {
  'app.panel_facts': {
    tenant_id: ColumnType<string, never, never>
    patient_id: ColumnType<string, never, never>
    pain_start: ColumnType<number | null, never, never>
    plan_version: ColumnType<number | null, never, never>
    plan_status: ColumnType<Plan['status'] | null, never, never>
    plan_since: ColumnType<Date | null, never, never>
    per_week: ColumnType<number | null, never, never>
    phase: ColumnType<PhaseId | null, never, never>
    checked_at: ColumnType<Date | null, never, never>
    reports: ColumnType<ReportBrief[], never, never>
    born: ColumnType<number | null, never, never>
    ranges: ColumnType<RangeBrief[], never, never>
    moved_at: ColumnType<Date[], never, never>
  }
  'app.caseload': OfStaff & { cap: number; set_at: At; set_by: string }
  'app.hand_over': {
    tenant_id: string
    hand_over_id: string
    patient_id: string
    from_id: string
    to_id: string
    note: string
    at: At
    seen_at: ColumnType<Date | null, Date | string | null, Date | string | null>
  }
  'app.absence': OfStaff & {
    absence_id: string
    cover_id: string
    begins_at: At
    ends_at: At
    note: string
    made_by: string
    made_at: At
  }
  'app.panel_view': OfStaff & { view_id: string; name: string; body: Json<PanelFilter>; first: boolean }
}
