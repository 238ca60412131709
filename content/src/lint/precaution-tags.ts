import type { LintRule } from './rule.ts'

/** A precaution tag is one of the programme's: a misspelt tag would exclude nothing. */
export const precautionTags: LintRule = {
  id: 'precaution-tags',
  check(content) {
    const known = new Set(Object.keys(content.programme.precautionTags))
    const used = [
      ...content.redFlags.items.map(({ id, precautionTags: tags }) => ({ id, tags })),
      ...content.exercises.map((e) => ({ id: e.id, tags: [...e.precautionTags, ...e.contraindicationTags] })),
      ...content.timers.map(({ id, gentle }) => ({ id, tags: gentle?.tags ?? [] })),
      ...content.notes.map(({ id, excludedBy: tags }) => ({ id, tags })),
    ]
    return used.flatMap(({ id, tags }) =>
      tags
        .filter((tag) => !known.has(tag))
        .map((tag) => ({ where: id, message: `precaution ${tag} is not known` })),
    )
  },
}
