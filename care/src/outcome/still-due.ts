import type { Due } from './schedule.ts'

/** What was answered on this device, whether or not the server has it yet. */
export type Answered = { measureId: string; at: string }

/**
 * What of the due measures is still to be asked: what has closed meanwhile is not asked late, and what this device has already answered
 * since it fell due is not asked twice while it waits to be sent.
 */
export function stillDue(due: readonly Due[], answered: readonly Answered[], now: string): Due[] {
  const at = Date.parse(now)
  return due.filter(
    ({ measureId, dueAt, closesAt }) =>
      at < Date.parse(closesAt) &&
      !answered.some((one) => one.measureId === measureId && Date.parse(one.at) >= Date.parse(dueAt)),
  )
}
