import { Refusal, type Task } from '@dorsal/care'
import type { Selectable } from 'kysely'
import { json, type Tx } from '../db/connect.ts'
import type { Database } from '../db/schema.ts'
import { newId } from '../ids.ts'
import type { PatientKey } from '../patient/decision.store.ts'

export type NewTask = Pick<Task, 'kind' | 'level' | 'because'> & { dueAt?: string | null }

/** Within how many hours somebody at the clinic should look, by how bad it may be. */
const DUE_HOURS: Readonly<Record<Task['level'], number | null>> = {
  emergency_now: 1,
  same_day_urgent: 4,
  see_clinician_first: 48,
  caution: 168,
  none: null,
}

const taskFrom = (row: Selectable<Database['app.task']>): Task => ({
  id: row.task_id,
  patientId: row.patient_id,
  kind: row.kind,
  level: row.level,
  because: row.because,
  createdAt: row.created_at.toISOString(),
  dueAt: row.due_at?.toISOString() ?? null,
  acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
  acknowledgedBy: row.acknowledged_by,
  closedAt: row.closed_at?.toISOString() ?? null,
})

/** A task for a person at the clinic, and the row from which it will be told (mail, later) exactly once. */
export async function addTask(tx: Tx, key: PatientKey, task: NewTask, now: Date): Promise<string> {
  const task_id = newId(now)
  const hours = DUE_HOURS[task.level]
  const due = hours === null ? null : new Date(now.getTime() + hours * 3_600_000)
  await tx
    .insertInto('app.task')
    .values({
      tenant_id: key.tenantId,
      patient_id: key.patientId,
      task_id,
      kind: task.kind,
      level: task.level,
      because: json(task.because),
      created_at: now,
      due_at: task.dueAt ?? due,
      acknowledged_at: null,
      acknowledged_by: null,
      closed_at: null,
    })
    .execute()
  await addEffect(tx, key.tenantId, `task:${task_id}`, { task: task_id }, now)
  return task_id
}

/** Something to be done once outside the database after this transaction: its key is unique, so that it is never there twice. */
export async function addEffect(tx: Tx, tenantId: string, effectKey: string, payload: unknown, now: Date) {
  await tx
    .insertInto('app.outbox')
    .values({
      tenant_id: tenantId,
      outbox_id: newId(now),
      effect_key: effectKey,
      kind: effectKey.split(':')[0] ?? effectKey,
      payload: json(payload),
      created_at: now,
      done_at: null,
    })
    .execute()
}

export async function tasksOf(tx: Tx, patientId: string): Promise<Task[]> {
  const rows = await tx
    .selectFrom('app.task')
    .selectAll()
    .where('patient_id', '=', patientId)
    .orderBy('created_at', 'desc')
    .orderBy('task_id', 'desc')
    .execute()
  return rows.map(taskFrom)
}

type Mark = { acknowledged_at?: Date; acknowledged_by?: string; closed_at?: Date }

async function mark(tx: Tx, taskId: string, change: (task: Task) => Mark): Promise<Task> {
  const row = await tx
    .selectFrom('app.task')
    .selectAll()
    .where('task_id', '=', taskId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found')
  const set = change(taskFrom(row))
  if (Object.keys(set).length === 0) return taskFrom(row)
  const after = await tx
    .updateTable('app.task')
    .set(set)
    .where('task_id', '=', taskId)
    .returningAll()
    .executeTakeFirstOrThrow()
  return taskFrom(after)
}

/** The first who looks is the one who is named; looking again changes nothing. */
export const acknowledge = (tx: Tx, taskId: string, by: string, now: Date): Promise<Task> =>
  mark(tx, taskId, (t) => (t.acknowledgedAt === null ? { acknowledged_at: now, acknowledged_by: by } : {}))

export const close = (tx: Tx, taskId: string, by: string, now: Date): Promise<Task> =>
  mark(tx, taskId, (t) => ({
    ...(t.closedAt === null && { closed_at: now }),
    ...(t.acknowledgedAt === null && { acknowledged_at: now, acknowledged_by: by }),
  }))

/** Closes what a clinician has just settled by clearing or answering. */
export async function closeOfKind(tx: Tx, patientId: string, kinds: Task['kind'][], by: string, now: Date) {
  const open = (await tasksOf(tx, patientId)).filter((t) => t.closedAt === null && kinds.includes(t.kind))
  for (const task of open) await close(tx, task.id, by, now)
}
