/** Starting, finding and stopping the database's own process. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './embedded-postgres-binaries.ts'
import { alive, commandOf } from './embedded-postgres-lock.ts'
import type { DatabaseUser } from './embedded-postgres-place.ts'

export type Postmaster = { pid: number; port: number }
export type Settings = Readonly<Record<string, string>>

const LOG_LIMIT = 5_000_000
const READY_WITHIN = 60_000

/**
 * Rows of people's health must not reach a log: messages below LOG are left out, and what is left carries no statement, no
 * parameter and no detail line.
 */
const SETTINGS: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '64MB',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
}

/** The process that postmaster.pid names, if it lives and is a database on this folder; else null. */
export function running(data: string): (Postmaster & { ready: boolean }) | null {
  const lines = pidFile(data)
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !alive(pid)) return null
  if (process.platform !== 'win32' && !commandOf(pid).includes(data)) {
    // The number belongs to another program since; PostgreSQL itself would take it for a running server.
    rmSync(path.join(data, 'postmaster.pid'), { force: true })
    return null
  }
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

function pidFile(data: string): string[] {
  try {
    return readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** Starts the database and waits until it takes connections. `onExit` hears when it ends afterwards. */
export async function launch(
  home: string,
  binaries: Binaries,
  user: DatabaseUser,
  options: { port?: number | undefined; settings?: Settings | undefined; onExit: () => void },
): Promise<Postmaster> {
  const giveUp = Date.now() + READY_WITHIN
  for (;;) {
    const port = options.port ?? (await freePort())
    const outcome = await attempt(home, binaries, user, { ...options, port })
    if ('pid' in outcome) return outcome
    // After a kill -9 its helpers live on for about a second and hold the memory; and a free port may be taken meanwhile.
    const passes = /shared memory|could not bind|could not create any TCP|lock file/.test(outcome.said)
    if (!passes || Date.now() > giveUp) {
      throw new Error(`The built-in database did not start. It said: ${outcome.said.trim() || 'nothing'}`)
    }
    await pause(200)
  }
}

async function attempt(
  home: string,
  binaries: Binaries,
  user: DatabaseUser,
  { port, settings, onExit }: { port: number; settings?: Settings | undefined; onExit: () => void },
): Promise<Postmaster | { said: string }> {
  const data = path.join(home, 'data')
  const log = path.join(home, 'postgres.log')
  const handle = openSync(log, sizeOf(log) > LOG_LIMIT ? 'w' : 'a', 0o600)
  chmodSync(log, 0o600)
  const before = sizeOf(log)
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  // Its own process group: Ctrl-C in the terminal reaches the application, which then stops the database in order.
  const child = spawn(binaries.postgres, ['-D', data, '-p', String(port), ...flags], {
    ...user.drop,
    env: binaries.env,
    cwd: path.parse(data).root,
    stdio: ['ignore', handle, handle],
    detached: true,
    windowsHide: true,
  })
  closeSync(handle)
  child.unref()
  let failure = ''
  let up = false
  child.on('error', (error) => (failure = error.message))
  child.on('exit', () => up && onExit())
  const said = () => failure + readFileSync(log, 'utf8').slice(before)
  const giveUp = Date.now() + READY_WITHIN
  while (Date.now() < giveUp) {
    const lines = pidFile(data)
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready' && child.pid !== undefined) {
      up = true
      return { pid: child.pid, port }
    }
    if (failure !== '' || child.exitCode !== null || child.signalCode !== null) return { said: said() }
    await pause(10)
  }
  child.kill('SIGKILL')
  return { said: `${said()} (no answer within ${READY_WITHIN / 1000} s)` }
}

/** Ends the database in order: running statements are rolled back, everything acknowledged is on disk. */
export async function halt(pid: number, data: string, binaries: Binaries, user: DatabaseUser): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(binaries.pgCtl, ['stop', '-m', 'fast', '-D', data], { ...user.drop, env: binaries.env })
    return
  }
  if (!alive(pid)) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; alive(pid); waited += 10) {
    // Second, harder way after 20 s: ends at once; the log written ahead repairs it at the next start.
    if (waited === 20_000) process.kill(pid, 'SIGQUIT')
    if (waited > 40_000) throw new Error(`The built-in database (process ${pid}) does not stop.`)
    await pause(10)
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.on('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
