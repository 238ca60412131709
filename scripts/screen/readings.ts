import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import {
  type Features,
  featuresOf,
  floorMatches,
  type Mention,
  type Read,
  readText,
  type TextConcept,
  type TextPattern,
  type Tokens,
} from '@dorsal/care'
import type { CorpusRow } from './corpus.ts'

type Weight = 'said' | 'ask' | null

/**
 * What the grammar makes of a text: `emergency` and `lower` by its concept rules of either kind, `alone` where what it found needs no second
 * opinion; and what the classifier sees.
 */
export type View = { emergency: Weight; lower: Weight; alone: Weight; features: Features }

/** A text read twice: with all lists, and as if its style were new to them. */
export type ReadRow = CorpusRow & { known: View; unseen: View }

/** The lists are read by themselves: a model of another form must not keep the next one from being made. */
function listOf<T>(folder: string): T[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as T[])
}

function viewOf({ reading }: Read, patterns: readonly TextPattern[]): View {
  const { text, layout, matches } = reading
  const of = (list: typeof matches): Weight =>
    list.some(({ weight }) => weight === 'said')
      ? 'said'
      : list.some(({ weight }) => weight === 'ask')
        ? 'ask'
        : null
  const grave = (match: (typeof matches)[number]) => match.row.disposition === 'emergency_now'
  return {
    emergency: of(matches.filter(grave)),
    lower: of(matches.filter((match) => !grave(match))),
    alone: of([
      ...matches.filter(({ row }) => row.card === 'self-harm'),
      ...floorMatches(text.text, layout, patterns),
    ]),
    features: featuresOf(reading),
  }
}

/**
 * Reads the corpus with the lists of `data`. The lists were written by people who knew the corpus, so a style of the corpus flatters them;
 * `unseen` leaves out each phrase that only the style of the text itself uses.
 */
export function readingsOf(rows: readonly CorpusRow[], data: string): ReadRow[] {
  const table = {
    patterns: listOf<TextPattern>(path.join(data, 'patterns')),
    concepts: listOf<TextConcept>(path.join(data, 'concepts')),
  }
  const styles = new Map<string, Set<string>>()
  const phrase = ({ concept, from, to }: Mention, { list }: Tokens): string =>
    [concept, ...list.slice(from, to + 1).map(({ word }) => word)].join(' ')
  const known = rows.map(({ text, lang, turns, style }) => {
    const note = (mention: Mention, tokens: Tokens): boolean => {
      const key = phrase(mention, tokens)
      styles.set(key, (styles.get(key) ?? new Set()).add(style))
      return true
    }
    return viewOf(readText(text, table, lang, turns, note), table.patterns)
  })
  const common = (mention: Mention, tokens: Tokens): boolean =>
    (styles.get(phrase(mention, tokens))?.size ?? 0) > 1
  return rows.map((row, i) => {
    const unseen = viewOf(readText(row.text, table, row.lang, row.turns, common), table.patterns)
    return { ...row, known: known[i] ?? unseen, unseen }
  })
}
