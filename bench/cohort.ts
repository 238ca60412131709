import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { GUARDRAILS, Violations } from './cohort/guardrails.ts'
import type { Outcome } from './cohort/play.ts'
import { printed } from './cohort/table.ts'

/**
 * `npm run bench:cohort [-- --patients 5000 --seed 1]`: thousands of made-up people through twelve weeks of the rules. It shows that the
 * rules keep their promises whoever comes; it says nothing about whether anybody gets better: the bodies are made up, too.
 */
export type Played = { seed: number; pattern: string; lies: number; adaptive: Outcome; fixed: Outcome }

const { values } = parseArgs({
  options: { patients: { type: 'string', default: '5000' }, seed: { type: 'string', default: '1' } },
})
const patients = Number(values.patients)
const first = Number(values.seed) * 1_000_000
const workers = Math.max(1, Math.min(4, availableParallelism()))
const share = Math.ceil(patients / workers)
const played: Played[] = []
const violations: Violations = new Map()

function part(index: number): Promise<void> {
  const from = first + index * share
  const to = Math.min(first + patients, from + share)
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./cohort/worker.ts', import.meta.url), { workerData: { from, to } })
    worker.on('message', (message: Played | { violations: [(typeof GUARDRAILS)[number], number][] }) => {
      if ('violations' in message)
        for (const [rail, count] of message.violations)
          violations.set(rail, (violations.get(rail) ?? 0) + count)
      else played.push(message)
      if (played.length % 500 === 0 && !('violations' in message))
        console.error(`${played.length} of ${patients} …`)
    })
    worker.on('error', reject)
    worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))))
  })
}

await Promise.all(Array.from({ length: workers }, (_unused, index) => part(index)))
console.log(printed(played, violations))
if ([...violations.values()].some((count) => count > 0)) process.exitCode = 1
