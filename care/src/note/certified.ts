import * as z from 'zod/mini'
import { Instant } from '../ids.ts'

/** Until when a plan of care holds. `due`: in the last fortnight of it; `none`: there is no signed one. */
export const Certified = z.object({
  state: z.enum(['none', 'running', 'due', 'overdue']),
  since: z.nullable(Instant),
  dueAt: z.nullable(Instant),
})
export type Certified = z.infer<typeof Certified>

const DAY = 86_400_000
const NOTICE_DAYS = 14

/**
 * When the plan of care is to be certified again: `days` after the last signature of one that needs no further one (90 by the rule of the
 * code table). A plan of care that waits for nobody's signature counts; a draft never does.
 */
export function certifiedUntil(signedAt: string | null, days: number, now: string): Certified {
  if (signedAt === null) return { state: 'none', since: null, dueAt: null }
  const due = Date.parse(signedAt) + days * DAY
  const left = due - Date.parse(now)
  return {
    state: left < 0 ? 'overdue' : left <= NOTICE_DAYS * DAY ? 'due' : 'running',
    since: signedAt,
    dueAt: new Date(due).toISOString(),
  }
}
