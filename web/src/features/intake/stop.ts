import { type PatientContent, type TriageResult, triage } from '@dorsal/care'
import type { Draft } from '../../lib/draft.ts'
import { intakeOfDraft } from './intake-of-draft.ts'
import type { Step } from './steps.ts'
import { isComplete } from './steps.ts'

/** What the warning signs come to as far as they are answered; null before the year of birth. */
export function resultSoFar(content: PatientContent, draft: Draft, now: string): TriageResult | null {
  const intake = intakeOfDraft(draft, null, now)
  return intake ? triage(intake, content, now).result : null
}

/** What an answer leads to: on to the next screen, to a card at once, or to sending what there is, for the rest would not help. */
export type Turn = 'on' | 'stop' | 'send'

const BEFORE_THE_END = new Set<Step['section']>(['goals', 'setup'])

/** A level that rests only on a text whose check question is still to be put, which the next screen does. */
const STILL_ASKED: ReadonlySet<string> = new Set(['triage.text-asked', 'triage.unread'])

/**
 * After each answer. An emergency stops at once. A same-day sign is said as soon as all the other warning signs are answered; goals
 * and exercise times can wait then.
 */
export function turnAfter(result: TriageResult | null, steps: readonly Step[], draft: Draft): Turn {
  if (result === null) return 'on'
  const asking = steps.some(
    (step) => step.kind === 'item' && step.askedBecauseOf !== null && !isComplete(step, draft),
  )
  if (asking && STILL_ASKED.has(result.because[0]?.id ?? '')) return 'on'
  if (result.disposition === 'emergency_now') return 'stop'
  if (result.disposition !== 'same_day_urgent') return 'on'
  const signs = steps.filter((step) => !BEFORE_THE_END.has(step.section))
  return signs.every((step) => isComplete(step, draft)) ? 'send' : 'on'
}
