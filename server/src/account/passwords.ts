import { passwordFault, Refusal } from '@dorsal/care'
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Argon2id, which is the library's default kind. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const TODAY = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST)

/** Checked when nobody has that e-mail, so that the answer takes as long as for somebody who has. */
const nobody = hashPassword(randomBytes(16).toString('hex'))

export async function passwordFits(stored: string | null | undefined, password: string): Promise<boolean> {
  const there = stored ?? null
  const fits = await verify(there ?? (await nobody), password.normalize('NFKC'))
  return there !== null && fits
}

/** Whether a stored hash was made at another cost than today's, and is made anew when its password is known next. */
export const isOldHash = (stored: string): boolean => !stored.startsWith(TODAY)

/** The hash of a new password; refuses one that anybody would guess. */
export async function newPasswordHash(
  password: string,
  own: readonly string[],
  least?: number,
): Promise<string> {
  if (passwordFault(password, own, least) !== null) throw new Refusal('weak-password')
  return hashPassword(password)
}

/** A first password that is easy to read out: four groups, 80 bits, no look-alikes. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789x'
  const text = Array.from(randomBytes(16), (b) => letters[b % 32]).join('')
  return text.replace(/(.{4})(?=.)/g, '$1-')
}
