import type { LessonDone, LessonRead } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'
import { toldAt } from '../db/in-order.ts'
import type { PatientKey } from '../patient/decision.store.ts'

export async function addLessonDone(tx: Tx, key: PatientKey, done: LessonDone, now: Date): Promise<void> {
  await tx
    .insertInto('app.lesson_done')
    .values({
      tenant_id: key.tenantId,
      patient_id: key.patientId,
      done_id: done.id,
      lesson_id: done.lessonId,
      body: json(done),
      received_at: now,
    })
    .execute()
}

/** Each lesson once, at its first reading, oldest first. A device whose clock runs ahead cannot have read it after that was told. */
export async function lessonsRead(tx: Tx, patientId: string): Promise<LessonRead[]> {
  const rows = await tx
    .selectFrom('app.lesson_done')
    .select(['body', 'received_at'])
    .where('patient_id', '=', patientId)
    .execute()
  const reads = rows
    .map((row) => ({ id: row.body.lessonId, version: row.body.version, doneAt: toldAt(row) }))
    .sort((a, b) => Date.parse(a.doneAt) - Date.parse(b.doneAt))
  return reads.filter(({ id }, at) => reads.findIndex((read) => read.id === id) === at)
}
