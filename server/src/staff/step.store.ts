import { Refusal } from '@dorsal/care'
import type { Db, Tx } from '../db/connect.ts'
import { newSecret, sha256 } from '../ids.ts'
import { type StaffRow, staffById } from './staff.store.ts'

const LASTS_MINUTES = 10
/** Codes can be guessed; a new generator has nothing to guess, only typing errors. */
const MOST_TRIES = { code: 5, enrol: 30 } as const

export type Step = { ticket: string; staff: StaffRow; sealed: string | null }

/** A ticket for the second step: it opens nothing but that. */
export async function openStep(
  db: Db | Tx,
  staffId: string,
  kind: 'code' | 'enrol',
  now: Date,
  sealed: string | null = null,
): Promise<string> {
  const ticket = newSecret()
  await db
    .insertInto('auth.sign_in_step')
    .values({
      ticket_hash: sha256(ticket),
      staff_id: staffId,
      kind,
      sealed_secret: sealed,
      created_at: now,
      expires_at: new Date(now.getTime() + LASTS_MINUTES * 60_000),
    })
    .execute()
  return ticket
}

/** The step of this ticket, one try used up; refused where it is over, tried too often, or its account was closed. */
export async function tryStep(
  db: Db,
  ticket: string | undefined,
  kind: 'code' | 'enrol',
  now: Date,
): Promise<Step> {
  const row = await db
    .updateTable('auth.sign_in_step')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('ticket_hash', '=', sha256(ticket ?? ''))
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .where('tries', '<', MOST_TRIES[kind])
    .returning(['staff_id', 'sealed_secret'])
    .executeTakeFirst()
  const staff = row === undefined ? undefined : await staffById(db, row.staff_id)
  if (row === undefined || staff === undefined || ticket === undefined) throw new Refusal('sign-in-anew')
  return { ticket, staff, sealed: row.sealed_secret }
}

/** Keeps the secret of a new generator with its ticket until its first code is right. */
export async function keepSecret(db: Db, ticket: string, sealed: string): Promise<void> {
  await db
    .updateTable('auth.sign_in_step')
    .set({ sealed_secret: sealed })
    .where('ticket_hash', '=', sha256(ticket))
    .execute()
}

/** Ends all steps of a person that are under way. */
export async function closeSteps(db: Db | Tx, staffId: string): Promise<void> {
  await db.deleteFrom('auth.sign_in_step').where('staff_id', '=', staffId).execute()
}
