import type {
  CheckIn,
  Clearance,
  Contact,
  DailyDone,
  DayReport,
  Decision,
  Intake,
  LessonDone,
  Next,
  Plan,
  Prescription,
  Proposal,
  SessionReport,
  ShareKind,
  Task,
  TriageResult,
} from '@dorsal/care'
import type { ColumnType, Generated } from 'kysely'
import type { AccessTables } from '../access/access-tables.ts'
import type { AccountTables } from '../account/account-tables.ts'
import type { CalendarTables } from '../calendar/calendar-tables.ts'
import type { CoverageTables } from '../coverage/coverage-tables.ts'
import type { MailTables } from '../mail/mail-tables.ts'
import type { DocumentTables } from '../document/document-tables.ts'
import type { MessageTables } from '../message/message-tables.ts'
import type { NoteTables } from '../note/note-tables.ts'
import type { TemplateTables } from '../plan/template-tables.ts'
import type { ReminderTables } from '../reminder/reminder-tables.ts'
import type { ReplayTables } from '../replay/replay-tables.ts'
import type { ScheduleTables } from '../schedule/schedule-tables.ts'
import type { SignOffTables } from '../sign-off/sign-off-tables.ts'
import type { VideoTables } from '../video/video-tables.ts'
import type { PanelTables } from '../panel/panel-tables.ts'

/** A jsonb column: typed when read, written as JSON text (arrays and null need that with this driver). */
export type Json<T> = ColumnType<T, string, string>
type At = ColumnType<Date, Date | string, Date | string>
type AtOrNull = ColumnType<Date | null, Date | string | null, Date | string | null>
type PatientKey = { tenant_id: string; patient_id: string }

/** What the person did in the course of one clinical question: the state that decides what comes next. */
export type EpisodeTable = PatientKey & {
  intake: Json<Intake>
  triage: Json<TriageResult>
  /** Raised after the intake (before or in a session, by a later intake) and not cleared yet. */
  warnings: Json<TriageResult[]>
  /** What clinicians cleared of this intake. */
  clearances: Json<Clearance[]>
  card: string | null
  next: Next
  plan_version: number | null
  session_number: number
  prescription: Json<Prescription | null>
  updated_at: At
}

export type Database = AccessTables &
  AccountTables &
  CalendarTables &
  CoverageTables &
  MailTables &
  DocumentTables &
  MessageTables &
  NoteTables &
  PanelTables &
  ReminderTables &
  ReplayTables &
  ScheduleTables &
  SignOffTables &
  TemplateTables &
  VideoTables & {
    'app.clinic': { tenant_id: string; name: string; created_at: At }
    'app.patient': PatientKey & {
      label: string
      contact: Json<Contact | null>
      created_at: At
      last_seen_at: At
      location_id: ColumnType<string | null, string | null | undefined, string | null>
    }
    'app.consent': PatientKey & { consent_id: string; version: string; lang: string; agreed_at: At; at: At }
    'app.receipt': PatientKey & {
      endpoint: string
      id: string
      body_hash: string
      reply: Json<unknown>
      at: At
    }
    'app.intake': PatientKey & { intake_id: string; body: Json<Intake>; at: At }
    'app.episode': EpisodeTable
    'app.decision': PatientKey & {
      decision_id: string
      kind: Decision['kind']
      body: Json<Decision>
      at: At
    }
    'app.plan': PatientKey & { version: number; body: Json<Plan>; decided_by: string; at: At }
    'app.session_report': PatientKey & {
      session_id: string
      session_number: number
      body: Json<SessionReport>
      received_at: At
    }
    'app.day_report': PatientKey & {
      day_id: string
      kind: DayReport['kind']
      body: Json<DayReport>
      received_at: At
    }
    'app.check_in': PatientKey & { check_in_id: string; body: Json<CheckIn>; received_at: At }
    'app.lesson_done': PatientKey & {
      done_id: string
      lesson_id: string
      body: Json<LessonDone>
      received_at: At
    }
    'app.daily_done': PatientKey & {
      done_id: string
      kind: DailyDone['kind']
      body: Json<DailyDone>
      received_at: At
    }
    'app.proposal': PatientKey & {
      proposal_id: string
      kind: Proposal['kind']
      status: Proposal['status']
      plan_version: number
      changes: Json<Proposal['changes']>
      because: Json<Proposal['because']>
      created_at: At
      decided_at: AtOrNull
      decided_by: string | null
      note: string | null
      lock: Generated<number>
    }
    'app.task': PatientKey & {
      task_id: string
      kind: Task['kind']
      level: Task['level']
      because: Json<Task['because']>
      created_at: At
      due_at: AtOrNull
      acknowledged_at: AtOrNull
      acknowledged_by: string | null
      closed_at: AtOrNull
    }
    'app.appointment_request': PatientKey & { request_id: string; body: Json<unknown>; at: At }
    'app.share': PatientKey & {
      share_id: string
      kind: ShareKind
      shown_name: string | null
      created_at: At
      expires_at: At
      opened: Generated<number>
      opened_at: AtOrNull
      revoked_at: Generated<Date | null>
    }
    'app.outbox': {
      tenant_id: string
      outbox_id: string
      effect_key: string
      kind: string
      payload: Json<unknown>
      created_at: At
      done_at: AtOrNull
    }
    'app.audit': {
      tenant_id: string
      audit_id: string
      at: At
      actor_kind: 'patient' | 'caregiver' | 'helper' | 'staff' | 'api-key' | 'system'
      actor_id: string
      action: string
      patient_id: string | null
      patient_ids: string[]
      outcome: 'done' | 'refused'
      request_id: string
    }
    'auth.tenant': { tenant_id: string; slug: string; created_at: At }
    'auth.share_token': PatientKey & {
      token_hash: string
      share_id: string
      created_at: At
      expires_at: At
    }
  }
