import { REPLAY_LIMITS, type ReplayAgreement, type ReplayKept, type ReplayRow } from '@dorsal/care'
import { type Db, inClinic, json, type Tx } from '../db/connect.ts'
import type { PatientKey } from '../patient/decision.store.ts'

/** What this person agreed to; null: nothing is kept of their movement. */
export async function agreementOf(tx: Tx, patientId: string) {
  const row = await tx
    .selectFrom('app.replay_agreement')
    .select(['version', 'agreed_at'])
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
  return row === undefined ? null : { version: row.version, at: row.agreed_at.toISOString() }
}

/** Keeps a yes. A later one stands for the earlier. */
export async function agree(tx: Tx, key: PatientKey, said: ReplayAgreement, now: Date): Promise<void> {
  const row = { version: said.version, lang: said.lang, agreed_at: said.at, at: now }
  await tx
    .insertInto('app.replay_agreement')
    .values({ tenant_id: key.tenantId, patient_id: key.patientId, ...row })
    .onConflict((c) => c.columns(['tenant_id', 'patient_id']).doUpdateSet(row))
    .execute()
}

/** Takes a yes back: every replay of the person goes at once. Says how many there were. */
export async function takeBack(tx: Tx, patientId: string): Promise<number> {
  const gone = await tx.deleteFrom('app.replay').where('patient_id', '=', patientId).executeTakeFirst()
  await tx.deleteFrom('app.replay_agreement').where('patient_id', '=', patientId).execute()
  return Number(gone.numDeletedRows)
}

/** The report that a replay belongs to; undefined where it has not arrived. */
export async function reportWith(tx: Tx, patientId: string, sessionId: string) {
  const row = await tx
    .selectFrom('app.session_report')
    .select('body')
    .where('patient_id', '=', patientId)
    .where('session_id', '=', sessionId)
    .executeTakeFirst()
  return row?.body
}

type Stored = Omit<ReplayKept, 'data'> & { data: Buffer }

/** What is kept of one set already. */
export async function keptOfSet(tx: Tx, patientId: string, sessionId: string, set: number) {
  return tx
    .selectFrom('app.replay')
    .select(['replay_id', 'data', 'received_at'])
    .where('patient_id', '=', patientId)
    .where('session_id', '=', sessionId)
    .where('set_index', '=', set)
    .executeTakeFirst()
}

export async function addReplay(tx: Tx, key: PatientKey, one: Stored, now: Date): Promise<void> {
  await tx
    .insertInto('app.replay')
    .values({
      tenant_id: key.tenantId,
      patient_id: key.patientId,
      session_id: one.sessionId,
      set_index: one.set,
      replay_id: one.id,
      exercise_id: one.exerciseId,
      done_at: one.doneAt,
      seconds: one.seconds,
      reps: one.reps,
      calibration: json(one.calibration),
      data: one.data,
      received_at: now,
    })
    .execute()
}

const ROW = ['replay_id', 'session_id', 'set_index', 'exercise_id', 'done_at', 'seconds', 'reps'] as const

type Row = {
  replay_id: string
  session_id: string
  set_index: number
  exercise_id: string
  done_at: Date
  seconds: number
  reps: number
}

const rowOf = (row: Row): ReplayRow => ({
  id: row.replay_id,
  sessionId: row.session_id,
  set: row.set_index,
  exerciseId: row.exercise_id,
  doneAt: row.done_at.toISOString(),
  seconds: row.seconds,
  reps: row.reps,
})

/** The replays of one person without what is in them, the newest session first, its sets in order. */
export async function replaysOf(tx: Tx, patientId: string): Promise<ReplayRow[]> {
  const rows = await tx
    .selectFrom('app.replay')
    .select(ROW)
    .where('patient_id', '=', patientId)
    .orderBy('done_at', 'desc')
    .orderBy('session_id')
    .orderBy('set_index')
    .execute()
  return rows.map(rowOf)
}

/** One replay, whole; undefined where this person has none of that id. */
export async function replayOf(tx: Tx, patientId: string, replayId: string): Promise<ReplayKept | undefined> {
  const row = await tx
    .selectFrom('app.replay')
    .select([...ROW, 'calibration', 'data'])
    .where('patient_id', '=', patientId)
    .where('replay_id', '=', replayId)
    .executeTakeFirst()
  if (row === undefined) return undefined
  return { ...rowOf(row), calibration: row.calibration, data: row.data.toString('base64') }
}

/** All that is kept of one person's movement, with what they agreed to: for the export. */
export async function replaysHeld(tx: Tx, patientId: string) {
  const rows = await replaysOf(tx, patientId)
  const replays: ReplayKept[] = []
  for (const { id } of rows) {
    const one = await replayOf(tx, patientId, id)
    if (one !== undefined) replays.push(one)
  }
  return { agreed: await agreementOf(tx, patientId), replays }
}

/** Erases the replays that were kept for as long as they may be. Says how many. */
export async function eraseOldReplays(db: Db, now: Date): Promise<number> {
  const before = new Date(now)
  before.setUTCMonth(before.getUTCMonth() - REPLAY_LIMITS.months)
  const clinics = await db.selectFrom('auth.tenant').select('tenant_id').execute()
  let erased = 0
  for (const { tenant_id } of clinics)
    erased += await inClinic(db, tenant_id, async (tx) => {
      const gone = await tx.deleteFrom('app.replay').where('received_at', '<', before).executeTakeFirst()
      return Number(gone.numDeletedRows)
    })
  return erased
}
