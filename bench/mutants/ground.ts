/** Where mutants are tried: a copy of the workspaces in a temporary folder, with the packages of this one. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { command, ROOT } from '../../scripts/command.ts'

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
const MINUTES = 5

/** `tries`: whether the named tests all pass with this text in place of a file, which is put back afterwards. */
export type Ground = {
  passes: (tests: readonly string[]) => Promise<{ passes: boolean; output: string }>
  tries: (file: string, text: string, back: string, tests: readonly string[]) => Promise<boolean>
  remove: () => void
}

/** Lays out one copy. */
export function ground(): Ground {
  const at = mkdtempSync(path.join(tmpdir(), 'dorsal-mutants-'))
  const filter = (source: string): boolean => !LEFT_OUT.has(path.basename(source))
  for (const name of [...WORKSPACES, ...BESIDES])
    cpSync(path.join(ROOT, name), path.join(at, name), { recursive: true, filter })
  mkdirSync(path.join(at, 'node_modules', '@dorsal'), { recursive: true })
  for (const name of readdirSync(path.join(ROOT, 'node_modules')))
    if (name !== '@dorsal')
      symlinkSync(path.join(ROOT, 'node_modules', name), path.join(at, 'node_modules', name))
  for (const name of WORKSPACES)
    symlinkSync(path.join(at, name), path.join(at, 'node_modules', '@dorsal', name))
  writeFileSync(path.join(at, 'vitest.config.ts'), CONFIG)

  const passes: Ground['passes'] = async (tests) => {
    const args = [
      'run',
      '--root',
      at,
      '--bail',
      '1',
      '--reporter',
      'dot',
      '--maxWorkers',
      '1',
      '--no-isolate',
      ...tests,
    ]
    const { code, output } = await command('vitest', args, { minutes: MINUTES })
    return { passes: code === 0, output }
  }
  return {
    passes,
    async tries(file, text, back, tests) {
      writeFileSync(path.join(at, file), text)
      const said = await passes(tests)
      writeFileSync(path.join(at, file), back)
      return said.passes
    },
    remove: () => rmSync(at, { recursive: true, force: true }),
  }
}
