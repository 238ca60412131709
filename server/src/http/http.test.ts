import { contract, type Endpoint, Problem } from '@dorsal/care'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../test-app.ts'
import { PAGES } from './pages.ts'

let host: TestApp
beforeAll(async () => {
  const webDist = mkdtempSync(join(tmpdir(), 'dorsal-dist-'))
  mkdirSync(join(webDist, 'assets'))
  mkdirSync(join(webDist, 'clinician'))
  writeFileSync(join(webDist, 'index.html'), '<!doctype html><title>patient</title>')
  writeFileSync(join(webDist, 'clinician', 'index.html'), '<!doctype html><title>clinician</title>')
  mkdirSync(join(webDist, 'helper'))
  writeFileSync(join(webDist, 'helper', 'index.html'), '<!doctype html><title>helper</title>')
  writeFileSync(join(webDist, 'assets', 'pose-AbCd1234.wasm'), 'x')
  writeFileSync(join(webDist, 'assets', 'model-AbCd1234.task'), 'x')
  writeFileSync(join(webDist, 'assets', 'main-AbCd1234.js'), 'x')
  writeFileSync(join(webDist, 'sw.js'), 'x')
  writeFileSync(join(webDist, 'manifest.webmanifest'), '{}')
  mkdirSync(join(webDist, 'icons'))
  writeFileSync(join(webDist, 'icons', 'apple-touch.png'), 'x')
  host = await testApp({ env: { DEMO: '1' }, webDist })
})
afterAll(() => host.close())

const get = (url: string, headers = {}) =>
  host.app.inject({ url, headers: { host: '127.0.0.1', ...headers } })
const put = (payload: string | Buffer, headers: Record<string, string> = {}) =>
  host.app.inject({
    method: 'POST',
    url: '/api/consents',
    payload,
    headers: { host: '127.0.0.1', 'content-type': 'application/json', ...headers },
  })

const MUST: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /^default-src 'none';script-src 'self' 'wasm-unsafe-eval';connect-src 'self';/,
  'permissions-policy': /camera=\(self\)/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'x-frame-options': /^DENY$/i,
  'cache-control': /./,
}

describe('headers', () => {
  it('are strict on every answer: pages, files, API, refusals', async () => {
    const urls = [
      ...PAGES.flatMap((p) => p.paths.map((path) => path.replace(':id', 'x'))),
      ...Object.values<Endpoint>(contract).map((row) => row.path),
      '/livez',
      '/readyz',
      '/openapi.json',
      `/content/${host.content.version}.json`,
      '/content/other.json',
      '/assets/main-AbCd1234.js',
      '/assets/nothing.js',
      '/nothing',
      '/%',
      '/api/patients/%FF',
      '/..%2f..%2fpackage.json',
    ]
    for (const url of urls) {
      const { headers, statusCode } = await get(url)
      expect(statusCode, url).toBeLessThan(500)
      for (const [name, value] of Object.entries(MUST))
        expect(String(headers[name]), `${url} ${name}`).toMatch(value)
      expect(headers['strict-transport-security']).toBeUndefined()
    }
  })

  it('demand https for two years behind an https address, and name the cookies __Host-', async () => {
    const https = await testApp({ env: { PUBLIC_URL: 'https://pt.example.org', DEMO: '0' } })
    const answer = await https.app.inject({ url: '/api/config', headers: { host: 'pt.example.org' } })
    expect(answer.headers['strict-transport-security']).toMatch(/max-age=63072000/)
    const person = https.person()
    await person.call('giveConsent', {
      body: {
        id: crypto.randomUUID(),
        version: answer.json<{ consentVersion: string }>().consentVersion,
        lang: 'en',
        agreedAt: new Date().toISOString(),
      },
      headers: { host: 'pt.example.org' },
    })
    expect([...person.cookies.keys()]).toEqual(['__Host-dorsal_me'])
    await https.close()
  })
})

describe('pages and files', () => {
  it('answer each known address with its page, asked for anew each time', async () => {
    for (const { entry, paths } of PAGES)
      for (const path of paths) {
        const page = await get(path.replace(':id', 'x'))
        expect(page.statusCode, path).toBe(200)
        expect(page.body).toContain(`<title>${entry.split('/').at(-2) ?? 'patient'}</title>`)
        const listed = page.headers['x-robots-tag'] === undefined
        expect(listed, path).toBe(path !== '/shared')
        expect(page.headers['content-type']).toMatch(/^text\/html/)
        expect(page.headers['cache-control']).toBe('no-cache')
      }
  })

  it('never answer a missing file with a page', async () => {
    for (const url of ['/assets/old-AbCd1234.js', '/worker.js', '/favicon.ico', '/other']) {
      const missing = await get(url)
      expect(missing.statusCode).toBe(404)
      expect(missing.headers['content-type']).toMatch(/^application\/problem\+json/)
    }
  })

  it('answer a person at an address that is no page with the page that says so, as a 404', async () => {
    const asBrowser = (url: string) => host.app.inject({ url, headers: { accept: 'text/html,*/*;q=0.8' } })
    const nowhere = await asBrowser('/nowhere')
    expect(nowhere.statusCode).toBe(404)
    expect(nowhere.body).toContain('<title>patient</title>')
    for (const url of ['/assets/old-AbCd1234.js', '/favicon.ico', '/api/nothing', '/content/old.json'])
      expect((await asBrowser(url)).headers['content-type'], url).toMatch(/^application\/problem\+json/)
  })

  it('ask anew each time for what names a version: the service worker, the manifest, the icons', async () => {
    const types = {
      '/sw.js': /^(?:text|application)\/javascript/,
      '/manifest.webmanifest': /^application\/manifest\+json/,
      '/icons/apple-touch.png': /^image\/png/,
    }
    for (const [url, type] of Object.entries(types)) {
      const { headers, statusCode } = await get(url)
      expect(statusCode, url).toBe(200)
      expect(headers['content-type'], url).toMatch(type)
      expect(headers['cache-control'], url).toBe('no-cache')
      expect(headers['content-security-policy'], url).toMatch(/worker-src 'self'.*manifest-src 'self'/)
    }
  })

  it('have the right types, and stay for ever under their hash', async () => {
    const types = {
      'pose-AbCd1234.wasm': 'application/wasm',
      'model-AbCd1234.task': 'application/octet-stream',
    }
    for (const [name, type] of Object.entries(types)) {
      const file = await get(`/assets/${name}`)
      expect(file.headers['content-type']).toBe(type)
      expect(file.headers['cache-control']).toMatch(/immutable/)
    }
    const content = await get(`/content/${host.content.version}.json`)
    expect(content.headers['cache-control']).toMatch(/immutable/)
    expect(content.json()).toMatchObject({ version: host.content.version })
  })
})

describe('bodies', () => {
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`
  it.each([
    ['not JSON', '{"a":', 400],
    ['nothing', '', 400],
    ['a number', '1', 400],
    ['null', 'null', 400],
    ['very deep', deep, 400],
    ['a prototype', '{"__proto__":{"x":1}}', 400],
    ['ten megabytes', `"${'x'.repeat(10_000_000)}"`, 413],
  ])('%s is refused with the reason', async (_, payload, status) => {
    const answer = await put(payload)
    expect(answer.statusCode).toBe(status)
    expect(Problem.safeParse(answer.json()).success).toBe(true)
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  })

  it('of another type, or packed, are refused', async () => {
    expect((await put('a=1', { 'content-type': 'application/x-www-form-urlencoded' })).statusCode).toBe(415)
    expect((await put('{}', { 'content-type': 'text/plain' })).statusCode).toBe(415)
    expect((await put(gzipSync('{}'), { 'content-encoding': 'gzip' })).statusCode).toBe(415)
  })

  it('that do not fit name the fields, without repeating what was sent', async () => {
    const answer = await put('{"id":"SECRET-WORD","lang":7}')
    expect(answer.statusCode).toBe(400)
    const problem = answer.json<Problem>()
    expect(problem.fields?.map((f) => f.path)).toEqual(expect.arrayContaining(['id', 'version', 'lang']))
    expect(answer.body).not.toContain('SECRET-WORD')
  })
})

describe('limits', () => {
  it('hold an endpoint to its own number a minute, and each network for itself', async () => {
    const limited = await testApp({ env: { TRUST_PROXY: '127.0.0.1' }, limits: true })
    const ask = (address: string) =>
      limited.person().call('signIn', { body: {}, headers: { 'x-forwarded-for': address } })
    const answers = []
    for (let i = 0; i < 12; i += 1) answers.push((await ask('203.0.113.1')).status)
    expect(answers.slice(0, 10)).toEqual(Array(10).fill(400))
    expect(answers.slice(10)).toEqual([429, 429])
    expect((await ask('203.0.113.2')).status).toBe(400)
    await limited.close()
  })

  it('count what is asked of the data, and leave pages and their files alone', async () => {
    const limited = await testApp({ limits: true })
    const statusOf = async (url: string) => (await limited.app.inject({ url })).statusCode
    for (let i = 0; i < 1201; i += 1) await statusOf('/privacy')
    expect(await statusOf('/privacy')).not.toBe(429)
    expect(await statusOf('/api/config')).toBe(200)
    for (let i = 0; i < 1200; i += 1) await statusOf('/api/config')
    expect(await statusOf('/api/config')).toBe(429)
    expect(await statusOf('/livez')).toBe(200)
    await limited.close()
  })
})

describe('the description of the API', () => {
  it('is OpenAPI 3.1 with one operation for each row of the contract', async () => {
    const api = (await get('/openapi.json')).json<{
      openapi: string
      paths: Record<
        string,
        Record<string, { operationId: string; responses: unknown; parameters: { name: string }[] }>
      >
    }>()
    expect(api.openapi).toBe('3.1.0')
    const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, o]) => ({ path, method, ...o })),
    )
    expect(operations.map((o) => o.operationId).sort()).toEqual(Object.keys(contract).sort())
    for (const o of operations) {
      expect(o.path).not.toContain(':')
      const names = [...o.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1])
      expect(o.parameters.map((p) => p.name)).toEqual(names)
      expect(o.responses).toHaveProperty('200')
    }
    expect(JSON.stringify(api)).not.toContain('"$schema"')
  })

  it('is all that is served under /api', () => {
    const served = host.app.printRoutes({ commonPrefix: false })
    expect(served).toContain('consents (POST)')
  })
})
