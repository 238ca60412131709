import type { Signal } from '@dorsal/care'
import type { ColumnType, Generated } from 'kysely'

type At = ColumnType<Date, Date | string, Date | string>
type AtOrNull = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
type OfVisit = { tenant_id: string; visit_id: string }

/** The tables behind the rooms of video visits. */
export type VideoTables = {
  'app.video_room': OfVisit & {
    patient_id: string
    patient_meeting: string | null
    patient_came: AtOrNull
    staff_id: string | null
    staff_meeting: string | null
    staff_knew: AtOrNull
    admitted_at: AtOrNull
    ended_at: AtOrNull
  }
  'app.video_seen': OfVisit & { side: 'patient' | 'staff'; at: At }
  'app.video_signal': OfVisit & {
    /** A bigint, as the driver reads it. */
    signal_id: Generated<string>
    patient_id: string
    meeting: string
    to_meeting: string
    body: ColumnType<Signal, string, string>
    at: At
  }
}
