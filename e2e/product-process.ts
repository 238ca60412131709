/** The product as its own process, with a database folder and a port of its own: what a test starts, kills and starts again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type Product = {
  url: string
  dataDir: string
  /** The process that serves; changes when it is started again. */
  pid: () => number
  start: () => Promise<void>
  /** kill -9 of the server alone; its database stays, orphaned. */
  kill: () => Promise<void>
  /** In order, as Ctrl-C does. */
  stop: () => Promise<void>
  /** Stops it and removes its folder. */
  remove: () => Promise<void>
  /** What the server wrote, for a test that looks into its log. */
  log: () => string
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const MAIN = path.join(ROOT, 'server/src/main.ts')
const OUTPUT = path.join(ROOT, 'e2e/output')
const READY_WITHIN = 90_000

/** Starts the product with a demo clinic; `env` adds settings or overrides them. */
export async function startProduct(env: Readonly<Record<string, string>> = {}): Promise<Product> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'dorsal-e2e-'))
  // Passed through, not read: started as root, the database runs as another user.
  chmodSync(dataDir, 0o711)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  mkdirSync(OUTPUT, { recursive: true })
  const file = createWriteStream(path.join(OUTPUT, `server-${port}.log`))
  let said = ''
  const hear = (chunk: Buffer) => {
    said += chunk.toString()
    file.write(chunk)
  }
  let child: ChildProcess | null = null
  let expected = false

  const start = async () => {
    expected = false
    const started = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...inherited(), HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, DEMO: '1', ...env },
    })
    child = started
    started.stdout.on('data', hear)
    started.stderr.on('data', hear)
    started.on('exit', (code, signal) => {
      if (!expected) hear(Buffer.from(`\nTHE SERVER ENDED BY ITSELF (${signal ?? code})\n`))
    })
    await ready(url, started, () => said)
  }
  const end = async (signal: NodeJS.Signals) => {
    const running = child
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    expected = true
    const gone = new Promise((done) => running.once('exit', done))
    running.kill(signal)
    await gone
  }
  const product: Product = {
    url,
    dataDir,
    pid: () => child?.pid ?? 0,
    start,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    log: () => said,
    remove: async () => {
      await end('SIGTERM')
      file.end()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  try {
    await start()
  } catch (error) {
    await product.remove()
    throw error
  }
  return product
}

/** The settings of whoever runs the tests are not the product's under test. */
function inherited(): NodeJS.ProcessEnv {
  const keep = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'USER', 'SYSTEMROOT', 'LD_LIBRARY_PATH']
  return Object.fromEntries(keep.filter((name) => process.env[name]).map((name) => [name, process.env[name]]))
}

async function ready(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const giveUp = Date.now() + READY_WITHIN
  while (Date.now() < giveUp) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The server ended:\n${said()}`)
    const answer = await fetch(`${url}/readyz`).catch(() => null)
    if (answer?.ok) return
    await pause(50)
  }
  child.kill('SIGKILL')
  throw new Error(`The server was not ready within ${READY_WITHIN / 1000} s:\n${said()}`)
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.on('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
