import type { NewGenerator, SignInReply } from '@dorsal/care'
import { codeAt, stepAt } from '../account/totp.ts'
import type { Visitor } from '../seed/visitor.ts'

/** An authenticator app, for tests: the secret by which it was set up. */
export type Authenticator = { secret: Buffer; backupCodes: string[] }

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Reads a secret as an authenticator app does that it was typed into. */
export function fromBase32(text: string): Buffer {
  const bits = Array.from(text, (letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

export const codeNow = ({ secret }: Pick<Authenticator, 'secret'>, now: Date): string =>
  codeAt(secret, stepAt(now))

/** After the password: sets up a code generator and signs in with its first code. */
export async function enrol(person: Visitor, now: Date): Promise<Authenticator> {
  const { secret: text } = await person.ok<NewGenerator>('enrolGenerator')
  const secret = fromBase32(text)
  const { backupCodes } = await person.ok<{ backupCodes: string[] }>('enrolCode', {
    body: { code: codeNow({ secret }, now) },
  })
  return { secret, backupCodes }
}

/** The whole way in: for somebody who has no second factor yet it is set up, else `known` gives the code. */
export async function signInFully(
  person: Visitor,
  body: { email: string; password: string },
  now: Date,
  known?: Authenticator,
): Promise<Authenticator> {
  const reply = await person.ok<SignInReply>('signIn', { body })
  if (reply.step === 'enrol') return enrol(person, now)
  if (known === undefined) throw new Error(`A second factor is there already: ${reply.step}`)
  await person.ok('signInCode', { body: { code: codeNow(known, now) } })
  return known
}
