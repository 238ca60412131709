/**
 * `npm test`: everything that must hold, one stage after another. A stage that fails stops no other, so that one run shows all;
 * what failed is said again at the end, where it is looked for.
 * `--only types,unit` runs some stages; `--full` adds the long forms. The last line is the count.
 */
import { parseArgs } from 'node:util'
import { type Counts, named, type Outcome } from './test-results.ts'
import { STAGES } from './test-stages.ts'

const { values } = parseArgs({
  options: { only: { type: 'string' }, full: { type: 'boolean', default: false } },
})
const wanted = values.only?.split(',') ?? STAGES.map(({ id }) => id)
const unknown = wanted.filter((id) => !STAGES.some((stage) => stage.id === id))
if (unknown.length > 0) {
  console.error(
    `No stage is called ${unknown.join(', ')}. There are: ${STAGES.map(({ id }) => id).join(', ')}`,
  )
  process.exit(2)
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 }
const red: string[] = []
let stopped = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (stopped = true))

for (const { id, title, run } of STAGES) {
  if (!wanted.includes(id) || stopped) continue
  process.stdout.write(`▸ ${title} …\n`)
  const began = performance.now()
  const { output, failures, ...counts } = named(await attempt(() => run(values.full)))
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped
  if (output) process.stdout.write(output.endsWith('\n') ? output : `${output}\n`)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (counts.failed > 0) red.push(title, ...failures)
  const sign = counts.failed > 0 ? '✗' : '✓'
  console.log(`${sign} ${title}: ${words(counts)} (${seconds} s)\n`)
}

if (stopped) total.failed += 1
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
if (red.length > 0) console.log(`What failed:\n${red.join('\n')}\n`)
console.log(words(total))

async function attempt(run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run()
  } catch (error) {
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      failures: [],
      output: error instanceof Error ? String(error.stack) : String(error),
    }
  }
}

function words({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
