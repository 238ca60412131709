/**
 * `npm run trust [-- --mutants 30 --seed 7 --only part --no-mutants]`: runs the tests behind each promise, then takes guards out one by one
 * in a copy and says how many of them the tests notice: so many of the routes' guards by lot, and every row of the policy and every single
 * guard besides. Prints promise, cases, figure, mutants; ends with 1 when a promise is broken or a guard can go without any test noticing.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { command, ROOT } from '../scripts/command.ts'
import { trustGround } from './trust/ground.ts'
import { type Guard, otherGuards, routeGuards, UNTOUCHED } from './trust/guards.ts'
import { PROMISES } from './trust/promises.ts'

const { values: options } = parseArgs({
  options: {
    mutants: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: '' },
    'no-mutants': { type: 'boolean', default: false },
  },
})

type Test = { name: string; assertionResults: { status: string; fullName: string }[] }

/** The tests of all promises in one run: by file how many passed and failed, and the figures that they print. */
async function tested() {
  const file = path.join(ROOT, '.cache', 'test', 'trust.json')
  mkdirSync(path.dirname(file), { recursive: true })
  rmSync(file, { force: true })
  const parts = [...new Set(PROMISES.flatMap(({ tests }) => tests))]
  const { output } = await command(
    'vitest',
    [
      'run',
      '--project',
      'server',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...parts,
    ],
    // The long form: T04 asks ten thousand times.
    { minutes: 20, env: { DORSAL_FULL: '1' } },
  )
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as { testResults: Test[] }
  const figures = new Map<string, string>()
  for (const [, id = '', figure = ''] of output.matchAll(/trust (T\d+) (\{.*\})/g)) figures.set(id, figure)
  return { testResults, figures }
}

/** Whether a journey in the browser went well; it needs the pages built. */
async function walked(journey: string): Promise<boolean> {
  const args = ['test', journey, '--project', 'pages', '--workers', '1', '--reporter=line']
  return (await command('playwright', args, { minutes: 10 })).code === 0
}

/** Some of them, drawn by the seed: the same seed draws the same. */
function drawn(all: readonly Guard[], many: number, seed: number): Guard[] {
  const left = [...all]
  const out: Guard[] = []
  let state = seed >>> 0
  while (out.length < many && left.length > 0) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    out.push(...left.splice(state % left.length, 1))
  }
  return out
}

async function missed(guards: readonly Guard[]): Promise<Guard[]> {
  const ground = trustGround()
  const escaped: Guard[] = []
  try {
    for (const tests of new Set(guards.map((guard) => guard.tests.join())))
      if ((await ground.say(UNTOUCHED, tests.split(','))) !== 'pass')
        throw new Error(`${tests} fails with every guard in place`)
    for (const guard of guards) {
      const began = Date.now()
      const said = await ground.say(guard.edits, guard.tests)
      if (said !== 'fail') escaped.push(guard)
      const seconds = ((Date.now() - began) / 1000).toFixed(1)
      process.stderr.write(
        `${{ pass: 'MISSED', fail: 'caught', late: 'NOT TOLD IN TIME' }[said]} ${guard.id}: ${guard.what} (${seconds} s)\n`,
      )
    }
  } finally {
    await ground.remove()
  }
  return escaped
}

const { testResults, figures } = await tested()
for (const { id, promise, tests, journey } of PROMISES) {
  const cases = testResults
    .filter(({ name }) => tests.some((part) => name.includes(part)))
    .flatMap(({ assertionResults }) => assertionResults)
  const failed = cases.filter(({ status }) => status === 'failed')
  const went = journey === undefined || (await walked(journey))
  const held = (tests.length === 0 || cases.length > 0) && failed.length === 0 && went
  console.log(`${id} ${held ? 'kept' : 'BROKEN'}  ${promise}`)
  console.log(
    `     ${cases.length - failed.length} of ${cases.length} cases${figures.has(id) ? `, ${figures.get(id) ?? ''}` : ''}`,
  )
  if (journey !== undefined) console.log(`     ${journey}: ${went ? 'went well' : 'broken'}`)
  for (const { fullName } of failed) console.log(`     broken: ${fullName}`)
  if (!held) process.exitCode = 1
}

if (!options['no-mutants']) {
  const seed = Number(options.seed)
  const byLot = drawn(routeGuards(), Number(options.mutants), seed)
  const always = otherGuards()
  const fits = ({ id }: Guard): boolean => id.includes(options.only)
  const escaped = new Set(await missed([...byLot, ...always].filter(fits)))
  const line = (name: string, all: readonly Guard[]): void => {
    const asked = all.filter(fits)
    const caught = asked.filter((guard) => !escaped.has(guard)).length
    console.log(`mutants: ${caught} of ${asked.length} ${name}`)
  }
  line(`guards of routes, drawn from ${routeGuards().length} by --seed ${seed}`, byLot)
  line('rows of the policy and single guards', always)
  for (const { id, what } of escaped) console.log(`     missed by every test: ${id}: ${what}`)
  if (escaped.size > 0) process.exitCode = 1
}
