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

/** When a plan of care comes to an end, and when the last fortnight of it begins, in ms. */
function endOf(signedAt: string, days: number): { due: number; notice: number } {
  const due = Date.parse(signedAt) + days * DAY
  return { due, notice: due - NOTICE_DAYS * DAY }
}

/** From when on a plan of care is `due`, in ms. */
export const certifyFrom = (signedAt: string, days: number): number => endOf(signedAt, days).notice

/**
 * When the plan of care is to be certified again: `days` after the last signature of one that needs no further one (90 by the rule of the
 * code table). A plan of care that waits for nobody's signature counts; a draft never does.
 */
export function certifiedUntil(signedAt: string | null, days: number, now: string): Certified {
  if (signedAt === null) return { state: 'none', since: null, dueAt: null }
  const { due, notice } = endOf(signedAt, days)
  const at = Date.parse(now)
  return {
    state: at > due ? 'overdue' : at >= notice ? 'due' : 'running',
    since: signedAt,
    dueAt: new Date(due).toISOString(),
  }
}
