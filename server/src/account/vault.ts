import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * What must be read again is sealed with a key that is not in the database, so that a stolen copy of it opens nothing. `about` is bound
 * into the seal: what was sealed for one person cannot be put in another's row.
 */
export type Vault = {
  seal(plain: Buffer, about: string): string
  /** Null where it was sealed with another key, for somebody else, or was changed. */
  open(sealed: string, about: string): Buffer | null
  /** A fingerprint of something short that people type: without the key nobody can try all of them. */
  mac(text: string): string
}

const VERSION = 'v1'

export function vaultOf(key: Buffer): Vault {
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', purpose, 32))
  const sealKey = derive('dorsal seal')
  const macKey = derive('dorsal mac')
  return {
    seal: (plain, about) => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return [VERSION, iv, cipher.getAuthTag(), body]
        .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
        .join('.')
    },
    open: (sealed, about) => {
      const [version, ...parts] = sealed.split('.')
      const [iv, tag, body] = parts.map((part) => Buffer.from(part, 'base64url'))
      if (version !== VERSION || iv?.length !== 12 || tag?.length !== 16 || body === undefined) return null
      try {
        const cipher = createDecipheriv('aes-256-gcm', sealKey, iv).setAAD(Buffer.from(about)).setAuthTag(tag)
        return Buffer.concat([cipher.update(body), cipher.final()])
      } catch {
        return null
      }
    },
    mac: (text) => createHmac('sha256', macKey).update(text).digest('base64url'),
  }
}
