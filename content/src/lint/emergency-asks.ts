import type { LintRule } from './rule.ts'

/** A text that may be an emergency has a check question to put. */
export const emergencyAsks: LintRule = {
  id: 'emergency-asks',
  check(content) {
    return content.redFlags.patterns
      .filter((pattern) => pattern.disposition === 'emergency_now' && pattern.asks.length === 0)
      .map((pattern) => ({ where: pattern.id, message: 'an emergency pattern names its check question' }))
  },
}
