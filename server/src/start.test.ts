import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { testDatabase, type TestDatabase } from './db/test-database.ts'
import { DEMO_CLINICIAN } from './seed/seed.ts'
import { start } from './start.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const quiet = (): void => {}
const settings = (more: Record<string, string> = {}) =>
  readConfig({ PORT: '0', LOG_LEVEL: 'silent', DATABASE_URL: database.url, ...more })
const signIn = (address: string) =>
  fetch(`${address}/api/staff/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: DEMO_CLINICIAN.email, password: DEMO_CLINICIAN.password }),
  })

describe('the whole server on a database of one’s own', () => {
  it('starts, fills the demo clinic once, and starts again on what is there', async () => {
    const said: string[] = []
    const config = settings({ DATABASE_MIGRATE_URL: database.ownerUrl })
    const first = await start(config, (line) => said.push(line))
    expect(await (await fetch(`${first.address}/readyz`)).json()).toEqual({ ready: true })
    expect((await signIn(first.address)).status).toBe(200)
    await first.stop()
    const second = await start(config, (line) => said.push(line))
    const cookie = (await signIn(second.address)).headers.getSetCookie()[0] ?? ''
    const panel = await fetch(`${second.address}/api/panel`, {
      headers: { cookie: cookie.split(';')[0] ?? '' },
    })
    const { rows } = (await panel.json()) as { rows: { reasons: string[] }[] }
    expect(rows).toHaveLength(8)
    expect(new Set(rows.flatMap((r) => r.reasons)).size).toBeGreaterThanOrEqual(7)
    expect(said.filter((line) => line.includes('made-up people'))).toHaveLength(1)
    await second.stop()
  })

  it('outside a demo lets nobody in with the demo password that an earlier demo left', async () => {
    const running = await start(settings({ DEMO: '0' }), quiet)
    expect((await signIn(running.address)).status).toBe(401)
    await running.stop()
  })

  it('refuses a role that would void the wall between clinics, and says why', async () => {
    await expect(start(settings({ DATABASE_URL: database.ownerUrl }), quiet)).rejects.toThrow(
      /owns the tables/,
    )
    await expect(start(settings({ DATABASE_URL: database.superUrl }), quiet)).rejects.toThrow(/superuser/)
  })

  it('refuses a database that nobody migrated, and says how to', async () => {
    const admin = new Client(database.superUrl)
    await admin.connect()
    const name = `dorsal_t_${randomUUID().slice(0, 8)}`
    await admin.query(`create database ${name}`)
    const url = new URL(database.url)
    url.pathname = `/${name}`
    await expect(start(settings({ DATABASE_URL: url.href }), quiet)).rejects.toThrow(/dorsal -- migrate/)
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  })

  it('does not start on a clinic’s content with a fault, and names file and line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dorsal-clinic-'))
    mkdirSync(join(folder, 'lessons'))
    writeFileSync(join(folder, 'lessons/ours.json'), '{\n  "id": "ours",\n  "version": "one"\n}\n')
    const config = settings({ DATABASE_MIGRATE_URL: database.ownerUrl, CONTENT_DIR: folder })
    await expect(start(config, quiet)).rejects.toThrow(/lessons\/ours\.json:3: ours\.version: .*\(schema\)/)
  })
})
