import * as z from 'zod/mini'
import { Instant } from '../ids.ts'
import type { OutcomeRules } from './outcome-rules.ts'

/** How a course ended: `discharge` as planned, `stopped` by the person (with a reason of the outcome rules), `lost` when nothing was heard any more. */
export const CourseEnd = z.object({
  at: Instant,
  how: z.enum(['discharge', 'stopped', 'lost']),
  reason: z.nullable(z.string().check(z.maxLength(40))),
  text: z.nullable(z.string().check(z.maxLength(1000))),
})
export type CourseEnd = z.infer<typeof CourseEnd>

/** Why people of a group stopped: a row a reason of the rules, in their order, and what the rules do not know as `unsaid`. */
export function stopReasons(
  ends: readonly Pick<CourseEnd, 'how' | 'reason'>[],
  rules: Pick<OutcomeRules, 'stopReasons'>,
): { id: string; people: number }[] {
  const known = new Set(rules.stopReasons.map(({ id }) => id))
  const given = ends
    .filter(({ how }) => how === 'stopped')
    .map(({ reason }) => (reason !== null && known.has(reason) ? reason : 'unsaid'))
  return rules.stopReasons.map(({ id }) => ({ id, people: given.filter((reason) => reason === id).length }))
}
