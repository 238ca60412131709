import { deviceKey } from './device-key.ts'

/** Something as it lies on this device: `data` can be read only with this device's key, and only under the name it was sealed for. */
export type Sealed = { sealed: 1; iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }

/** What was sealed by a key that this device no longer has. Nobody can read it any more. */
export class Unreadable extends Error {}

export const isSealed = (value: unknown): value is Sealed =>
  typeof value === 'object' && value !== null && 'sealed' in value && 'iv' in value && 'data' in value

/** Seals a value for a name with a key. */
export async function sealWith(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const additionalData = new TextEncoder().encode(name)
  const plain = new TextEncoder().encode(JSON.stringify(value))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain)
  return { sealed: 1, iv, data }
}

/** Opens what was sealed for a name. Throws `Unreadable` under another name, with another key, and after any change. */
export async function openWith(key: CryptoKey, name: string, { iv, data }: Sealed): Promise<unknown> {
  const additionalData = new TextEncoder().encode(name)
  try {
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data)
    return JSON.parse(new TextDecoder().decode(plain))
  } catch {
    throw new Unreadable(`What is kept as ${name} cannot be read any more.`)
  }
}

/** Seals a value with this device's key. Throws where this browser has none. */
export async function seal(name: string, value: unknown): Promise<Sealed> {
  return sealWith(await deviceKey(), name, value)
}

/** Opens what this device has sealed. What an older version stored unsealed is given back as it is. */
export async function open(name: string, value: unknown): Promise<unknown> {
  return isSealed(value) ? openWith(await deviceKey(), name, value) : value
}
