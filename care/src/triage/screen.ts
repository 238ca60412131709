import { canRead } from './language.ts'
import { mendedText, type NormalText, plainText } from './normal-text.ts'
import { highest, rankOf } from './rank.ts'
import type { CardId, Disposition, RedFlagTable, ScreenResult, TextPattern } from './red-flag.ts'
import { type Meaning, meaningOf } from './text-scope.ts'

/** A danger found in a text. `ask`: not said outright; the check questions `asks` settle it, and unanswered it counts as said. */
export type TextHit = {
  rule: string
  disposition: Disposition
  card: CardId
  ask: boolean
  asks: readonly string[]
  start: number
  end: number
}

/** The rule of a text that the screen cannot read. */
export const UNREADABLE = 'unsupported-language'

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

/** What a match in this meaning comes to: said, a question, or nothing. An emergency is never less than a question. */
function weigh(pattern: TextPattern, meaning: Meaning): 'said' | 'ask' | null {
  if (meaning === 'said') return 'said'
  if (meaning === 'idiom') return null
  if (pattern.disposition === 'emergency_now') return 'ask'
  return meaning === 'denied' || meaning === 'other' ? null : 'ask'
}

function hitsIn(text: NormalText, patterns: readonly TextPattern[]): TextHit[] {
  const hits: TextHit[] = []
  for (const pattern of patterns) {
    const tight = pattern.disposition !== 'emergency_now'
    for (const match of text.text.matchAll(compile(pattern.pattern) ?? /(?!)/g)) {
      const [from, to] = [match.index, match.index + match[0].length]
      if (to === from) continue
      const weight = weigh(pattern, meaningOf(text.text, from, to, pattern.domain, tight))
      if (weight === null) continue
      const { id: rule, disposition, card, asks } = pattern
      const [start, end] = [text.starts[from] ?? 0, text.ends[to - 1] ?? 0]
      hits.push({ rule, disposition, card, ask: weight === 'ask', asks, start, end })
    }
  }
  return hits
}

/** One hit a rule: said goes before asked, the earlier before the later. */
function strongest(hits: readonly TextHit[]): TextHit[] {
  const best = new Map<string, TextHit>()
  for (const hit of hits) {
    const known = best.get(hit.rule)
    if (known === undefined || (known.ask && !hit.ask)) best.set(hit.rule, hit)
  }
  return [...best.values()].sort((a, b) => rankOf(b.disposition) - rankOf(a.disposition) || a.start - b.start)
}

/**
 * Every danger in a text as a person wrote or said it, one a rule. Read both as written and with typing errors mended, so that
 * mending can only add. A text in a language that the screen cannot read asks all emergency items.
 */
export function hitsOf(written: string, table: RedFlagTable, lang: string): TextHit[] {
  const plain = plainText(written)
  if (plain.text.trim() === '') return []
  const hits = [...hitsIn(plain, table.patterns), ...hitsIn(mendedText(plain), table.patterns)]
  if (!canRead(plain.text, lang)) {
    const asks = table.items.filter((item) => item.disposition === 'emergency_now').map((item) => item.id)
    const [start, end] = [0, written.length]
    hits.push({
      rule: UNREADABLE,
      disposition: 'emergency_now',
      card: 'emergency',
      ask: true,
      asks,
      start,
      end,
    })
  }
  return strongest(hits)
}

/**
 * The red-flag screen over one text, deterministic. Answers with a level (something is said outright), with `ask` (put the
 * questions `asks`; unanswered they count as yes), both, or neither. `spans` are places in the text as it was written.
 */
export function screen(text: string, table: RedFlagTable, lang: string): ScreenResult {
  const hits = hitsOf(text, table, lang)
  const disposition = highest(hits.filter((hit) => !hit.ask).map((hit) => hit.disposition))
  const open = hits.filter((hit) => hit.ask && rankOf(hit.disposition) > rankOf(disposition))
  return {
    disposition,
    ask: open.length > 0,
    rules: hits.map((hit) => hit.rule),
    asks: [...new Set([...open, ...hits].flatMap((hit) => hit.asks))],
    spans: hits.map(({ start, end, rule }) => ({ start, end, rule })),
  }
}
