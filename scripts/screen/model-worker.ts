/** One training in a thread of its own; see `model-beside.ts`. */
import { parentPort, workerData } from 'node:worker_threads'
import { modelOf } from './model.ts'
import type { ReadRow } from './readings.ts'

const { rows, classes } = workerData as { rows: ReadRow[]; classes: string[] }
parentPort?.postMessage(modelOf(rows, classes))
