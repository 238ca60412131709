import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

it.each(['SIGINT'] as const)('a start that %s stops half-way leaves no database running', async (signal) => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'dorsal-half-'))
  // As root the database runs as somebody else, who must be able to enter.
  chmodSync(DATA_DIR, 0o755)
  const { DATABASE_URL: _, ...rest } = process.env
  const env = { ...rest, DATA_DIR, PORT: '0', DEMO: '1', LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    env,
    stdio: 'ignore',
  })
  const ended = new Promise((done) => child.on('exit', done))
  const file = join(DATA_DIR, 'postgres', 'data', 'postmaster.pid')
  for (let i = 0; i < 4000 && !existsSync(file) && child.exitCode === null; i += 1) await pause(20)
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  expect(alive(pid)).toBe(true)
  child.kill(signal)
  await ended
  expect(alive(pid)).toBe(false)
  rmSync(DATA_DIR, { recursive: true })
})
