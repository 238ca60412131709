/**
 * `npm run bench:mutants [-- target … --kinds rows,values,operators --every 5 --workers 2 --only part-of-path --list]`: leaves out rows of
 * tables and changes values and operators one at a time in a copy of the workspaces, and says how many of these mutants the tests catch.
 * Ends with 1 when it is less than 85 of a hundred. Not part of `npm test`: it takes some seconds a mutant.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../scripts/command.ts'
import { type Ground, ground } from './mutants/ground.ts'
import { type Kind, type Mutant, mutantsOf } from './mutants/make.ts'
import { type Target, TARGETS } from './mutants/targets.ts'

const ENOUGH = 0.85

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    kinds: { type: 'string' },
    every: { type: 'string', default: '1' },
    workers: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
  },
})

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

/** The files of a target, tests left out. */
const filesOf = ({ files }: Target): string[] =>
  files
    .flatMap((file) =>
      file.endsWith('/')
        ? readdirSync(path.join(ROOT, file), { recursive: true, encoding: 'utf8' }).map((name) => file + name)
        : [file],
    )
    .filter((file) => /(?<!\.test)\.ts$|\.json$/.test(file) && file.includes(options.only))
    .toSorted((a, b) => a.localeCompare(b))

function mutants(target: Target): Mutant[] {
  const kinds = options.kinds === undefined ? target.kinds : (options.kinds.split(',') as Kind[])
  const all = filesOf(target).flatMap((file) => mutantsOf(file, read(file), kinds))
  return all.filter((_, i) => i % Number(options.every) === 0)
}

/** The mutants of a target that no test noticed. */
async function survivors(
  target: Target,
  all: readonly Mutant[],
  grounds: readonly Ground[],
): Promise<Mutant[]> {
  const left = [...all]
  const alive: Mutant[] = []
  const work = async (on: Ground): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const { file, text } = one
      const back = read(file)
      const escapes =
        (await on.tries(file, text, back, target.near)) &&
        (target.far.length === 0 || (await on.tries(file, text, back, target.far)))
      if (escapes) alive.push(one)
      process.stderr.write(`${escapes ? 'survives' : 'caught'}: ${one.file}:${one.line} ${one.what}\n`)
    }
  }
  await Promise.all(grounds.map(work))
  return alive
}

/** What the tests of a target say without any mutant, on every ground; nothing when all is well. */
async function unmutated({ near, far }: Target, grounds: readonly Ground[]): Promise<string> {
  const said = await Promise.all(grounds.map((on) => on.passes([...near, ...far])))
  return said.flatMap(({ passes, output }) => (passes ? [] : [output])).join('\n')
}

const chosen = TARGETS.filter(({ id }) => positionals.length === 0 || positionals.includes(id))
if (options.list) {
  for (const target of chosen) {
    const all = mutants(target)
    console.log(`${target.id}: ${all.length}`)
    for (const { file, line, kind, what } of all) console.log(`  ${file}:${line} ${kind}: ${what}`)
  }
} else {
  const grounds = Array.from({ length: Math.max(1, Number(options.workers)) }, ground)
  let [caught, sum] = [0, 0]
  try {
    for (const target of chosen) {
      const all = mutants(target)
      const wrong = await unmutated(target, grounds)
      if (wrong !== '') {
        console.log(`${target.id}: not tried, its tests fail without any mutant\n${wrong}`)
        process.exitCode = 1
        continue
      }
      const alive = await survivors(target, all, grounds)
      const after = await unmutated(target, grounds)
      if (after !== '') throw new Error(`what was put back is not what was there: ${after}`)
      caught += all.length - alive.length
      sum += all.length
      console.log(`${target.id}: ${all.length - alive.length} of ${all.length} mutants caught`)
      for (const { file, line, kind, what } of alive) console.log(`  ${file}:${line} ${kind}: ${what}`)
    }
  } finally {
    for (const one of grounds) one.remove()
  }
  console.log(
    `mutation score ${sum === 0 ? '-' : `${((100 * caught) / sum).toFixed(1)} %`} (${caught} of ${sum})`,
  )
  if (caught < ENOUGH * sum) process.exitCode = 1
}
