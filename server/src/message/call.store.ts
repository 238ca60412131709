import { calledAfter, calls, callsBy, type MessageCall } from '@dorsal/care'
import type { Staff } from '../access/sessions.ts'
import { type Db, inClinic, type Tx } from '../db/connect.ts'
import { addEffect } from '../task/task.store.ts'

/** Flagged messages whose task nobody has acknowledged, the oldest first. */
function unseen(tx: Tx) {
  return tx
    .selectFrom('app.task as t')
    .innerJoin('app.message as m', (j) =>
      j.onRef('m.tenant_id', '=', 't.tenant_id').onRef('m.task_id', '=', 't.task_id'),
    )
    .innerJoin('app.patient as p', (j) =>
      j.onRef('p.tenant_id', '=', 't.tenant_id').onRef('p.patient_id', '=', 't.patient_id'),
    )
    .select(['t.task_id', 't.patient_id', 't.level', 't.created_at', 'p.label', 'p.contact'])
    .where('t.acknowledged_at', 'is', null)
    .where('t.closed_at', 'is', null)
    .orderBy('t.created_at')
    .execute()
}

/** Those that call this member of staff by now. `open`: everybody whose record they may open as it is. */
export async function callsFor(
  tx: Tx,
  actor: Staff,
  open: ReadonlySet<string>,
  now: Date,
): Promise<MessageCall[]> {
  return (await unseen(tx)).flatMap((row): MessageCall[] => {
    const since = row.created_at.toISOString()
    const called = calledAfter(callsBy(row.level, since, now.toISOString()))
    const cares = open.has(row.patient_id)
    if (called === null || !calls(called, actor.role, cares)) return []
    const label = row.contact?.name ?? row.label
    return [{ taskId: row.task_id, patientId: row.patient_id, label, level: row.level, since, called, cares }]
  })
}

/** A call that is new: about whom, and how far it has climbed. */
export type NewCall = { key: string; patientId: string; called: MessageCall['called'] }

/**
 * Leaves a row for each call that is new since the last look, from which it will be told outside of the product exactly once, when there
 * is a way to; what the desk shows goes by the time itself and waits for no job. Says how many calls were new.
 */
export async function noteCalls(
  db: Db,
  now: Date,
  tell: (tx: Tx, tenantId: string, call: NewCall) => Promise<void> = async () => {},
): Promise<number> {
  const clinics = await db.selectFrom('auth.tenant').select('tenant_id').execute()
  let noted = 0
  for (const { tenant_id } of clinics)
    noted += await inClinic(db, tenant_id, async (tx) => {
      let fresh = 0
      for (const { task_id, patient_id, level, created_at } of await unseen(tx)) {
        const times = callsBy(level, created_at.toISOString(), now.toISOString())
        const key = `message-call:${task_id}:${times}`
        const there = tx.selectFrom('app.outbox').select('outbox_id').where('effect_key', '=', key)
        if (times === 0 || (await there.executeTakeFirst()) !== undefined) continue
        const called = calledAfter(times)
        await addEffect(tx, tenant_id, key, { task: task_id, called }, now)
        if (called !== null) await tell(tx, tenant_id, { key, patientId: patient_id, called })
        fresh += 1
      }
      return fresh
    })
  return noted
}
