/** Running a program of the project's own: its words are kept, and it is ended with all that it started when it takes too long. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))

export type Said = { code: number; output: string }

const LIMIT = 2_000_000

export function command(
  program: string,
  args: readonly string[],
  options: { minutes: number; env?: NodeJS.ProcessEnv; show?: boolean },
): Promise<Said> {
  const programs = [path.dirname(process.execPath), path.join(ROOT, 'node_modules', '.bin')]
  const searched = [...programs, process.env['PATH'] ?? ''].join(path.delimiter)
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, FORCE_COLOR: '0', ...options.env, PATH: searched },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      // A group of its own, so that everything it started can be ended with it.
      detached: process.platform !== 'win32',
    })
    let output = ''
    const hear = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-LIMIT)
      if (options.show) process.stdout.write(chunk)
    }
    const end = (signal: NodeJS.Signals) => {
      if (child.pid === undefined) return
      try {
        process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal)
      } catch {
        // Gone already.
      }
    }
    const timer = setTimeout(() => {
      output += `\nNot done after ${options.minutes} minutes, so it was ended.\n`
      end('SIGTERM')
      setTimeout(() => end('SIGKILL'), 10_000).unref()
    }, options.minutes * 60_000)
    const onSignal = (signal: NodeJS.Signals) => end(signal)
    const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, onSignal)
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', (error) => (output += `${program}: ${error.message}\n`))
    child.on('close', (code) => {
      clearTimeout(timer)
      for (const signal of signals) process.off(signal, onSignal)
      done({ code: code ?? 1, output })
    })
  })
}
