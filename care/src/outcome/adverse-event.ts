import * as z from 'zod/mini'
import { Instant, Uuid } from '../ids.ts'
import type { Measure } from './measure.ts'
import type { OutcomeRules } from './outcome-rules.ts'
import { cutoffsReached } from './scoring.ts'

/**
 * Something bad that the person thinks came from the programme. `severity`: a value of the outcome rules (0 none, 1 mild, 2 a clinician
 * was needed, 3 emergency care); `kinds`: ids of the outcome rules; `text` was screened for warning signs before it was kept. Whether the
 * programme caused it is a clinician's word and not part of it.
 */
export const AdverseEvent = z.object({
  id: Uuid,
  at: Instant,
  severity: z.int().check(z.gte(1), z.lte(3)),
  kinds: z.array(z.string().check(z.maxLength(40))).check(z.maxLength(10)),
  text: z.nullable(z.string().check(z.maxLength(1000))),
})
export type AdverseEvent = z.infer<typeof AdverseEvent>

/** Whether an event is serious by the rules; a severity that the rules do not know counts as serious. */
export function isSerious({ severity }: Pick<AdverseEvent, 'severity'>, rules: OutcomeRules): boolean {
  return rules.severities.find(({ value }) => value === severity)?.serious ?? true
}

/** Until when a serious event must have been looked at, as an instant; null of one that is not serious. */
export function reportBy(event: Pick<AdverseEvent, 'severity' | 'at'>, rules: OutcomeRules): string | null {
  if (!isSerious(event, rules)) return null
  return new Date(Date.parse(event.at) + rules.seriousHours * 3_600_000).toISOString()
}

/** Within how many working days somebody looks at an event of a severity, by the limits of its measure; null where content sets none. */
export function lookWithin(severity: number, measures: readonly Measure[]): number | null {
  const measure = measures.find(({ id }) => id === 'ae')
  const limits = measure === undefined ? [] : cutoffsReached(measure, severity)
  const days = limits.flatMap(({ task }) => (task === null ? [] : [task.workingDays]))
  return days.length === 0 ? null : Math.min(...days)
}

/** Events per 1000 sessions, the usual rate; null without sessions, for then there is no rate. */
export function eventsPer1000(events: number, sessions: number): number | null {
  return sessions > 0 ? (events / sessions) * 1000 : null
}
