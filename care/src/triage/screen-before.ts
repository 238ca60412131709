import type { Because } from '../decision.ts'
import { yesNo } from '../intake/facts.ts'
import { type Fired, resultOf } from './triage.ts'
import type { CardId, Disposition, PreSessionItem, RedFlagTable } from './red-flag.ts'

/** From this pain on (0..10) a day is for recovery: breathing, heat, gentle movement (stop rule SS11). */
const RECOVERY_PAIN = 7

/** What the questions before a session come to. `recoveryOnly`: today gentle recovery or nothing. */
export type Before = {
  disposition: Disposition
  card: CardId | null
  rules: string[]
  because: Because[]
  recoveryOnly: boolean
}

function fired(item: PreSessionItem, answer: unknown, pain: number | null): Fired | null {
  const { id: rule, question, disposition, card, severe } = item
  const strong = severe !== null && pain !== null && pain >= severe.pain
  if (item.answerType === 'number_0_10') {
    if (pain === null) return unanswered(rule, question)
    return strong
      ? { rule, disposition, card, because: { id: 'triage.before-pain', values: { pain } } }
      : null
  }
  const said = yesNo(answer)
  if (said === 'no') return null
  if (said === null) return unanswered(rule, question)
  const raised = strong ? severe : { disposition, card }
  return {
    rule,
    disposition: raised.disposition,
    card: raised.card,
    because: { id: 'triage.before', values: { rule, question } },
  }
}

function unanswered(rule: string, question: string): Fired {
  const because = { id: 'triage.incomplete', values: { rule, question } }
  return { rule: `${rule}.unanswered`, disposition: 'see_clinician_first', card: 'clinician-first', because }
}

/**
 * The short screen before each session (PS1 to PS5). `answers` by item id, `pain` right now 0..10 or null. "Not sure" counts as
 * yes; a question without an answer never passes as "no". Total: junk counts as no answer.
 */
export function screenBefore(
  answers: Readonly<Record<string, unknown>>,
  pain: number | null,
  table: Pick<RedFlagTable, 'preSession' | 'stopRules'>,
): Before {
  const now = typeof pain === 'number' && Number.isFinite(pain) ? pain : null
  const rules = table.preSession
    .map((item) => fired(item, Object.hasOwn(answers, item.id) ? answers[item.id] : undefined, now))
    .filter((rule) => rule !== null)
  const recovery = table.stopRules.find((rule) => rule.action === 'recovery-only')
  const recoveryOnly = recovery !== undefined && now !== null && now >= RECOVERY_PAIN
  if (recoveryOnly)
    rules.push({
      rule: recovery.id,
      disposition: 'caution',
      card: 'caution',
      because: { id: 'triage.before-pain', values: { pain: now } },
    })
  const result = resultOf(rules, [], '')
  return {
    disposition: result.disposition,
    card: result.card,
    rules: result.rules,
    because: rules.length > 0 ? result.because : [{ id: 'triage.before-ready' }],
    recoveryOnly,
  }
}

/** The same for the questions that were put: what was not asked yet, pain among it, raises nothing. */
export function screenAsked(
  answers: Readonly<Record<string, unknown>>,
  pain: number | null,
  { preSession, stopRules }: Pick<RedFlagTable, 'preSession' | 'stopRules'>,
): Before {
  const asked = preSession.filter(({ id, answerType }) =>
    answerType === 'number_0_10' ? pain !== null : Object.hasOwn(answers, id),
  )
  return screenBefore(answers, pain, { preSession: asked, stopRules })
}
