import type { DailyDone, DailyKind } from './timer.ts'
import { DAILY_KINDS } from './timer.ts'

/** What ran shorter than this was opened by mistake. */
const LEAST_SECONDS = 20
const DAY = 86_400_000

/** How often and how long in all; minutes are whole. */
export type DailySum = { kind: DailyKind; count: number; minutes: number; worse: number }

/**
 * What was done of daily life in the last so many days, a row a kind, those without any left out. Whatever ran counts, also when it was
 * ended early: nothing is lost by stopping. No days in a row are counted.
 */
export function dailySums(done: readonly DailyDone[], now: string, days: number): DailySum[] {
  const since = Date.parse(now) - days * DAY
  return DAILY_KINDS.flatMap((kind) => {
    const own = done.filter(
      (one) => one.kind === kind && one.seconds >= LEAST_SECONDS && Date.parse(one.at) >= since,
    )
    if (own.length === 0) return []
    const minutes = Math.max(1, Math.round(own.reduce((sum, { seconds }) => sum + seconds, 0) / 60))
    return [{ kind, count: own.length, minutes, worse: own.filter(({ feel }) => feel === 'worse').length }]
  })
}
