import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'

/** One record holds all that is sent: a reminder is short. */
const RECORD = 4096
/** What says that this is the last record (RFC 8188). */
const LAST = Buffer.from([2])

type Keys = { p256dh: string; auth: string }
/** Given by tests to repeat what a standard has written down. */
type Given = { privateKey?: Buffer; salt?: Buffer }

const derive = (key: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, bytes))

/**
 * What only one browser can read: `aes128gcm` of RFC 8188 with the keys of RFC 8291, under a key pair made for this message alone. Throws
 * where the browser's key is no point of the curve.
 */
export function sealForBrowser(plain: Buffer, { p256dh, auth }: Keys, given: Given = {}): Buffer {
  const theirs = Buffer.from(p256dh, 'base64url')
  const own = createECDH('prime256v1')
  if (given.privateKey === undefined) own.generateKeys()
  else own.setPrivateKey(given.privateKey)
  const mine = own.getPublicKey()
  const shared = own.computeSecret(theirs)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, mine])
  const secret = derive(shared, Buffer.from(auth, 'base64url'), info, 32)
  const salt = given.salt ?? randomBytes(16)
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(plain), cipher.update(LAST), cipher.final(), cipher.getAuthTag()])
  const size = Buffer.alloc(5)
  size.writeUInt32BE(RECORD, 0)
  size.writeUInt8(mine.length, 4)
  return Buffer.concat([salt, size, mine, body])
}
