/**
 * Runs tests of one folder again and again in one process, so that a mutant costs its tests and no start. Asked by lines of JSON, answers by
 * lines of JSON; ends when nobody asks any more.
 */
import { createInterface } from 'node:readline'
import { createVitest } from 'vitest/node'

/** `changed`: the files that are others now, one put back among them; `tests`: parts of the paths of the test files, those that cost least first. */
export type Asked = { changed: readonly string[]; tests: readonly string[] }
export type Answered = { passes: boolean; output: string }

const [root = '.'] = process.argv.slice(2)
const vitest = await createVitest({
  root,
  watch: false,
  bail: 1,
  maxWorkers: 1,
  isolate: false,
  reporters: [{}],
})
await vitest.standalone()

async function answer({ changed, tests }: Asked): Promise<Answered> {
  for (const file of changed) vitest.invalidateFile(file)
  // What failed before counts against the next run, which would end before it begins.
  vitest.state.filesMap.clear()
  vitest.state.idMap.clear()
  const found = await vitest.globTestSpecifications([...tests])
  for (const part of tests) {
    const own = found.filter(({ moduleId }) => tests.find((one) => moduleId.includes(one)) === part)
    if (own.length === 0) return { passes: false, output: `no test file ${part}` }
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(own)
    const ids = new Set(own.map(({ moduleId }) => moduleId))
    const wrong = testModules.filter((module) => ids.has(module.moduleId) && module.state() !== 'passed')
    const ran = testModules.filter((module) => ids.has(module.moduleId)).length
    if (wrong.length === 0 && unhandledErrors.length === 0 && ran === ids.size) continue
    const words = wrong.flatMap((module) => [
      module.relativeModuleId,
      ...module.errors().map(({ message }) => message),
      ...[...module.children.allTests('failed')].map(
        (test) => `${test.fullName}: ${test.result().errors?.[0]?.message ?? ''}`,
      ),
    ])
    return { passes: false, output: words.join('\n') }
  }
  return { passes: true, output: '' }
}

console.log('ready')
for await (const line of createInterface({ input: process.stdin }))
  console.log(JSON.stringify(await answer(JSON.parse(line) as Asked)))
await vitest.close()
