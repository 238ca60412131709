import { languagesOf, SCREENED_LANGUAGES } from '../language.ts'
import { mendedText, type NormalText, plainText } from '../normal-text.ts'
import type { RedFlagTable, TextConcept, TextPattern } from '../red-flag.ts'
import { lexiconOf, type Lexicon, type Mention, mentionsIn } from './lexicon.ts'
import { matchesOf, type Rule, type RuleMatch, rulesOf } from './rules.ts'
import { layoutOf, type Layout } from './scope.ts'
import { type Tokens, tokensOf } from './tokens.ts'
import { conversation } from './turns.ts'

/** A text as the grammar reads it: laid out, with every rule that matches. */
export type Reading = { text: NormalText; layout: Layout; matches: RuleMatch[] }

/** Lexicons and rules are made once from the lists of the content that they come from. */
const lexicons = new WeakMap<readonly TextConcept[], Map<string, Lexicon>>()
const ruleLists = new WeakMap<readonly TextPattern[], Rule[]>()
const NONE: readonly TextConcept[] = []

function lexiconFor(concepts: readonly TextConcept[], lang: string): Lexicon {
  const made = lexicons.get(concepts) ?? new Map<string, Lexicon>()
  lexicons.set(concepts, made)
  const lexicon = made.get(lang) ?? lexiconOf(concepts, lang)
  made.set(lang, lexicon)
  return lexicon
}

function rulesFor(patterns: readonly TextPattern[]): Rule[] {
  const made = ruleLists.get(patterns) ?? rulesOf(patterns)
  ruleLists.set(patterns, made)
  return made
}

/** What a text comes to as a whole: with what was said before it (`whole`), the languages it is in (none: it cannot be read), its reading. */
export type Read = { whole: string; languages: string[]; reading: Reading }

/** Reads a text, with what was said before it, in all of its languages at once: what is mentioned, how it is meant, and which rules match. `keeps`: which mentions count (for training). */
export function readText(
  written: string,
  table: Pick<RedFlagTable, 'patterns' | 'concepts'>,
  lang: string,
  turns: readonly string[] = [],
  keeps: (mention: Mention, tokens: Tokens) => boolean = () => true,
): Read {
  const whole = turns.length === 0 ? written : conversation(turns, written)
  const plain = plainText(whole)
  const languages = languagesOf(plain.text, lang)
  const text = mendedText(plain)
  const tokens = tokensOf(text)
  const concepts = table.concepts ?? NONE
  const read = languages.length > 0 ? languages : SCREENED_LANGUAGES
  const used = read.map((name) => lexiconFor(concepts, name))
  const mentions = used.flatMap((own) =>
    mentionsIn(
      tokens,
      own,
      used.filter((other) => other !== own),
    ),
  )
  const layout = layoutOf(
    tokens,
    mentions.filter((mention) => keeps(mention, tokens)),
  )
  return { whole, languages, reading: { text, layout, matches: matchesOf(rulesFor(table.patterns), layout) } }
}
