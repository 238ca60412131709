import type { Decision } from '../decision.ts'
import { Refusal } from '../errors.ts'
import type { TriageResult } from './red-flag.ts'
import {
  firedRules,
  inputsOf,
  precautionsOf,
  resultOf,
  type TriageContent,
  type TriageIntake,
} from './triage.ts'

/** Warning signs that a clinician has looked at: which rules, who, and the reason that is kept. */
export type Clearance = { rules: readonly string[]; by: string; reason: string; at: string }

const SHORTEST_REASON = 10

/** Age is no finding that an examination could lift. */
const NEVER_CLEARED: ReadonlySet<string> = new Set(['under-18'])

/**
 * The triage after clinicians have cleared rules of it. Only `clinician:<staff id>` may clear, always with a reason of at least
 * ten characters, emergencies included; anybody else is refused (`forbidden`, `bad-input`). Cleared rules no longer count, all
 * others still do, also those that fire on a later intake. Restrictions (precaution tags) stay: a cleared sign is still a fact.
 */
export function clear(
  intake: TriageIntake,
  content: TriageContent,
  now: string,
  clearances: readonly [Clearance, ...Clearance[]],
): { result: TriageResult; decision: Decision } {
  for (const { by, reason } of clearances) {
    if (!/^clinician:.+/.test(by)) throw new Refusal('forbidden')
    if (reason.trim().length < SHORTEST_REASON)
      throw new Refusal('bad-input', [
        { path: 'reason', message: 'Say in a sentence why this may be cleared.' },
      ])
  }
  const fired = firedRules(intake, content.redFlags, now)
  const cleared = new Set(clearances.flatMap((c) => c.rules).filter((rule) => !NEVER_CLEARED.has(rule)))
  const left = fired.filter((f) => !cleared.has(f.rule))
  const result = resultOf(left, precautionsOf(fired, content.redFlags), content.version)
  const last = clearances[clearances.length - 1] ?? clearances[0]
  const because = last.rules.map((rule) => ({ id: 'triage.cleared', values: { rule, reason: last.reason } }))
  const decision: Decision = {
    kind: 'clearance',
    rule: last.rules[0] ?? 'none',
    contentVersion: content.version,
    inputs: { ...inputsOf(intake, now), now, clearances },
    outcome: { disposition: result.disposition, card: result.card, rules: result.rules },
    because,
    at: last.at,
    by: last.by,
  }
  return { result, decision }
}
