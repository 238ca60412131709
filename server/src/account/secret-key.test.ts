import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { readConfig } from '../config.ts'
import { secretKey } from './secret-key.ts'

let dataDir = ''
const made: string[] = []
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'dorsal-key-'))
  made.push(dataDir)
})
afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true })
})

it('is made once beside the data, for this user alone, and found again', () => {
  const first = secretKey({ secretKey: null, dataDir })
  expect(first).toHaveLength(32)
  expect(secretKey({ secretKey: null, dataDir })).toEqual(first)
  expect(readdirSync(dataDir)).toEqual(['secret.key'])
  expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600)
})

it('that was damaged stops the start instead of being replaced', () => {
  writeFileSync(join(dataDir, 'secret.key'), 'half of a k')
  expect(() => secretKey({ secretKey: null, dataDir })).toThrow(/backup/)
})

it('from the settings counts, and a short or made-up one stops the start', () => {
  const key = randomBytes(32)
  const config = readConfig({ SECRET_KEY: key.toString('base64') })
  expect(secretKey({ ...config, dataDir })).toEqual(key)
  for (const bad of ['changeme', 'x'.repeat(43), 'A'.repeat(43), key.toString('base64').slice(4)])
    expect(() => readConfig({ SECRET_KEY: bad })).toThrow(/SECRET_KEY/)
})
