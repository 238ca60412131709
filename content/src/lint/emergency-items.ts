import type { LintRule } from './rule.ts'

/** An emergency item is always put, never behind a gate, "not sure" counts as yes, and it shows a stop card. */
export const emergencyItems: LintRule = {
  id: 'emergency-items',
  check(content) {
    return content.redFlags.items
      .filter((item) => item.disposition === 'emergency_now')
      .flatMap((item) => [
        ...(item.gate === null
          ? []
          : [{ where: item.id, message: 'an emergency item stands behind no gate' }]),
        ...(item.unsure === 'emergency_now'
          ? []
          : [{ where: item.id, message: '"not sure" must count as yes' }]),
        ...(item.card === 'emergency' || item.card === 'self-harm'
          ? []
          : [{ where: item.id, message: 'an emergency item shows a stop card' }]),
        ...(item.askAt.includes('intake')
          ? []
          : [{ where: item.id, message: 'an emergency item is put at intake' }]),
      ])
  },
}
