import { randomUUID } from 'node:crypto'
import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSealer } from '../audit/sealer.ts'
import { recordAccess } from '../audit/audit.ts'
import { inClinic } from '../db/connect.ts'
import { testDatabase, type TestDatabase } from '../db/test-database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const MAIN = path.join(import.meta.dirname, 'main.ts')

function dorsal(...args: string[]): Promise<{ code: number; out: string; said: string }> {
  const env = { PATH: process.env['PATH'], DATABASE_URL: database.url }
  const child = spawn(process.execPath, ['--no-warnings', MAIN, 'audit', ...args], { env })
  let [out, said] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  return new Promise((done) => {
    child.on('close', (code) => done({ code: code ?? -1, out, said }))
  })
}

const look = (): Promise<void> => {
  const { db, tenantId } = database
  const actor = { kind: 'staff', tenantId, staffId: randomUUID(), role: 'therapist', name: 'Dana' } as const
  const line = { actor, action: 'patient', patientId: randomUUID(), requestId: 'x', at: new Date() }
  return inClinic(db, tenantId, (tx) => recordAccess(tx, line))
}

type Verified = {
  whole: boolean
  clinics: { sealed: number; unsealed: number; head: { seq: number } | null }[]
}

it('the command line tells of the chain, of what waits, and of an end that was cut off', async () => {
  for (let n = 0; n < 3; n += 1) await look()
  const waiting = await dorsal('verify')
  expect(waiting.code).toBe(0)
  expect(JSON.parse(waiting.out) as Verified).toMatchObject({
    whole: true,
    clinics: [{ sealed: 0, unsealed: 3, head: null }],
  })

  const sealer = startSealer(database.db, () => undefined)
  await expect
    .poll(async () => (await database.db.selectFrom('auth.unsealed').selectAll().execute()).length)
    .toBe(0)
  await look()
  await sealer.stop()

  const head = await dorsal('head')
  const kept = path.join(mkdtempSync(path.join(tmpdir(), 'dorsal-heads-')), 'heads.jsonl')
  writeFileSync(kept, head.out)
  expect(JSON.parse((await dorsal('verify', '--head', kept)).out) as Verified).toMatchObject({
    whole: true,
    clinics: [{ sealed: 4, unsealed: 0, head: { seq: 4 } }],
  })
  writeFileSync(kept, head.out.replace('"seq":4', '"seq":9'))
  const cut = await dorsal('verify', '--head', kept)
  expect([cut.code, cut.said]).toEqual([1, expect.stringMatching(/was cut or made anew/)])
  expect((await dorsal('verify', '--head', '/nowhere')).code).toBe(2)
  expect((await dorsal('lose')).code).toBe(2)
})
