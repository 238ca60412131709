import { createECDH, createPrivateKey, hkdfSync, sign } from 'node:crypto'
import type { Config } from '../config.ts'

const TWELVE_HOURS = 12 * 3_600

/** By what a push service knows who sends: this installation's own key, and how to reach whoever runs it (RFC 8292). */
export type Vapid = {
  /** The public key as browsers take it: an uncompressed point in base64url. */
  publicKey: string
  /** The header for one push service, good for twelve hours. */
  headerFor: (origin: string, now: Date) => string
}

/** How a push service reaches whoever runs this installation. */
export const pushContact = ({ mail, publicUrl }: Pick<Config, 'mail' | 'publicUrl'>): string =>
  mail !== null ? `mailto:${mail.from}` : (publicUrl ?? 'mailto:nobody@localhost')

/**
 * The key pair by which pushes are signed, worked out from the installation's own secret key: several servers on one database have the same,
 * and nothing more has to be kept or backed up. With another secret key every browser has to be asked anew.
 * @param contact A `mailto:` or `https:` address.
 */
export function vapidOf(secretKey: Buffer, contact: string): Vapid {
  const pair = createECDH('prime256v1')
  // Not every number is a key of the curve, though nearly every one is.
  for (let n = 0; ; n += 1)
    try {
      pair.setPrivateKey(Buffer.from(hkdfSync('sha256', secretKey, '', `dorsal push ${n}`, 32)))
      break
    } catch {
      continue
    }
  const point = pair.getPublicKey()
  const key = createPrivateKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      d: pair.getPrivateKey().toString('base64url'),
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  })
  const publicKey = point.toString('base64url')
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return {
    publicKey,
    headerFor: (origin, now) => {
      const exp = Math.floor(now.getTime() / 1000) + TWELVE_HOURS
      const said = `${part({ typ: 'JWT', alg: 'ES256' })}.${part({ aud: origin, exp, sub: contact })}`
      const signed = sign('sha256', Buffer.from(said), { key, dsaEncoding: 'ieee-p1363' })
      return `vapid t=${said}.${signed.toString('base64url')}, k=${publicKey}`
    },
  }
}
