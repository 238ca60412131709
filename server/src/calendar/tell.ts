import type { VisitState } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'
import { langOf, type Mailbox } from '../mail/mailbox.ts'
import { visitById } from './visits.store.ts'

/** Where letters about visits go: the address that the person confirmed as theirs, else the one that they gave the clinic. */
async function addressOf(tx: Tx, patientId: string): Promise<string | null> {
  const confirmed = await tx
    .selectFrom('app.sign_in_email')
    .select('email')
    .where('patient_id', '=', patientId)
    .where('confirmed_at', 'is not', null)
    .executeTakeFirst()
  if (confirmed !== undefined) return confirmed.email
  const person = await tx
    .selectFrom('app.patient')
    .select('contact')
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
  return person?.contact?.email || null
}

async function languageOf(tx: Tx, patientId: string): Promise<string> {
  const row = await tx
    .selectFrom('app.episode')
    .select('intake')
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
  return row?.intake.lang ?? 'en'
}

/** What a calendar is told of: held is not theirs yet; that somebody came or did not come is over by then. */
export const isNews = (state: VisitState): boolean => state === 'booked' || state === 'cancelled'

/**
 * Tells the person's calendar by mail that a visit was booked, moved or cancelled. Called in the transaction of each change, after the visit's
 * `sequence` was raised: one letter a sequence. What the letter says is read from the visit when it is sent. Without a mail server, a person or
 * an address nothing is written down.
 * @param lang In which language they read, where it is known; else that of their intake.
 */
export async function tellCalendar(
  tx: Tx,
  box: Mailbox,
  visitId: string,
  now: Date,
  lang?: string,
): Promise<void> {
  if (!box.on) return
  const visit = await visitById(tx, visitId)
  if (visit === null || visit.patientId === null || !isNews(visit.state)) return
  const to = await addressOf(tx, visit.patientId)
  if (to === null) return
  const { sequence, patientId } = visit
  const reads = langOf(lang ?? (await languageOf(tx, patientId)))
  const { tenant_id: tenantId } = await tx
    .selectFrom('app.visit')
    .select('tenant_id')
    .where('visit_id', '=', visitId)
    .executeTakeFirstOrThrow()
  const errand = {
    template: 'visit',
    to,
    lang: reads,
    path: '/calendar',
    patientId,
    visit: { id: visitId, sequence },
  } as const
  await box.add(tx, tenantId, `visit:${visitId}:${sequence}`, errand, now)
}
