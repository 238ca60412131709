import { availableParallelism } from 'node:os'
import { parentPort, Worker } from 'node:worker_threads'

/** What `work` makes of each job, in the order of the jobs: as many at once as there are processors. */
export async function shared<Result>(work: URL, jobs: readonly string[]): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const hand = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      let at = -1
      const give = (): void => {
        at = next++
        const job = jobs[at]
        if (job === undefined) resolve()
        else worker.postMessage(job)
      }
      worker.on('message', (result: Result) => {
        results[at] = result
        give()
      })
      worker.on('error', reject)
      give()
    })
  const workers = Array.from(
    { length: Math.min(jobs.length, availableParallelism()) },
    () => new Worker(work),
  )
  try {
    await Promise.all(workers.map(hand))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  return results
}

/** In a worker: answers each job that it is handed. */
export function answer(work: (job: string) => unknown): void {
  parentPort?.on('message', (job: string) => parentPort?.postMessage(work(job)))
}
