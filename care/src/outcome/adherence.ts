import type { OutcomeRules } from './outcome-rules.ts'

type Rule = OutcomeRules['adherence']

/** One session as far as adherence looks at it: sets that were planned and sets that were done. */
export type SessionDone = { planned: number; done: number }

/** Whether a session counts as done: 70 % of its sets. A session without planned sets never counts. */
export function isComplete({ planned, done }: SessionDone, rule: Rule): boolean {
  return planned > 0 && done / planned >= rule.completeShare
}

/**
 * Sessions done of sessions planned, in per cent, never more than 100, with its band. Null when none was planned: a week off is no
 * failure. Author default for bands.
 */
export function adherenceOf(
  sessions: readonly SessionDone[],
  planned: number,
  rule: Rule,
): { percent: number; band: 'good' | 'partial' | 'low' } | null {
  if (planned <= 0) return null
  const percent = Math.min(
    100,
    (sessions.filter((session) => isComplete(session, rule)).length / planned) * 100,
  )
  return { percent, band: percent >= rule.good ? 'good' : percent >= rule.partial ? 'partial' : 'low' }
}
