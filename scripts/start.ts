/** `npm start`: builds the pages where they are not up to date, starts the product and says where to go. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type Config, ConfigError, readConfig } from '../server/src/config.ts'
import { buildWeb } from './build-web.ts'

const MAIN = fileURLToPath(new URL('../server/src/main.ts', import.meta.url))

const config = settings()
await refuseTakenPort(config)
await pages()
run(config)

function settings(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (error instanceof ConfigError) return fail(error.message)
    throw error
  }
}

async function refuseTakenPort({ host, port }: Config): Promise<void> {
  const problem = port === 0 ? null : await listenProblem(host, port)
  if (problem === 'EADDRINUSE') {
    const who = (await answers(address(host, port), '/livez'))
      ? 'Dorsal itself is running there, it seems'
      : 'Another program uses it'
    fail(`Port ${port} is taken. ${who}. Stop it, or choose another port: PORT=8081 npm start`)
  }
  if (problem === 'EACCES')
    fail(`Port ${port} needs more rights than this user has. Choose another: PORT=8080 npm start`)
  if (problem === 'EADDRNOTAVAIL')
    fail(`This machine has no address ${host}. HOST names the address to listen on.`)
  if (problem !== null) fail(`Port ${port} on ${host} cannot be used (${problem}).`)
}

function listenProblem(host: string, port: number): Promise<string | null> {
  return new Promise((done) => {
    const probe = createServer()
    probe.on('error', (error: NodeJS.ErrnoException) => done(error.code ?? error.message))
    probe.listen(port, host, () => probe.close(() => done(null)))
  })
}

async function pages(): Promise<void> {
  say('Looking at the pages …')
  const { built, ok, output, seconds } = await buildWeb()
  if (!ok) {
    process.stderr.write(output)
    fail('The pages could not be built; the reason is above.')
  }
  say(built ? `Pages built in ${seconds.toFixed(0)} s.` : 'Pages are up to date.')
}

function run({ host, port, demo }: Config): void {
  if (!existsSync(MAIN)) fail('The server is not there yet.')
  // In a terminal people read; elsewhere the log is kept and read by machines.
  const level = process.stdout.isTTY ? { LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' } : {}
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN], {
    stdio: 'inherit',
    env: { ...process.env, ...level },
  })
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) {
    process.on(signal, () => {
      // Ctrl-C in a terminal has reached the server already.
      if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal)
    })
  }
  child.on('exit', (code, signal) => {
    if (code === 0 || signal === 'SIGINT' || signal === 'SIGTERM') say('Stopped.')
    process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1))
  })
  if (port !== 0)
    void welcome(address(host, port), demo, () => child.exitCode !== null || child.signalCode !== null)
}

async function welcome(base: string, demo: boolean, gone: () => boolean): Promise<void> {
  while (!(await answers(base, '/readyz'))) {
    if (gone()) return
    await pause(100)
  }
  const lines = [
    '',
    'Dorsal is running.',
    `  For patients:    ${base}/`,
    `  For clinicians:  ${base}/clinician`,
    ...(demo ? ['  A demo clinic with unsigned content: for trying out, not for patients.'] : []),
    'Ctrl-C stops it.',
    '',
  ]
  for (const line of lines) say(line)
}

async function answers(base: string, place: string): Promise<boolean> {
  try {
    return (await fetch(base + place, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

function address(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${reachable.includes(':') && !reachable.startsWith('[') ? `[${reachable}]` : reachable}:${port}`
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function fail(message: string): never {
  process.stderr.write(`\n${message}\n`)
  process.exit(1)
}
