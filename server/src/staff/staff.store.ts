import type { StaffRole } from '@dorsal/care'
import { normalEmail } from '../account/tries.store.ts'
import type { Db, Tx } from '../db/connect.ts'
import { newId } from '../ids.ts'

type NewStaff = { tenantId: string; email: string; name: string; role: StaffRole; passwordHash: string }

/** Adds a member of staff; null where the address is taken. */
export async function addStaff(db: Db | Tx, staff: NewStaff, now: Date): Promise<string | null> {
  const row = await db
    .insertInto('auth.staff')
    .values({
      staff_id: newId(now),
      tenant_id: staff.tenantId,
      email: normalEmail(staff.email),
      name: staff.name,
      role: staff.role,
      password_hash: staff.passwordHash,
      created_at: now,
      disabled_at: null,
    })
    .onConflict((c) => c.column('email').doNothing())
    .returning('staff_id')
    .executeTakeFirst()
  return row?.staff_id ?? null
}

export async function setPassword(db: Db | Tx, staffId: string, passwordHash: string): Promise<void> {
  await db
    .updateTable('auth.staff')
    .set({ password_hash: passwordHash })
    .where('staff_id', '=', staffId)
    .execute()
}

export type StaffRow = {
  staff_id: string
  tenant_id: string
  email: string
  name: string
  role: StaffRole
  password_hash: string
}

/** The open account of this address. */
export async function staffByEmail(db: Db | Tx, email: string): Promise<StaffRow | undefined> {
  return db
    .selectFrom('auth.staff')
    .selectAll()
    .where('email', '=', normalEmail(email))
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}

export async function staffById(db: Db | Tx, staffId: string): Promise<StaffRow | undefined> {
  return db
    .selectFrom('auth.staff')
    .selectAll()
    .where('staff_id', '=', staffId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
}

/** Whether this is the made-up clinician of a demo, who has no second factor. Outside a demo there is no such row, and nobody asks for it. */
export async function signsInForDemo(db: Db, staffId: string): Promise<boolean> {
  const row = await db
    .selectFrom('auth.demo_sign_in')
    .select('staff_id')
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  return row !== undefined
}

/** Remembers in which language somebody reads, for letters that nobody asked for in one. */
export async function noteLanguage(db: Db, staffId: string, lang: string): Promise<void> {
  await db.updateTable('auth.staff').set({ lang }).where('staff_id', '=', staffId).execute()
}
