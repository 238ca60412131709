import type { LintRule } from './rule.ts'

function compiles(pattern: string): boolean {
  try {
    return !new RegExp(pattern, 'gi').test('')
  } catch {
    return false
  }
}

/** A text pattern is a regular expression that matches something but not everything, and whose repeats are bounded; or slots of concepts. */
export const textPatterns: LintRule = {
  id: 'text-patterns',
  kind: 'red-flags/patterns',
  check(content) {
    return content.redFlags.patterns.flatMap(({ id, pattern, all }) => {
      if ((pattern === undefined) === (all === undefined))
        return [{ where: id, message: 'has either a pattern or slots of concepts' }]
      if (pattern === undefined) return []
      return [
        ...(compiles(pattern) ? [] : [{ where: id, message: 'is no usable regular expression' }]),
        ...(/\.[*+]/.test(pattern)
          ? [{ where: id, message: 'an unbounded repeat would reach over whole texts' }]
          : []),
      ]
    })
  },
}
