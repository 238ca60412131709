import { randomBytes } from 'node:crypto'
import type { Vault } from '../account/vault.ts'
import { stepOf } from '../account/totp.ts'
import type { Db, Tx } from '../db/connect.ts'

const BACKUP_CODES = 10
/** No look-alikes: they are written down and read out. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789x'

const boundTo = (staffId: string): string => `code generator of ${staffId}`

export const sealSecret = (vault: Vault, staffId: string, secret: Buffer): string =>
  vault.seal(secret, boundTo(staffId))
export const openSecret = (vault: Vault, staffId: string, sealed: string): Buffer | null =>
  vault.open(sealed, boundTo(staffId))

export type SecondFactors = { generator: boolean; backupCodesLeft: number; passkeys: number }

export async function secondFactorsOf(db: Db | Tx, staffId: string): Promise<SecondFactors> {
  const count = (table: 'auth.backup_code' | 'auth.passkey' | 'auth.code_generator') =>
    db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<string>().as('n'))
      .where('staff_id', '=', staffId)
  const [generator, passkeys, codes] = await Promise.all([
    count('auth.code_generator').executeTakeFirst(),
    count('auth.passkey').executeTakeFirst(),
    count('auth.backup_code').where('used_at', 'is', null).executeTakeFirst(),
  ])
  return {
    generator: generator?.n === '1',
    passkeys: Number(passkeys?.n ?? 0),
    backupCodesLeft: Number(codes?.n ?? 0),
  }
}

/** The first generator of somebody who has none; false where there is one by now. */
export async function addGenerator(
  tx: Tx,
  { staffId, sealed, step, now }: { staffId: string; sealed: string; step: number; now: Date },
): Promise<boolean> {
  const row = await tx
    .insertInto('auth.code_generator')
    .values({ staff_id: staffId, sealed_secret: sealed, last_step: step, created_at: now })
    .onConflict((c) => c.doNothing())
    .returning('staff_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function dropSecondFactors(tx: Tx, staffId: string): Promise<void> {
  for (const table of ['auth.code_generator', 'auth.backup_code', 'auth.passkey'] as const)
    await tx.deleteFrom(table).where('staff_id', '=', staffId).execute()
}

/** Ten codes in place of those before; this is the only moment in which they can be read. */
export async function renewBackupCodes(tx: Tx, vault: Vault, staffId: string, now: Date): Promise<string[]> {
  const codes = Array.from({ length: BACKUP_CODES }, () =>
    Array.from(randomBytes(12), (byte) => LETTERS[byte % 32])
      .join('')
      .replace(/(.{4})(?=.)/g, '$1-'),
  )
  await tx.deleteFrom('auth.backup_code').where('staff_id', '=', staffId).execute()
  await tx
    .insertInto('auth.backup_code')
    .values(
      codes.map((code) => ({
        staff_id: staffId,
        code_mac: macOf(vault, staffId, code),
        created_at: now,
        used_at: null,
      })),
    )
    .execute()
  return codes
}

const macOf = (vault: Vault, staffId: string, code: string): string =>
  vault.mac(`backup ${staffId} ${code.toLowerCase().replace(/[\s-]/g, '')}`)

/** Takes a code of the generator, or a backup code, exactly once however many send it at the same moment. */
export async function takeCode(
  db: Db,
  vault: Vault,
  { staffId, code, now }: { staffId: string; code: string; now: Date },
): Promise<boolean> {
  const generator = await db
    .selectFrom('auth.code_generator')
    .select(['sealed_secret', 'last_step'])
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  if (generator === undefined) return false
  const secret = openSecret(vault, staffId, generator.sealed_secret)
  const step = secret === null ? null : stepOf(secret, code, Number(generator.last_step), now)
  if (step === null) return takeBackupCode(db, vault, { staffId, code, now })
  const taken = await db
    .updateTable('auth.code_generator')
    .set({ last_step: step })
    .where('staff_id', '=', staffId)
    .where('last_step', '<', String(step))
    .returning('staff_id')
    .executeTakeFirst()
  return taken !== undefined
}

async function takeBackupCode(
  db: Db,
  vault: Vault,
  { staffId, code, now }: { staffId: string; code: string; now: Date },
): Promise<boolean> {
  const taken = await db
    .updateTable('auth.backup_code')
    .set({ used_at: now })
    .where('staff_id', '=', staffId)
    .where('code_mac', '=', macOf(vault, staffId, code))
    .where('used_at', 'is', null)
    .returning('staff_id')
    .executeTakeFirst()
  return taken !== undefined
}
