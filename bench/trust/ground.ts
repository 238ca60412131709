/** Where guards are taken out: a copy of what the server is made of, with a database of its own. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type Host, layOut, started } from '../mutants/ground.ts'

const WORKSPACES = ['motion', 'care', 'content', 'server']
const BESIDES = ['scripts', 'package.json', 'tsconfig.base.json']

const CONFIG = `import { defineConfig } from 'vitest/config'
export default defineConfig({
  test: {
    include: ['{care,server}/**/*.test.ts'],
    testTimeout: 80_000,
    hookTimeout: 80_000,
    setupFiles: ['scripts/vitest-seed.ts', 'scripts/vitest-folder.ts'],
    globalSetup: ['scripts/vitest-postgres.ts'],
  },
})
`

/** A slow machine is not taken for a guard that is noticed. */
const MINUTES = 6

export type TrustGround = {
  /** What the tests say with these texts in place, which are put back afterwards. What takes too long says nothing. */
  say: (edits: Record<string, string>, tests: readonly string[]) => Promise<'pass' | 'fail' | 'late'>
  remove: () => Promise<void>
}

export function trustGround(): TrustGround {
  const at = layOut('dorsal-trust-', WORKSPACES, BESIDES, CONFIG)
  let host: Host = started(at, MINUTES)
  let before: string[] = []
  return {
    async say(edits, tests) {
      const files = Object.keys(edits)
      const back = files.map((file): [string, string] => [file, readFileSync(path.join(at, file), 'utf8')])
      for (const [file, text] of Object.entries(edits)) writeFileSync(path.join(at, file), text)
      const touched = files.map((file) => path.join(at, file))
      const said = await host.ask({ changed: [...before, ...touched], tests })
      before = touched
      for (const [file, text] of back) writeFileSync(path.join(at, file), text)
      if (said === null) {
        await host.close()
        host = started(at, MINUTES)
        return 'late'
      }
      return said.passes ? 'pass' : 'fail'
    },
    async remove() {
      await host.close()
      rmSync(at, { recursive: true, force: true })
    },
  }
}
