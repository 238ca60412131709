import { openDB } from 'idb'

const NAME = 'dorsal-key'
let known: Promise<CryptoKey> | undefined

/**
 * The key of this device: made here, AES-GCM of 256 bits, not extractable, so that no script and no copy of the browser's files can
 * read it out. Two tabs that make one at the same moment agree on the first. Throws where the browser has no such keys (an address
 * without https) or stores nothing: then nothing about health may be stored either.
 */
export function deviceKey(): Promise<CryptoKey> {
  known ??= readOrMake().catch((error: unknown) => {
    known = undefined
    throw error
  })
  return known
}

async function readOrMake(): Promise<CryptoKey> {
  const db = await openDB(NAME, 1, { upgrade: (fresh) => void fresh.createObjectStore('keys') })
  try {
    const there: unknown = await db.get('keys', 'device')
    if (there instanceof CryptoKey) return there
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ])
    const transaction = db.transaction('keys', 'readwrite', { durability: 'strict' })
    const first: unknown = await transaction.store.get('device')
    if (!(first instanceof CryptoKey)) await transaction.store.put(made, 'device')
    await transaction.done
    return first instanceof CryptoKey ? first : made
  } finally {
    // Nothing holds it open: erasing this device must not wait for another tab.
    db.close()
  }
}

/** After this device was erased the key is gone too. */
export function forgetKey(): void {
  known = undefined
}
