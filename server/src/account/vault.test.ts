import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { vaultOf } from './vault.ts'

const key = randomBytes(32)
const vault = vaultOf(key)
const plain = Buffer.from('twenty bytes of seed')

it('opens what it sealed, after a restart too, and never twice the same text', () => {
  const sealed = vault.seal(plain, 'a')
  expect(vaultOf(key).open(sealed, 'a')).toEqual(plain)
  expect(vault.seal(plain, 'a')).not.toBe(sealed)
  expect(sealed).not.toContain(plain.toString('base64url'))
})

it('opens nothing of another key, another person, or that was changed', () => {
  const sealed = vault.seal(plain, 'a')
  expect(vaultOf(randomBytes(32)).open(sealed, 'a')).toBeNull()
  expect(vault.open(sealed, 'b')).toBeNull()
  const at = sealed.lastIndexOf('.') + 1
  const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
  for (const bent of [changed, sealed.replace('v1', 'v2'), '', 'v1.a.b.c', 'v1'])
    expect(vault.open(bent, 'a')).toBeNull()
})

it('makes fingerprints that need the key', () => {
  expect(vault.mac('x')).toBe(vaultOf(key).mac('x'))
  expect(vault.mac('x')).not.toBe(vaultOf(randomBytes(32)).mac('x'))
})
