import type { CardId, Intake, Next, Prescription, TriageResult } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'
import type { PatientKey } from './decision.store.ts'

/** Where one person stands: what was found, whether a clinician cleared it, what comes next. */
export type Episode = {
  intake: Intake
  triage: TriageResult
  cleared: { by: string; at: string; reason: string } | null
  card: CardId | null
  next: Next
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
    cleared: row.cleared,
    card: row.card as CardId | null,
    next: row.next,
    planVersion: row.plan_version,
    sessionNumber: row.session_number,
    prescription: row.prescription,
  }
}

export async function saveEpisode(tx: Tx, key: PatientKey, episode: Episode, now: Date): Promise<void> {
  const state = {
    intake: json(episode.intake),
    triage: json(episode.triage),
    cleared: json(episode.cleared),
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
