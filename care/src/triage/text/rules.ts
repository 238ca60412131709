import { rankOf } from '../rank.ts'
import type { TextPattern } from '../red-flag.ts'
import type { Mention } from './lexicon.ts'
import { type Layout, type Meaning, meaningOf, type Regard } from './scope.ts'

/** A concept rule ready to be read. */
export type Rule = { row: TextPattern; slots: string[][]; unless: string[]; within: number; regard: Regard }

/** Where a rule matches, and what that comes to. */
export type RuleMatch = {
  row: TextPattern
  words: readonly Mention[]
  meaning: Meaning
  weight: 'said' | 'ask' | null
}

const WITHIN = 5
const PAUSE = 3
/** Sentences of so few words are fragments of one thought ("My chest. It hurts."). */
const FRAGMENT = 4
const MOST_COMBINATIONS = 400
const NONE: readonly Mention[] = []

/** What each meaning comes to: for an emergency, for a lower danger, and for thoughts of self-harm, which only idiom silences. */
const WEIGHT: Readonly<
  Record<Meaning, readonly ['said' | 'ask' | null, 'said' | 'ask' | null, 'said' | 'ask' | null]>
> = {
  said: ['said', 'said', 'said'],
  unsure: ['ask', 'ask', 'ask'],
  effort: ['ask', null, 'ask'],
  feared: ['ask', 'ask', 'ask'],
  past: ['ask', null, 'ask'],
  'other-now': ['ask', null, 'ask'],
  general: ['ask', null, 'ask'],
  idle: [null, null, 'ask'],
  eased: [null, null, 'ask'],
  other: [null, null, 'ask'],
  over: [null, null, 'ask'],
  denied: [null, null, 'ask'],
}
const CALM: readonly Meaning[] = Object.keys(WEIGHT) as Meaning[]

/** The rows that are written as slots of words, made ready to be looked for; rows of another form are left out. */
export function rulesOf(rows: readonly TextPattern[]): Rule[] {
  return rows
    .filter((row) => row.all !== undefined)
    .map((row) => ({
      row,
      slots: (row.all ?? []).map((slot) => slot.split('|')),
      unless: row.unless?.split('|') ?? [],
      within: row.within ?? WITHIN,
      regard: { subject: row.subject ?? 'self', time: row.time ?? 'now', effort: row.effort === true },
    }))
}

/** What a meaning comes to under a row. */
export function weightOf(row: TextPattern, meaning: Meaning): 'said' | 'ask' | null {
  const kind = row.card === 'self-harm' ? 2 : row.disposition === 'emergency_now' ? 0 : 1
  const weight = WEIGHT[meaning][kind]
  return weight === 'said' && row.asked === true ? 'ask' : weight
}

/** What it costs to pass from one word to the next: nothing, a pause, a "but", or the end of a sentence (only of a fragment). */
function stepCost(layout: Layout, at: number): number {
  const { list, gaps } = layout.tokens
  if (gaps[at] === 2) {
    const lengthOf = (sentence: number | undefined) => layout.lengths[sentence ?? -1] ?? 0
    const least = Math.min(lengthOf(list[at - 1]?.sentence), lengthOf(list[at]?.sentence))
    return least <= FRAGMENT ? PAUSE : Number.POSITIVE_INFINITY
  }
  if (layout.segment[at] !== layout.segment[at - 1]) return PAUSE + 1
  return (gaps[at] ?? 0) > 0 ? PAUSE : 0
}

function distance(layout: Layout, words: readonly Mention[]): number {
  const sorted = [...words].sort((a, b) => a.from - b.from || a.to - b.to)
  let total = 0
  let end = sorted[0]?.to ?? 0
  for (const mention of sorted.slice(1)) {
    for (let at = end + 1; at <= mention.from; at += 1) total += stepCost(layout, at)
    total += Math.max(0, mention.from - end - 1)
    end = Math.max(end, mention.to)
  }
  return total
}

/** The most outspoken of the ways in which the slots of a rule are filled close together. */
function close(rule: Rule, filled: readonly Mention[][], layout: Layout): RuleMatch | null {
  let best: RuleMatch | null = null
  let tried = 0
  const fill = (words: Mention[]): void => {
    if (best?.meaning === 'said' || tried > MOST_COMBINATIONS) return
    const slot = filled[words.length]
    if (slot === undefined) {
      tried += 1
      if (words.length > 1 && distance(layout, words) > rule.within) return
      const meaning = meaningOf(layout, words, rule.regard)
      if (best === null || CALM.indexOf(meaning) < CALM.indexOf(best.meaning))
        best = { row: rule.row, words, meaning, weight: weightOf(rule.row, meaning) }
      return
    }
    for (const mention of slot) {
      const first = words[0]
      // The "blade" of a shoulder blade is no blade.
      if (words.some((word) => word.from <= mention.from && mention.to <= word.to)) continue
      if (first !== undefined && Math.abs(mention.from - first.from) > rule.within + 14) continue
      fill([...words, mention])
    }
  }
  fill([])
  return best
}

/** The same where the slots may stand anywhere in the message: each as outspoken as it is anywhere. */
function anywhere(rule: Rule, filled: readonly Mention[][], layout: Layout): RuleMatch | null {
  const words: Mention[] = []
  let meaning: Meaning = 'said'
  for (const slot of filled) {
    let calmest: [Mention, Meaning] | null = null
    for (const mention of slot) {
      if (words.some((word) => word.from <= mention.to && mention.from <= word.to)) continue
      const of = meaningOf(layout, [mention], rule.regard)
      if (calmest === null || CALM.indexOf(of) < CALM.indexOf(calmest[1])) calmest = [mention, of]
    }
    if (calmest === null) return null
    words.push(calmest[0])
    if (CALM.indexOf(calmest[1]) > CALM.indexOf(meaning)) meaning = calmest[1]
  }
  return { row: rule.row, words, meaning, weight: weightOf(rule.row, meaning) }
}

/** What each slot may be filled with; null as soon as one has nothing, which is so for nearly every rule of a text. */
function filledBy({ slots }: Rule, byConcept: ReadonlyMap<string, readonly Mention[]>): Mention[][] | null {
  const filled: Mention[][] = []
  for (const slot of slots) {
    const found: Mention[] = []
    for (const concept of slot) for (const mention of byConcept.get(concept) ?? NONE) found.push(mention)
    if (found.length === 0) return null
    filled.push(found)
  }
  return filled
}

/** Every rule that matches, with its most outspoken match, gravest first. */
export function matchesOf(rules: readonly Rule[], layout: Layout): RuleMatch[] {
  const byConcept = new Map<string, Mention[]>()
  for (const mention of layout.mentions) {
    const list = byConcept.get(mention.concept)
    if (list) list.push(mention)
    else byConcept.set(mention.concept, [mention])
  }
  const out: RuleMatch[] = []
  for (const rule of rules) {
    const filled = filledBy(rule, byConcept)
    if (filled === null) continue
    const match = rule.row.reach === 'text' ? anywhere(rule, filled, layout) : close(rule, filled, layout)
    if (match !== null && !calledOff(rule, match, layout, byConcept)) out.push(match)
  }
  return out.sort((a, b) => rankOf(b.row.disposition) - rankOf(a.row.disposition))
}

function calledOff(
  rule: Rule,
  { words }: RuleMatch,
  { tokens }: Layout,
  byConcept: ReadonlyMap<string, readonly Mention[]>,
): boolean {
  const sentences = new Set(words.map((word) => tokens.list[word.from]?.sentence))
  return rule.unless.some((concept) =>
    byConcept
      .get(concept)
      ?.some((m) => rule.row.reach === 'text' || sentences.has(tokens.list[m.from]?.sentence)),
  )
}
