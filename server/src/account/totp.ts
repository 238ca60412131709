import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** One-time codes by time (RFC 6238 over RFC 4226): SHA-1, six digits, thirty seconds, which every authenticator app reads. */
const STEP_SECONDS = 30
const DIGITS = 6
/** A clock half a minute off, or a code typed slowly, still counts. */
const STEPS_AROUND = 1
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export const stepAt = (now: Date): number => Math.floor(now.getTime() / 1000 / STEP_SECONDS)

export function codeAt(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = (mac.at(-1) ?? 0) & 0xf
  const number = (mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** DIGITS
  return String(number).padStart(DIGITS, '0')
}

/** The step whose code this is, around now and later than `after`; null where none is. Spaces in what was typed do not matter. */
export function stepOf(secret: Buffer, typed: string, after: number, now: Date): number | null {
  const code = typed.replace(/\s/g, '')
  if (!/^\d{6}$/.test(code)) return null
  const middle = stepAt(now)
  for (let step = middle - STEPS_AROUND; step <= middle + STEPS_AROUND; step += 1)
    if (step > after && timingSafeEqual(Buffer.from(codeAt(secret, step)), Buffer.from(code))) return step
  return null
}

/** 160 bits, as RFC 4226 asks for. */
export const newCodeSecret = (): Buffer => randomBytes(20)

/** A secret as authenticator apps take it when it is typed in. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What a QR code holds for an authenticator app. */
export function otpAddress(secret: Buffer, issuer: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`
}
