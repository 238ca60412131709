import { beforeAll, expect, it } from 'vitest'
import { isSealed, open, openWith, sealWith, Unreadable } from './seal.ts'

let key: CryptoKey
const newKey = () =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
beforeAll(async () => {
  key = await newKey()
})

it('gives back what was sealed, under its own name only', async () => {
  const sealed = await sealWith(key, 'draft', { note: 'numb feet', pain: 7, none: null })
  expect(isSealed(sealed)).toBe(true)
  expect(await openWith(key, 'draft', sealed)).toEqual({ note: 'numb feet', pain: 7, none: null })
  await expect(openWith(key, 'me', sealed)).rejects.toThrow(Unreadable)
})

it('shows nothing of it, and never seals twice alike', async () => {
  const [one, two] = [await sealWith(key, 'draft', 'numb feet'), await sealWith(key, 'draft', 'numb feet')]
  const bytes = (data: ArrayBuffer) => Buffer.from(data).toString('latin1')
  expect(bytes(one.data)).not.toContain('numb')
  expect(bytes(one.data)).not.toBe(bytes(two.data))
})

it('cannot be read after a change, nor by another key', async () => {
  const sealed = await sealWith(key, 'draft', 'numb feet')
  const bent = new Uint8Array(sealed.data.slice(0))
  bent[0] = (bent[0] ?? 0) ^ 1
  await expect(openWith(key, 'draft', { ...sealed, data: bent.buffer })).rejects.toThrow(Unreadable)
  key = await newKey()
  await expect(openWith(key, 'draft', sealed)).rejects.toThrow(Unreadable)
})

it('gives back what an older version stored unsealed', async () => {
  expect(await open('draft', { pain: 3 })).toEqual({ pain: 3 })
})
