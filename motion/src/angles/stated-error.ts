import type { Body } from '../body/body.ts'
import type { Signal } from '../movement.ts'
import { SIGNALS } from './angles.ts'

/** The error that the table states for a signal from here, in its unit; of a trend its smallest change; NaN when there is none. */
export function statedError(body: Body, signal: Signal): number {
  const row = SIGNALS[signal]
  if (body.depth === 'sensor' && row.spaceError !== undefined) return row.spaceError
  if (row.kind === 'trend') return row.change
  return body.view === null ? Number.NaN : (row.error[body.view] ?? Number.NaN)
}
