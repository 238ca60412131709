import { type Config, ConfigError, readConfig } from './config.ts'
import { DEMO_CLINICIAN } from './seed/seed.ts'
import { startProblem } from './start-problem.ts'
import { start } from './start.ts'

const say = (line: string): void => void process.stderr.write(`${line}\n`)

let read: Config | null = null
try {
  const config = readConfig(process.env)
  read = config
  const running = await start(config, say)
  say(`Dorsal is at ${running.address} (clinicians: ${running.address}/clinician)`)
  if (config.demo)
    say(`Demo sign-in for clinicians: ${DEMO_CLINICIAN.email}, password "${DEMO_CLINICIAN.password}"`)
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      running.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
} catch (error) {
  say(
    error instanceof ConfigError || read === null
      ? (error as Error).message
      : `Dorsal could not start: ${startProblem(error, read)}`,
  )
  process.exitCode = 2
}
