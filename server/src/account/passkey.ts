import type { PasskeyMade, PasskeySigned } from '@dorsal/care'
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'

/**
 * Web Authentication, as much of it as passkeys need: keys made without attestation (who built the device is none of our business), and
 * signatures by them with the person verified by the device. Level 3, sections 7.1 and 7.2.
 */
export type Asked = { challenge: string; origin: string; rpId: string }

const FLAG = { present: 0x01, verified: 0x04, attested: 0x40 } as const
const AT = { flags: 32, counter: 33, idLength: 53, id: 55 } as const

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url')
const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest()

function clientFits(text: string, type: string, asked: Asked): boolean {
  let data: unknown
  try {
    data = JSON.parse(bytesOf(text).toString('utf8'))
  } catch {
    return false
  }
  if (data === null || typeof data !== 'object') return false
  const given = data as Record<string, unknown>
  return (
    given['type'] === type &&
    given['challenge'] === asked.challenge &&
    given['origin'] === asked.origin &&
    given['crossOrigin'] !== true
  )
}

/** Made or used here, by somebody who was there and whom the device knew. */
function authenticatorFits(data: Buffer, rpId: string, more = 0): boolean {
  const needed = FLAG.present | FLAG.verified | more
  return (
    data.length >= 37 &&
    data.subarray(0, AT.flags).equals(sha256(rpId)) &&
    (data.readUInt8(AT.flags) & needed) === needed
  )
}

/** By COSE name, the kinds of keys that we take (P-256, Ed25519, RSA), and the numbers of a key that the authenticator wrote down, to be found in its data again. */
const PARTS: Readonly<Record<number, (key: KeyObject) => (string | undefined)[] | null>> = {
  [-7]: (key) => {
    const { crv, x, y } = key.export({ format: 'jwk' })
    return crv === 'P-256' ? [x, y] : null
  },
  [-8]: (key) => {
    const { crv, x } = key.export({ format: 'jwk' })
    return crv === 'Ed25519' ? [x] : null
  },
  [-257]: (key) => {
    const { kty, n } = key.export({ format: 'jwk' })
    return kty === 'RSA' ? [n] : null
  },
}

function keyOf(publicKey: string): KeyObject | null {
  try {
    return createPublicKey({ key: bytesOf(publicKey), format: 'der', type: 'spki' })
  } catch {
    return null
  }
}

/** The counter of a new passkey, or null where it is not what was asked for. */
export function checkMade(made: PasskeyMade, asked: Asked): number | null {
  const data = bytesOf(made.authenticatorData)
  if (!clientFits(made.clientData, 'webauthn.create', asked)) return null
  if (!authenticatorFits(data, asked.rpId, FLAG.attested) || data.length < AT.id) return null
  const end = AT.id + data.readUInt16BE(AT.idLength)
  if (!data.subarray(AT.id, end).equals(bytesOf(made.credentialId))) return null
  const key = keyOf(made.publicKey)
  const parts = key === null ? null : (PARTS[made.algorithm]?.(key) ?? null)
  const written = data.subarray(end)
  if (parts === null || !parts.every((part) => part !== undefined && written.includes(bytesOf(part))))
    return null
  return data.readUInt32BE(AT.counter)
}

export type Known = { publicKey: string; algorithm: number; counter: number }

/** The new counter where this was signed by that passkey here and now; null where not, or where a copy of it must have signed. */
export function checkSigned(signed: PasskeySigned, known: Known, asked: Asked): number | null {
  const data = bytesOf(signed.authenticatorData)
  if (!clientFits(signed.clientData, 'webauthn.get', asked) || !authenticatorFits(data, asked.rpId))
    return null
  const key = keyOf(known.publicKey)
  const over = Buffer.concat([data, sha256(bytesOf(signed.clientData))])
  const hash = known.algorithm === -8 ? null : 'sha256'
  if (key === null || !signatureFits(hash, over, key, bytesOf(signed.signature))) return null
  const counter = data.readUInt32BE(AT.counter)
  const counts = counter > 0 || known.counter > 0
  return counts && counter <= known.counter ? null : counter
}

function signatureFits(hash: string | null, over: Buffer, key: KeyObject, signature: Buffer): boolean {
  try {
    return verify(hash, over, key, signature)
  } catch {
    return false
  }
}
