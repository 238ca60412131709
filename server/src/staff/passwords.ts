import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Argon2id, which is the library's default kind. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), COST)

/** Checked when nobody has that e-mail, so that the answer takes as long as for somebody who has. */
const nobody = hashPassword(randomBytes(16).toString('hex'))

export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await nobody), password.normalize('NFKC'))
  return stored !== undefined && fits
}

/** A first password that is easy to read out: four groups, 80 bits, no look-alikes. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789x'
  const text = Array.from(randomBytes(16), (b) => letters[b % 32]).join('')
  return text.replace(/(.{4})(?=.)/g, '$1-')
}
