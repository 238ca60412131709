/** What `npm test` consists of, in order: one row each. A row that is one check counts as one; a suite counts its tests. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { SETTINGS } from '../server/src/config.ts'
import { buildWeb } from './build-web.ts'
import { command, ROOT, type Said } from './command.ts'
import { named, type Outcome, ofPlaywright, ofVitest, settled } from './test-results.ts'

export type Stage = { id: string; title: string; run: (full: boolean) => Promise<Outcome> }

const RESULTS = path.join(ROOT, '.cache', 'test')
/** The scenes of our mannequin that the journeys put in front of the camera. */
const FILMS = ['squat-oblique', 'squat-side', 'leaving', 'rotation']

export const STAGES: readonly Stage[] = [
  check('boundaries', 'layers', ['node', 'scripts/check-boundaries.ts']),
  check('types', 'types', ['tsc', '-b'], ['tsc', '-p', 'tsconfig.tests.json']),
  check('lint', 'lint', ['oxlint', '--type-aware', '--deny-warnings']),
  check('format', 'format', ['biome', 'format', '.']),
  check('unused', 'unused code', ['knip']),
  check('notices', 'licences', ['node', 'scripts/notices.ts', '--check']),
  check('content', 'content', ['node', 'scripts/check-content.ts']),
  { id: 'unit', title: 'unit, property and server tests', run: unit },
  { id: 'build', title: 'build', run: build },
  { id: 'e2e', title: 'journeys in the browser', run: journeys },
]

function check(id: string, title: string, ...commands: [string, ...string[]][]): Stage {
  return {
    id,
    title,
    run: async () => {
      const said: Said[] = []
      for (const [program, ...args] of commands)
        said.push(await command(program, args, { minutes: 10, env: unset() }))
      return one(
        said.every(({ code }) => code === 0),
        said
          .filter(({ code }) => code !== 0)
          .map(({ output }) => output)
          .join(''),
      )
    },
  }
}

async function build(): Promise<Outcome> {
  const built = await buildWeb()
  if (!built.ok) return one(false, built.output)
  const { code, output } = await command('node', ['scripts/check-build.ts'], { minutes: 5 })
  return { ...one(code === 0, output), output }
}

async function unit(full: boolean): Promise<Outcome> {
  const file = fresh('vitest.json')
  const { code, output } = await command(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { minutes: full ? 60 : 30, env: unset(full), show: true },
  )
  return shown(settled(code, output, existsSync(file) ? ofVitest(readFileSync(file, 'utf8')) : null))
}

async function journeys(full: boolean): Promise<Outcome> {
  const built = await buildWeb()
  if (!built.ok) return one(false, 'Not run, because the pages could not be built.\n')
  // Before the tests, so that no test waits for its film and two never draw the same one.
  const films = await command('node', ['bench/mannequin/render.ts', ...FILMS], { minutes: 15, show: true })
  if (films.code !== 0) return one(false, 'Not run, because the films for the camera could not be drawn.\n')
  const file = fresh('playwright.json')
  const { code, output } = await command(
    'playwright',
    ['test', '--pass-with-no-tests', '--reporter=list,json'],
    { minutes: full ? 120 : 40, env: { ...unset(full), PLAYWRIGHT_JSON_OUTPUT_FILE: file }, show: true },
  )
  return shown(settled(code, output, existsSync(file) ? ofPlaywright(readFileSync(file, 'utf8')) : null))
}

/** Of a suite whose words were shown while it ran: only the reason is said again. */
const shown = (outcome: Outcome): Outcome => ({ ...named(outcome), output: '' })

/** The settings of the shell are not those of the tests. */
function unset(full = false): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(SETTINGS.map(({ name }) => [name, undefined])),
    ...(full ? { DORSAL_FULL: '1' } : {}),
  }
}

function fresh(name: string): string {
  mkdirSync(RESULTS, { recursive: true })
  const file = path.join(RESULTS, name)
  rmSync(file, { force: true })
  return file
}

const one = (ok: boolean, output: string): Outcome => ({
  passed: ok ? 1 : 0,
  failed: ok ? 0 : 1,
  skipped: 0,
  failures: [],
  output,
})
