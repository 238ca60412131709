import type { ReplayKept } from '@dorsal/care'
import type { ColumnType } from 'kysely'

type At = ColumnType<Date, Date | string, never>
type OfPatient = { tenant_id: string; patient_id: string }

/** The tables behind replays. */
export type ReplayTables = {
  'app.replay_agreement': OfPatient & {
    version: string
    lang: string
    agreed_at: ColumnType<Date, Date | string, Date | string>
    at: ColumnType<Date, Date | string, Date | string>
  }
  'app.replay': OfPatient & {
    session_id: string
    set_index: number
    replay_id: string
    exercise_id: string
    done_at: At
    seconds: number
    reps: number
    calibration: ColumnType<ReplayKept['calibration'], string, never>
    data: Buffer
    received_at: At
  }
}
