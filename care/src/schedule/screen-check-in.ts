import type { RedFlagTable } from '../triage/red-flag.ts'
import { type Before, screenAsked } from '../triage/screen-before.ts'
import type { VisitCheckIn } from './visit-check-in.ts'

// Apart from the shapes: the rows of the API are read by every first page, and the rules of triage are not small.
/**
 * What the answers before a visit come to, by the rules that stand before a session: strong pain, too, is looked at before the next one.
 * Only what was asked counts. The words are screened apart, by `screen`.
 */
export function screenCheckIn(
  { answers, pain }: Pick<VisitCheckIn, 'answers' | 'pain'>,
  table: Pick<RedFlagTable, 'preSession' | 'stopRules'>,
): Before {
  return screenAsked(answers, pain, table)
}
