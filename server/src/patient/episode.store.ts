import type { CardId, Clearance, Intake, Next, Prescription, TriageResult } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'
import type { PatientKey } from './decision.store.ts'

/** Where one person stands: what was found, what a clinician cleared, what comes next. */
export type Episode = {
  intake: Intake
  /** All that counts now: the intake without what was cleared, and the warnings since. */
  triage: TriageResult
  warnings: TriageResult[]
  clearances: Clearance[]
  card: CardId | null
  next: Next
  /** The newest plan made for this intake; null while it has none, whatever plans there were before it. */
  planVersion: number | null
  sessionNumber: number
  prescription: Prescription | null
}

export async function episodeOf(tx: Tx, patientId: string): Promise<Episode | null> {
  const row = await tx
    .selectFrom('app.episode')
    .selectAll()
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    intake: row.intake,
    triage: row.triage,
    warnings: row.warnings,
    clearances: row.clearances,
    card: row.card as CardId | null,
    next: row.next,
    planVersion: row.plan_version,
    sessionNumber: row.session_number,
    prescription: row.prescription,
  }
}

/** When the newest intake came in; undefined where there is none. */
export async function intakeAt(tx: Tx, patientId: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('app.intake')
    .select('at')
    .where('patient_id', '=', patientId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at
}

export async function saveEpisode(tx: Tx, key: PatientKey, episode: Episode, now: Date): Promise<void> {
  const state = {
    intake: json(episode.intake),
    triage: json(episode.triage),
    warnings: json(episode.warnings),
    clearances: json(episode.clearances),
    card: episode.card,
    next: episode.next,
    plan_version: episode.planVersion,
    session_number: episode.sessionNumber,
    prescription: json(episode.prescription),
    updated_at: now,
  }
  await tx
    .insertInto('app.episode')
    .values({ tenant_id: key.tenantId, patient_id: key.patientId, ...state })
    .onConflict((c) => c.columns(['tenant_id', 'patient_id']).doUpdateSet(state))
    .execute()
}
