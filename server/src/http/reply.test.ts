import cookie from '@fastify/cookie'
import fastify from 'fastify'
import { expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import type { Deps } from '../deps.ts'
import { type Handlers, serveContract } from './contract-routes.ts'

/** What a handler would give if a store handed on a whole row of its table. */
const WITH_MORE = { done: true, password_hash: 'must stay inside', tenant_id: 'must stay inside' }

it('a reply holds nothing that the contract does not name', async () => {
  const app = fastify()
  await app.register(cookie)
  const deps = { config: readConfig({}), now: () => new Date(), networkOf: () => 'here' } as unknown as Deps
  serveContract(app, { signOut: () => Promise.resolve(WITH_MORE) } as unknown as Handlers, deps)
  const { statusCode, body } = await app.inject({ method: 'POST', url: '/api/staff/sign-out' })
  expect(statusCode).toBe(200)
  expect(JSON.parse(body)).toEqual({ done: true })
  await app.close()
})
