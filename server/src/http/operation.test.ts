import { contract } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../test-app.ts'

const TOKEN = 'a-token-that-nobody-guesses'
let host: TestApp
let open: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1', METRICS_TOKEN: TOKEN } })
  open = await testApp({ env: { DEMO: '1' } })
})
afterAll(async () => {
  await host.close()
  await open.close()
})

const figures = (app: TestApp, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  app.app.inject({ url: '/metrics', headers: { host: '127.0.0.1', ...headers }, remoteAddress })

describe('/metrics', () => {
  it('is shown to whoever has the token, and without one to this machine alone', async () => {
    expect((await figures(host)).statusCode).toBe(404)
    expect((await figures(host, { authorization: 'Bearer wrong' })).statusCode).toBe(404)
    expect((await figures(host, { authorization: `Bearer ${TOKEN}` }, '203.0.113.5')).statusCode).toBe(200)
    expect((await figures(open)).statusCode).toBe(200)
    expect((await figures(open, {}, '203.0.113.5')).statusCode).toBe(404)
  })

  it('is closed where there is a public address, because behind a proxy everybody is near', async () => {
    const outside = await testApp({ env: { DEMO: '0', PUBLIC_URL: 'https://pt.example.org' } })
    expect((await figures(outside)).statusCode).toBe(404)
    await outside.close()
  })

  it('counts by the pattern of a route, and knows no one', async () => {
    const person = open.person()
    const { patientId } = await person.agree(open.clock.now.toISOString())
    await person.ok('me')
    const id = randomUUID()
    await open.app.inject({ url: `/api/patients/${id}?name=canary`, headers: { host: '127.0.0.1' } })
    await open.app.inject({ url: `/nowhere/${id}`, headers: { host: '127.0.0.1' } })
    const { body, headers } = await figures(open)
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
    expect(body).toContain('dorsal_http_requests_total{method="GET",route="/api/me",status="200"} 1')
    expect(body).toContain(
      'dorsal_http_requests_total{method="GET",route="/api/patients/:id",status="401"} 1',
    )
    expect(body).toMatch(/dorsal_http_request_seconds_bucket\{le="0\.1",method="GET",route="\/api\/me"\} \d/)
    for (const name of [
      'dorsal_db_connections{state="open"}',
      'dorsal_open_streams 0',
      'dorsal_mail_waiting 0',
      'dorsal_jobs_waiting',
      'dorsal_trail_unsealed',
    ])
      expect(body).toContain(name)
    expect(body).not.toMatch(new RegExp(`${id}|${patientId}|canary|nowhere`))
  })
})

describe('/api/docs', () => {
  it('shows every row with who may call it, without a script', async () => {
    const { body, headers, statusCode } = await open.app.inject({
      url: '/api/docs',
      headers: { host: '127.0.0.1' },
    })
    expect(statusCode).toBe(200)
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'/)
    for (const [name, row] of Object.entries(contract)) {
      expect(body).toContain(`<article id="${name}">`)
      expect(body).toContain(`<code>${row.path}</code>`)
    }
    expect(body).toContain('therapist, clinic-admin (care-team, unassigned, break-glass)')
    expect(body).not.toMatch(/<script|style="|onclick|\[object|undefined/)
    const style = /href="(\/api-page-\w+\.css)"/.exec(body)?.[1] ?? ''
    expect((await open.app.inject({ url: style, headers: { host: '127.0.0.1' } })).statusCode).toBe(200)
    process.stdout.write(`the page of the API: ${Math.round(body.length / 1024)} kB\n`)
  })
})
