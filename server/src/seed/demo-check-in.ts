import type { CheckIn } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import type { DemoCheckIn } from './demo-people.ts'

/** The made-up answers of one week as the device would have sent them. */
export function demoCheckIn(told: DemoCheckIn, at: Date): CheckIn {
  const { pain, sleep, activity, peg, mood, event } = told
  return {
    id: randomUUID(),
    at: at.toISOString(),
    moments: ['weekly'],
    answers: {
      nprs: { nprs_avg: pain[0], nprs_worst: pain[1] },
      sleep: { sleep1: sleep },
      ae: { ae1: event?.severity ?? 0 },
      ...(activity !== undefined && { psfs: { psfs_score: [activity] } }),
      ...(peg !== undefined && { peg: { peg1: peg[0], peg2: peg[1], peg3: peg[2] } }),
      ...(mood !== undefined && { phq2: { phq2_1: mood[0], phq2_2: mood[1] } }),
    },
    event: event ?? null,
  }
}
