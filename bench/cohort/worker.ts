import { loadContent } from '@dorsal/content'
import { parentPort, workerData } from 'node:worker_threads'
import type { Violations } from './guardrails.ts'
import { personOf } from './person.ts'
import { play } from './play.ts'

const { from, to } = workerData as { from: number; to: number }
const content = loadContent()
const violations: Violations = new Map()
for (let seed = from; seed < to; seed += 1) {
  const person = personOf(seed, content)
  const adaptive = play(person, content, 'adaptive', violations)
  const fixed = play(person, content, 'fixed', new Map())
  parentPort?.postMessage({ seed, pattern: person.pattern, lies: person.lies, adaptive, fixed })
}
parentPort?.postMessage({ violations: [...violations] })
