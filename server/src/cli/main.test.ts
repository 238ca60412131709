import type { ShareWish } from '@dorsal/care'
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { testDatabase, type TestDatabase } from '../db/test-database.ts'
import { newSecret, sha256 } from '../ids.ts'
import { addLink, removeLink } from '../sharing/sharing.store.ts'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

type Ran = { code: number | null; out: string; messages: string }

function run(...args: string[]): Promise<Ran> {
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    DATABASE_MIGRATE_URL: database.ownerUrl,
    DEMO: '1',
  }
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ran = { out: '', messages: '' }
  child.stdout.on('data', (d: Buffer) => (ran.out += d.toString()))
  child.stderr.on('data', (d: Buffer) => (ran.messages += d.toString()))
  return new Promise((done) => {
    child.on('close', (code) => done({ code, ...ran }))
  })
}

const said = (ran: Ran): Record<string, unknown> => JSON.parse(ran.out) as Record<string, unknown>

const SECRETS = [newSecret(), newSecret()]

/** A link for a helper that still opens, and a code on paper that was taken back; as the export is to list them, newest first. */
async function twoLinks(patientId: string) {
  const { db, tenantId } = database
  const [made, revoked] = [new Date('2099-01-01T08:00:00.000Z'), new Date('2099-01-03T08:00:00.000Z')]
  const expiresAt = '2099-01-08T08:00:00.000Z'
  const kinds = ['paper', 'helper'] as const
  const ids = [randomUUID(), randomUUID()]
  await inClinic(db, tenantId, async (tx) => {
    for (const [at, kind] of kinds.entries()) {
      const wish = { id: ids[at] ?? '', kind, token: SECRETS[at] ?? '', shownName: null } as ShareWish
      const now = new Date(made.getTime() + at * 1000)
      await addLink(tx, { tenantId, patientId }, { wish, expiresAt, now })
    }
    await removeLink(tx, patientId, ids[0] ?? '', revoked)
  })
  return [
    { id: ids[1], kind: 'helper', createdAt: '2099-01-01T08:00:01.000Z', expiresAt, revokedAt: null },
    { id: ids[0], kind: 'paper', createdAt: made.toISOString(), expiresAt, revokedAt: revoked.toISOString() },
  ]
}

describe('dorsal', () => {
  it('screen prints one JSON object on standard output and nothing else', async () => {
    const ran = await run('screen', 'I cannot feel my legs and I wet myself')
    expect(ran.code).toBe(0)
    expect(said(ran)).toMatchObject({ disposition: 'emergency_now' })
  })

  it.concurrent.for([
    [],
    ['nothing'],
    ['screen'],
    ['triage', '/no/such/file.json'],
    ['plan', '/no/such/file.json'],
    ['analyze'],
    ['export'],
    ['export', '--patient', 'x'],
    ['export', '--patient', '00000000-0000-4000-8000-000000000000'],
    ['staff', 'add', '--email', 'x'],
    ['staff', 'reset', '--email', 'nobody@clinic.example'],
  ] as string[][])(
    '%j is bad input: 2, nothing on standard output, the reason on standard error',
    async (args, { expect }) => {
      const ran = await run(...args)
      expect(ran).toMatchObject({ code: 2, out: '' })
      expect(ran.messages.length).toBeGreaterThan(5)
      expect(ran.messages).not.toMatch(/^\s+at /m)
    },
  )

  it.each([['seed'], ['migrate']])('%s takes no arguments', async (name) => {
    expect(await run(name, 'junk')).toMatchObject({ code: 2, out: '' })
  })

  it('an intake without an emergency answer names the question', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'dorsal-cli-')), 'in.json')
    writeFileSync(file, JSON.stringify({ format: 'dorsal-intake/1', yearOfBirth: 1980, answers: {} }))
    const ran = await run('triage', file)
    expect(ran.code).toBe(2)
    expect(ran.messages).toContain('RF01')
  })

  it('migrate, seed and export work on the database; seed only once', async () => {
    expect(said(await run('migrate'))).toEqual({ migrated: [] })
    expect(said(await run('seed'))).toMatchObject({ seeded: true })
    expect(said(await run('seed'))).toMatchObject({ seeded: false })
    const patient = await inClinic(database.db, database.tenantId, (tx) =>
      tx.selectFrom('app.session_report').select('patient_id').limit(1).executeTakeFirstOrThrow(),
    )
    const links = await twoLinks(patient.patient_id)
    const ran = await run('export', '--patient', patient.patient_id)
    const record = said(ran)
    expect(record).toMatchObject({ patientId: patient.patient_id, links })
    expect(record['reports']).not.toEqual([])
    for (const secret of SECRETS) {
      expect(ran.out).not.toContain(secret)
      expect(ran.out).not.toContain(sha256(secret))
    }
    const trail = await inClinic(database.db, database.tenantId, (tx) =>
      tx.selectFrom('app.audit').select('actor_kind').where('action', '=', 'export').execute(),
    )
    expect(trail).toEqual([{ actor_kind: 'system' }])
  })

  it('staff add prints a first password once', async () => {
    const ran = await run('staff', 'add', '--email', 'new@clinic.example', '--name', 'New Person')
    expect(said(ran)['password']).toMatch(/^(\w{4}-){3}\w{4}$/)
    expect((await run('staff', 'add', '--email', 'NEW@clinic.example', '--name', 'Again')).code).toBe(2)
    expect(said(await run('staff', 'reset', '--email', 'new@clinic.example'))['password']).not.toBe(
      said(ran)['password'],
    )
  })
})
