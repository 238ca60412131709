import { contract } from '@dorsal/care'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { ApiError, asks, call, NetworkError, pathOf, worthRetrying } from './api.ts'

const answer = (status: number, body: unknown) =>
  vi.stubGlobal(
    'fetch',
    async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }),
  )

const refusal = (code: string, status: number, fields?: unknown) => ({
  type: `urn:dorsal:error:${code}`,
  code,
  title: 'Not so.',
  status,
  detail: 'Do this.',
  ...(fields !== undefined && { fields }),
})

beforeAll(() => asks(contract))
afterEach(() => vi.unstubAllGlobals())

describe('a call', () => {
  it('puts the id into the path, escaped', () => {
    expect(pathOf('/api/intakes/:id', { id: 'a/b' })).toBe('/api/intakes/a%2Fb')
  })

  it('sends method, path and body of the contract’s row', async () => {
    const seen: [string, RequestInit | undefined][] = []
    vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
      seen.push([url, init])
      return Response.json({ done: true })
    })
    const reply = await call('setContact', { body: { name: 'A', email: null, phone: null } })
    expect(reply).toEqual({ done: true })
    expect(seen[0]?.[0]).toBe('/api/me/contact')
    expect(seen[0]?.[1]).toMatchObject({ method: 'PUT', body: '{"name":"A","email":null,"phone":null}' })
  })

  it('turns a refusal into words with its fields', async () => {
    answer(422, refusal('incomplete-intake', 422, [{ path: 'answers.RF07', message: 'Answer it.' }]))
    const error = await call('me').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({
      code: 'incomplete-intake',
      advice: 'Do this.',
      fields: [{ path: 'answers.RF07' }],
    })
    expect(worthRetrying(error)).toBe(false)
  })

  it('takes no connection, and a gateway’s page, for an unreachable server', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('failed')))
    await expect(call('me')).rejects.toBeInstanceOf(NetworkError)
    answer(502, '<html>bad gateway</html>')
    const error = await call('me').catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(NetworkError)
    expect(worthRetrying(error)).toBe(true)
  })

  it('never hands on an answer of the wrong shape', async () => {
    answer(200, { hello: 'world' })
    await expect(call('me')).rejects.toBeInstanceOf(ApiError)
  })
})
