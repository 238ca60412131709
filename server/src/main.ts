import { type Config, ConfigError, readConfig } from './config.ts'
import { DEMO_CLINICIAN } from './seed/seed.ts'
import { startProblem } from './start-problem.ts'
import { type Running, start } from './start.ts'

const say = (line: string): void => void process.stderr.write(`${line}\n`)

let running: Running | null = null
let stopping = false

async function leave(from: Running): Promise<never> {
  await from.stop().catch(() => process.exit(1))
  return process.exit(0)
}

// From the first moment on: who stops a start half-way through must not leave the database running on its own.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    if (running !== null) void leave(running)
  })

let read: Config | null = null
try {
  const config = readConfig(process.env)
  read = config
  running = await start(config, say)
  if (stopping) await leave(running)
  say(`Dorsal is at ${running.address} (clinicians: ${running.address}/clinician)`)
  if (config.demo)
    say(`Demo sign-in for clinicians: ${DEMO_CLINICIAN.email}, password "${DEMO_CLINICIAN.password}"`)
} catch (error) {
  say(
    error instanceof ConfigError || read === null
      ? (error as Error).message
      : `Dorsal could not start: ${startProblem(error, read)}`,
  )
  process.exitCode = 2
}
