import { MAIL_LINK_MINUTES } from '@dorsal/care'
import { type Db, inClinic } from '../db/connect.ts'
import { newSecret, sha256 } from '../ids.ts'
import { makeStaffLink } from '../staff/staff-link.store.ts'
import { staffByEmail } from '../staff/staff.store.ts'
import type { Errand } from './mailbox.ts'
import type { TemplateId } from './templates.ts'

type Key = { tenantId: string; patientId: string }

/** Whose record this address opens: where several have it, of the one that confirmed it last. */
async function confirmedBy(db: Db, email: string): Promise<Key | null> {
  const clinics = await db.selectFrom('auth.tenant').select('tenant_id').execute()
  const found: (Key & { at: number })[] = []
  for (const { tenant_id } of clinics) {
    const row = await inClinic(db, tenant_id, (tx) =>
      tx
        .selectFrom('app.sign_in_email')
        .select(['patient_id', 'confirmed_at'])
        .where('email', '=', email)
        .where('confirmed_at', 'is not', null)
        .orderBy('confirmed_at', 'desc')
        .executeTakeFirst(),
    )
    if (row !== undefined)
      found.push({ tenantId: tenant_id, patientId: row.patient_id, at: row.confirmed_at?.getTime() ?? 0 })
  }
  return found.sort((a, b) => b.at - a.at)[0] ?? null
}

/** Whose it would be once it is confirmed: as long as it still is the one that was given. */
async function givenBy(db: Db, { to, patientId }: Errand): Promise<Key | null> {
  if (patientId === undefined) return null
  const clinics = await db.selectFrom('auth.tenant').select('tenant_id').execute()
  for (const { tenant_id } of clinics) {
    const row = await inClinic(db, tenant_id, (tx) =>
      tx
        .selectFrom('app.sign_in_email')
        .select('patient_id')
        .where('patient_id', '=', patientId)
        .where('email', '=', to)
        .executeTakeFirst(),
    )
    if (row !== undefined) return { tenantId: tenant_id, patientId }
  }
  return null
}

/** A link into one record, once and for a quarter of an hour; only its hash is kept, and a newer one takes the place of the one before. */
async function linkInto(db: Db, key: Key | null, now: Date): Promise<string | null> {
  if (key === null) return null
  const token = newSecret()
  const { tenantId: tenant_id, patientId: patient_id } = key
  await db.transaction().execute(async (tx) => {
    await tx
      .deleteFrom('auth.entry_link')
      .where('tenant_id', '=', tenant_id)
      .where('patient_id', '=', patient_id)
      .where('made_by', '=', 'mail')
      .execute()
    const expires_at = new Date(now.getTime() + MAIL_LINK_MINUTES * 60_000)
    const token_hash = sha256(token)
    await tx
      .insertInto('auth.entry_link')
      .values({ token_hash, tenant_id, patient_id, made_by: 'mail', created_at: now, expires_at })
      .execute()
  })
  return `/enter#mail:${token}`
}

async function resetLink(db: Db, email: string, now: Date): Promise<string | null> {
  const staff = await staffByEmail(db, email)
  if (staff === undefined) return null
  const link = { kind: 'reset', tenantId: staff.tenant_id, staffId: staff.staff_id } as const
  const { token } = await makeStaffLink(db, link, now)
  return `/clinician/join#${token}`
}

type Finder = (db: Db, errand: Errand, now: Date) => Promise<string | null>

const FINDERS: Partial<Readonly<Record<TemplateId, Finder>>> = {
  enter: async (db, { to }, now) => linkInto(db, await confirmedBy(db, to), now),
  confirm: async (db, errand, now) => linkInto(db, await givenBy(db, errand), now),
  reset: (db, { to }, now) => resetLink(db, to, now),
}

/** The address to send to whoever asked, found when it is sent; null where there is nobody to send it to. */
export const pathFor: Finder = async (db, errand, now) =>
  (await FINDERS[errand.template]?.(db, errand, now)) ?? null
