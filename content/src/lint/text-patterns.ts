import type { LintRule } from './rule.ts'

function compiles(pattern: string): boolean {
  try {
    return !new RegExp(pattern, 'gi').test('')
  } catch {
    return false
  }
}

/** A text pattern is a regular expression that matches something but not everything, and whose repeats are bounded. */
export const textPatterns: LintRule = {
  id: 'text-patterns',
  check(content) {
    return content.redFlags.patterns.flatMap(({ id, pattern }) => [
      ...(compiles(pattern) ? [] : [{ where: id, message: 'is no usable regular expression' }]),
      ...(/\.[*+]/.test(pattern)
        ? [{ where: id, message: 'an unbounded repeat would reach over whole texts' }]
        : []),
    ])
  },
}
