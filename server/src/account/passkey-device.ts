import type { PasskeyChallenge, PasskeyMade, PasskeySigned } from '@dorsal/care'
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

const KINDS = {
  es256: { algorithm: -7, make: () => generateKeyPairSync('ec', { namedCurve: 'P-256' }), hash: 'sha256' },
  eddsa: { algorithm: -8, make: () => generateKeyPairSync('ed25519'), hash: null },
  rs256: { algorithm: -257, make: () => generateKeyPairSync('rsa', { modulusLength: 2048 }), hash: 'sha256' },
} as const
export type Kind = keyof typeof KINDS

const text = (data: Buffer | string): string => Buffer.from(data).toString('base64url')
const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest()

/** A device that keeps a passkey, for tests: what a browser would send, and every way in which it could be wrong. */
export class Device {
  readonly kind: Kind
  readonly id = randomBytes(32)
  origin: string
  rpId: string | null = null
  challenge: string | null = null
  type: string | null = null
  crossOrigin = false
  flags = 0x05
  counter = 0
  /** Passkeys that are kept in several devices at once do not count. */
  counts = true
  private keys: { publicKey: KeyObject; privateKey: KeyObject }
  private written: Buffer
  constructor(kind: Kind, origin: string) {
    this.kind = kind
    this.origin = origin
    this.keys = KINDS[kind].make()
    this.written = this.numbers()
  }

  /** Another key under the same name. */
  swapKey(): void {
    this.keys = KINDS[this.kind].make()
  }

  private numbers(): Buffer {
    const { x, y, n } = this.keys.publicKey.export({ format: 'jwk' })
    return Buffer.concat([x, y, n].map((part) => Buffer.from(part ?? '', 'base64url')))
  }

  private client(type: string, { challenge }: PasskeyChallenge): string {
    const given = this.challenge ?? challenge
    const { origin, crossOrigin } = this
    return text(JSON.stringify({ type: this.type ?? type, challenge: given, origin, crossOrigin }))
  }

  private data({ rpId }: PasskeyChallenge, more: Buffer = Buffer.alloc(0), flags = this.flags): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    return Buffer.concat([sha256(this.rpId ?? rpId), Buffer.from([flags]), counter, more])
  }

  make(asked: PasskeyChallenge): PasskeyMade {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    const credential = Buffer.concat([Buffer.alloc(16), length, this.id, this.written])
    return {
      label: 'Test key',
      credentialId: text(this.id),
      clientData: this.client('webauthn.create', asked),
      authenticatorData: text(this.data(asked, credential, this.flags | 0x40)),
      publicKey: text(this.keys.publicKey.export({ format: 'der', type: 'spki' })),
      algorithm: KINDS[this.kind].algorithm,
    }
  }

  sign(asked: PasskeyChallenge): PasskeySigned {
    if (this.counts) this.counter += 1
    const data = this.data(asked)
    const clientData = this.client('webauthn.get', asked)
    const over = Buffer.concat([data, sha256(Buffer.from(clientData, 'base64url'))])
    return {
      credentialId: text(this.id),
      clientData,
      authenticatorData: text(data),
      signature: text(sign(KINDS[this.kind].hash, over, this.keys.privateKey)),
    }
  }
}
