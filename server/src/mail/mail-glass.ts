import { type Actor, may } from '@dorsal/care'
import type { Staff } from '../access/sessions.ts'
import { subjectOf } from '../access/subject.ts'
import type { Tx } from '../db/connect.ts'
import { langOf, type Mailbox } from './mailbox.ts'

type Opened = { actor: Staff; glassId: string; patientId: string }

/** Tells the team and the administrators that something waits for them, once a record was opened with a reason: not whose, nor by whom. */
export async function mailGlass(tx: Tx, box: Mailbox, opened: Opened, now: Date): Promise<void> {
  if (!box.on) return
  const { tenantId, staffId: own } = opened.actor
  const staff = await tx
    .selectFrom('auth.membership as m')
    .innerJoin('auth.staff as s', 's.staff_id', 'm.staff_id')
    .select(['m.staff_id', 'm.role', 's.email', 's.name', 's.lang'])
    .where('m.tenant_id', '=', tenantId)
    .where('m.staff_id', '<>', own)
    .where('m.ended_at', 'is', null)
    .where('s.disabled_at', 'is', null)
    .execute()
  for (const { staff_id: staffId, role, email, name, lang } of staff) {
    const actor: Actor = { kind: 'staff', tenantId, staffId, role, name }
    const { relation } = await subjectOf(tx, actor, { about: 'patient', id: opened.patientId, now })
    const told = relation === 'care-team' || may(actor, 'clinic.trail', 'same-clinic')
    if (!told) continue
    const errand = { template: 'waits', to: email, lang: langOf(lang), path: '/clinician' } as const
    await box.add(tx, tenantId, `glass:${opened.glassId}:${staffId}`, errand, now)
  }
}
