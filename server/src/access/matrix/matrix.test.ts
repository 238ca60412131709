import { contract, type Endpoint } from '@dorsal/care'
import { fastify } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../../test-app.ts'
import { doorsOf, nameDoors } from '../doors.ts'
import { ONLY } from './only.ts'
import { type Outcome, runMatrix } from './run.ts'
import { makeWorld } from './world.ts'

let host: TestApp
let outcome: Outcome
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1', FIRST_PLAN: 'after-clinician' } })
  outcome = await runMatrix(await makeWorld(host))
  const { faults, ...figures } = outcome
  process.stdout.write(`trust T01 ${JSON.stringify({ ...figures, faults: faults.length })}\n`)
})
afterAll(() => host.close())

describe('nobody sees or changes what is not theirs', () => {
  it('by any route, in any role, about anybody: the server answers as the policy says, to the byte', () => {
    expect(outcome.faults.slice(0, 40)).toEqual([])
  })

  it.skipIf(ONLY !== null)('and much was asked: every route that is served, by every caller', () => {
    expect(outcome.callers).toBeGreaterThanOrEqual(16)
    expect(outcome.routes).toBeGreaterThan(60)
    expect(outcome.pairs).toBeGreaterThan(100)
    expect(outcome.refused).toBeGreaterThan(1000)
    expect(outcome.letIn).toBeGreaterThan(100)
    expect(outcome.lines).toBeGreaterThan(100)
  })
})

describe('every door', () => {
  it('is an action of the policy: without one the server does not start', async () => {
    const app = fastify()
    nameDoors(app)
    expect(() => app.get('/secret', () => 'x')).toThrow(/GET \/secret names no action/)
    await app.close()
  })

  // The page that describes them is none of them.
  it('under /api is a row of the contract with the same action', () => {
    const rows = Object.values<Endpoint>(contract).map((row) => `${row.method} ${row.path} ${row.action}`)
    const doors = doorsOf(host.app).filter(
      ({ url, method }) => url.startsWith('/api/') && url !== '/api/docs' && method !== 'HEAD',
    )
    expect(doors.map(({ method, url, action }) => `${method} ${url} ${action}`).sort()).toEqual(rows.sort())
  })
})
