/** Where mutants are tried: a copy of the workspaces in a temporary folder, with the packages of this one. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { ROOT } from '../../scripts/command.ts'
import type { Answered, Asked } from './host.ts'

const WORKSPACES = ['motion', 'care', 'content']
const BESIDES = ['bench', 'scripts', 'package.json', 'tsconfig.base.json']
const LEFT_OUT = new Set(['node_modules', 'dist', '.cache'])

/** The same rules as in the house, but no pages and no database: what is pure is tested. The same random choices for every mutant. */
const CONFIG = `import { defineConfig } from 'vitest/config'
export default defineConfig({
  test: {
    include: ['{motion,care,content,bench}/**/*.test.ts'],
    testTimeout: 60_000,
    setupFiles: ['scripts/vitest-seed.ts'],
  },
})
`
/** Minutes after which a mutant that never ends is taken to be caught. */
const MINUTES = 1.5

/** `tries`: whether the named tests all pass with this text in place of a file, which is put back afterwards. */
export type Ground = {
  passes: (tests: readonly string[], changed?: readonly string[]) => Promise<Answered>
  tries: (file: string, text: string, back: string, tests: readonly string[]) => Promise<boolean>
  remove: () => void
}

/** Property tests draw this many cases at most here: fewer are caught than by the tests as they are, never more. */
const DRAWS = 25

function fewerDraws(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.test.ts')) continue
    const file = path.join(folder, name)
    const text = readFileSync(file, 'utf8')
    const fewer = text.replace(/(?<=numRuns: )\d+/g, (runs) => String(Math.min(DRAWS, Number(runs))))
    if (fewer !== text) writeFileSync(file, fewer)
  }
}

/** A copy of these workspaces and of what stands beside them, with the packages of this house and a configuration of its own. */
export function layOut(
  prefix: string,
  workspaces: readonly string[],
  besides: readonly string[],
  config: string,
) {
  const at = mkdtempSync(path.join(tmpdir(), prefix))
  const filter = (source: string): boolean => !LEFT_OUT.has(path.basename(source))
  for (const name of [...workspaces, ...besides])
    cpSync(path.join(ROOT, name), path.join(at, name), { recursive: true, filter })
  mkdirSync(path.join(at, 'node_modules', '@dorsal'), { recursive: true })
  for (const name of readdirSync(path.join(ROOT, 'node_modules')))
    if (name !== '@dorsal')
      symlinkSync(path.join(ROOT, 'node_modules', name), path.join(at, 'node_modules', name))
  for (const name of workspaces)
    symlinkSync(path.join(at, name), path.join(at, 'node_modules', '@dorsal', name))
  writeFileSync(path.join(at, 'vitest.config.ts'), config)
  return at
}

/** Lays out one copy. */
export function ground(): Ground {
  const at = layOut('dorsal-mutants-', WORKSPACES, BESIDES, CONFIG)
  for (const name of WORKSPACES) fewerDraws(path.join(at, name, 'src'))
  let host = started(at)
  let before: string[] = []
  const asked: Ground['passes'] = async (tests, changed = []) => {
    const files = changed.map((file) => path.join(at, file))
    const said = await host.ask({ changed: [...before, ...files], tests })
    before = files
    if (said !== null) return said
    host.end()
    host = started(at)
    return { passes: false, output: 'it never ends' }
  }
  return {
    passes: asked,
    async tries(file, text, back, tests) {
      writeFileSync(path.join(at, file), text)
      const said = await asked(tests, [file])
      writeFileSync(path.join(at, file), back)
      return said.passes
    },
    remove() {
      host.end()
      rmSync(at, { recursive: true, force: true })
    },
  }
}

/** `close`: lets it put away what it holds (a database) first. */
export type Host = {
  ask: (asked: Asked) => Promise<Answered | null>
  end: () => void
  close: () => Promise<void>
}

/** The process that runs the tests of one copy. `ask`: null when it takes too long or has ended. */
export function started(at: string, minutes = MINUTES): Host {
  const child = spawn(process.execPath, ['--no-warnings', path.join(ROOT, 'bench/mutants/host.ts'), at], {
    cwd: at,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  child.stdin.on('error', () => {})
  const ready = lines.next()
  return {
    async ask(asked) {
      await ready
      child.stdin.write(`${JSON.stringify(asked)}\n`)
      const clock = new AbortController()
      const late = setTimeout(minutes * 60_000, null, { signal: clock.signal }).catch(() => null)
      let said = await Promise.race([lines.next(), late])
      // What tests print themselves is no answer.
      while (said !== null && said.done !== true && !said.value.startsWith('{"passes"'))
        said = await Promise.race([lines.next(), late])
      clock.abort()
      return said === null || said.done === true ? null : (JSON.parse(said.value) as Answered)
    },
    end: () => child.kill('SIGKILL'),
    async close() {
      const ended = once(child, 'exit')
      child.stdin.end()
      const late = setTimeout(30_000).then(() => child.kill('SIGKILL'))
      await Promise.race([ended, late])
    },
  }
}
