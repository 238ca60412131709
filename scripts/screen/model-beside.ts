import { Worker } from 'node:worker_threads'
import type { TextModel } from '@dorsal/care'
import type { ReadRow } from './readings.ts'

/** Trains beside other trainings; the outcome does not depend on that. */
export function modelBeside(rows: readonly ReadRow[], classes: readonly string[]): Promise<TextModel> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('model-worker.ts', import.meta.url), { workerData: { rows, classes } })
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
