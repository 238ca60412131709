import { CONSENT_VERSION, type IntakeReply } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, someReport, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
let person: Visitor
let clinician: Visitor
let port = 0
const dist = mkdtempSync(join(tmpdir(), 'dorsal-pages-'))
beforeAll(async () => {
  mkdirSync(join(dist, 'assets'))
  writeFileSync(join(dist, 'index.html'), 'page')
  host = await testApp({ env: { DEMO: '1', FIRST_PLAN: 'after-clinician' }, webDist: dist })
  person = host.person()
  await person.agree()
  clinician = await host.clinician()
  await person.ok<IntakeReply>('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
  await host.app.listen({ host: '127.0.0.1', port: 0 })
  port = (host.app.server.address() as AddressInfo).port
})
afterAll(async () => {
  await host.close()
  rmSync(dist, { recursive: true })
})

/** The first line of the answer to a request line that no client library would send. */
const asked = (line: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`${line} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`),
    )
    let got = ''
    socket.on('data', (chunk) => (got += String(chunk)))
    socket.on('close', () => resolve(got.split('\r\n')[0] ?? ''))
    socket.on('error', reject)
  })

describe('numbers and moments that no column holds', () => {
  it.each([
    ['sessionNumber', 2 ** 40],
    ['sessionNumber', 2 ** 31],
    ['sessionNumber', -1.5],
    ['planVersion', 2 ** 40],
    ['startedAt', '0000-01-01T00:00:00.000Z'],
    ['endedAt', `2026-01-01T00:00:00.${'1'.repeat(300)}Z`],
  ])('report with %s %s: refused by name', async (field, value) => {
    const report = { ...someReport([]), [field]: value }
    const answer = await person.call('sendReport', { id: report.id, body: report })
    expect(answer).toMatchObject({ status: 400, body: { fields: [{ path: field }] } })
  })

  it.each([2 ** 40, 1.5, 2 ** 31, -1])('a proposal answered with lock %s: refused', async (lock) => {
    const [proposal] = (await person.ok<{ proposals: { id: string }[] }>('me')).proposals
    const body = { action: 'reject', lock, note: null }
    const answer = await clinician.call('answerProposal', { id: proposal?.id ?? '', body })
    expect(answer).toMatchObject({ status: 400, body: { fields: [{ path: 'lock' }] } })
  })

  it('an answer or an angle of 1e308: refused, and the record stays readable', async () => {
    const far = { 'seated-rotation': { left: 1e308, right: -1e308, source: 'self' } } as const
    for (const body of [
      someIntake(host.content, { B01: 1e308 }),
      someIntake(host.content, {}, { movementTests: far }),
    ])
      expect((await person.call('sendIntake', { id: randomUUID(), body })).status).toBe(400)
    expect((await person.call('me')).status).toBe(200)
  })

  it.each(['0000-01-01T00:00:00Z', `2026-01-01T00:00:00.${'1'.repeat(300)}Z`])(
    'a consent at %s: refused',
    async (agreedAt) => {
      const body = { id: randomUUID(), version: CONSENT_VERSION, lang: 'en', agreedAt }
      expect((await host.person().call('giveConsent', { body })).status).toBe(400)
    },
  )
})

describe('addresses that lead nowhere', () => {
  it.each([
    '/api//me',
    '//api/me',
    '/api/../api/me',
    '/api/me%00',
    '/../../../../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/assets/..%5c..%5cserver',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/',
    '/%',
  ])('%s is not there, and no failure of ours', async (path) => {
    expect(await asked(`GET ${path}`)).toBe('HTTP/1.1 404 Not Found')
  })
})
