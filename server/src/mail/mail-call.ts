import { type Actor, calls, may } from '@dorsal/care'
import { subjectOf } from '../access/subject.ts'
import type { Tx } from '../db/connect.ts'
import type { NewCall } from '../message/call.store.ts'
import { langOf, type Mailbox } from './mailbox.ts'

/** Tells everybody whom a message calls by now that something waits for them: not what, nor of whom. */
export async function mailCall(
  tx: Tx,
  box: Mailbox,
  { tenantId, key, patientId, called }: NewCall & { tenantId: string },
  now: Date,
): Promise<void> {
  if (!box.on) return
  const staff = await tx
    .selectFrom('auth.membership as m')
    .innerJoin('auth.staff as s', 's.staff_id', 'm.staff_id')
    .select(['m.staff_id', 'm.role', 's.email', 's.name', 's.lang'])
    .where('m.tenant_id', '=', tenantId)
    .where('m.ended_at', 'is', null)
    .where('s.disabled_at', 'is', null)
    .execute()
  for (const { staff_id: staffId, role, email, name, lang } of staff) {
    const actor: Actor = { kind: 'staff', tenantId, staffId, role, name }
    const { relation } = await subjectOf(tx, actor, { about: 'patient', id: patientId, now })
    if (!calls(called, role, may(actor, 'record.read', relation))) continue
    const errand = { template: 'waits', to: email, lang: langOf(lang), path: '/clinician' } as const
    await box.add(tx, tenantId, `${key}:${staffId}`, errand, now)
  }
}
