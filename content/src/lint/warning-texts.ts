import type { LintRule } from './rule.ts'

/** Every warning sign can be told to the person and explained to the clinician. */
export const warningTexts: LintRule = {
  id: 'warning-texts',
  check(content) {
    return content.redFlags.items.flatMap((item) => [
      ...(item.patientMessage ? [] : [{ where: item.id, message: 'says nothing to the person' }]),
      ...(item.reasoning && item.sources.length > 0
        ? []
        : [{ where: item.id, message: 'has no reason or no source' }]),
    ])
  },
}
