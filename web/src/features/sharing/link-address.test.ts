import { ShareToken } from '@dorsal/care'
import { expect, it } from 'vitest'
import { newToken } from '../../lib/new-token.ts'
import { addressOf, tokenIn } from './link-address.ts'

it('a secret is 256 bits in the form that the server takes, and no two are the same', () => {
  const tokens = Array.from({ length: 200 }, () => newToken())
  expect(new Set(tokens).size).toBe(200)
  for (const token of tokens) expect(ShareToken.safeParse(token).success).toBe(true)
  const bytes = Uint8Array.from({ length: 32 }, (_, i) => 255 - i)
  expect([...Buffer.from(newToken(bytes), 'base64url')]).toEqual([...bytes])
})

it('stands behind the # of an address, which is sent to nobody, and is found there again', () => {
  const token = newToken()
  const url = new URL(addressOf(token, 'https://pt.example.org'))
  expect([url.pathname, url.search]).toEqual(['/shared', ''])
  expect(tokenIn(url.hash)).toBe(token)
})

it.each(['', '#', '#content', '#short', `#${'x'.repeat(44)}`])('there is no secret in %s', (hash) => {
  expect(tokenIn(hash)).toBeNull()
})
