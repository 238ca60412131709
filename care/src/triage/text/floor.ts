import type { TextPattern } from '../red-flag.ts'
import type { Mention } from './lexicon.ts'
import { type RuleMatch, weightOf } from './rules.ts'
import { type Layout, meaningOf, type Regard } from './scope.ts'

const compiled = new Map<string, RegExp | null>()

/** A pattern as a regular expression; null when it is none (the content linter refuses such a pattern at load). */
function compile(source: string): RegExp | null {
  let pattern = compiled.get(source)
  if (pattern === undefined) {
    try {
      pattern = new RegExp(source, 'gi')
    } catch {
      pattern = null
    }
    compiled.set(source, pattern)
  }
  return pattern
}

/** The words that a stretch of the text covers. */
function wordsIn({ tokens }: Layout, start: number, end: number): Mention | null {
  const from = tokens.list.findIndex((token) => token.end > start)
  let to = from
  while ((tokens.list[to + 1]?.start ?? end) < end) to += 1
  return from < 0 ? null : { concept: 'floor', from, to }
}

function idiomatic({ mentions }: Layout, words: Mention): boolean {
  return mentions.some((m) => m.concept === 'idiom' && m.from <= words.to && words.from <= m.to)
}

/** What the plain patterns of the content find: a floor under the grammar, read with the same sense of "no", "my mother" and "once". */
export function floorMatches(text: string, layout: Layout, rows: readonly TextPattern[]): RuleMatch[] {
  const out: RuleMatch[] = []
  for (const row of rows) {
    if (row.pattern === undefined) continue
    const regard: Regard = {
      subject: row.subject ?? 'self',
      time: row.time ?? 'now',
      effort: row.effort === true,
    }
    for (const match of text.matchAll(compile(row.pattern) ?? /(?!)/g)) {
      const words = match[0] === '' ? null : wordsIn(layout, match.index, match.index + match[0].length)
      if (words === null || idiomatic(layout, words)) continue
      const meaning = meaningOf(layout, [words], regard)
      out.push({ row, words: [words], meaning, weight: weightOf(row, meaning) })
    }
  }
  return out
}
