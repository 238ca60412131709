import type { TextConcept } from '../red-flag.ts'
import { formsOf, withoutClitics } from './inflect.ts'
import { spellingOf, type Spelling } from './spelling.ts'
import type { Tokens } from './tokens.ts'

/** A concept found in a text: words `from` to `to` (inclusive). */
export type Mention = { concept: string; from: number; to: number }

type Node = { next: Map<string, Node>; stems: [string, Node][]; ids: string[] }

/** The phrases of one language, ready to be found; `verbs` are the verbs (`~sentir`) that a word may be a form of. */
export type Lexicon = {
  root: Node
  fillers: ReadonlySet<string>
  verbs: ReadonlyMap<string, readonly string[]>
  spelling: Spelling
}

const NO_VERBS: readonly string[] = []

const SHORT_NO: ReadonlySet<string> = new Set(['no', 'not', 'nao', 'never', 'nunca', 'nem', 'ni'])

const MOST_FILLERS = 3

const node = (): Node => ({ next: new Map(), stems: [], ids: [] })

/**
 * `a, b c, d|e f` as phrases of words: `d|e` is either word, `(g h|i)` either phrase, `stem*` any ending, `~verb` any form of it,
 * `@name` the phrases of another entry.
 */
function phrasesOf(forms: string, macros: ReadonlyMap<string, string[][]>): string[][] {
  return forms
    .split(',')
    .flatMap((form) =>
      (form.match(/\([^)]*\)|[^\s()]+/g) ?? []).reduce<string[][]>(
        (made, part) => made.flatMap((words) => choices(part, macros).map((choice) => [...words, ...choice])),
        [[]],
      ),
    )
    .filter((words) => words.length > 0)
}

function choices(part: string, macros: ReadonlyMap<string, string[][]>): string[][] {
  return part
    .replace(/[()]/g, '')
    .split('|')
    .flatMap((choice) =>
      choice.startsWith('@') ? (macros.get(choice) ?? []) : [choice.split(' ').filter((word) => word !== '')],
    )
}

function grow(root: Node, words: readonly string[], id: string): void {
  let at = root
  for (const word of words) at = word.endsWith('*') ? stemOf(at, word.slice(0, -1)) : wordOf(at, word)
  if (!at.ids.includes(id)) at.ids.push(id)
}

function wordOf(at: Node, word: string): Node {
  const known = at.next.get(word) ?? node()
  at.next.set(word, known)
  return known
}

function stemOf(at: Node, stem: string): Node {
  const known = at.stems.find(([text]) => text === stem)?.[1]
  if (known) return known
  const made = node()
  at.stems.push([stem, made])
  return made
}

/**
 * The lexicon of one language out of all concepts. Entries whose id begins with `@` only stand in for others, those with `=` name
 * the word as which others are read ("xq" as "porque").
 */
export function lexiconOf(concepts: readonly TextConcept[], lang: string): Lexicon {
  const own = concepts.filter((concept) => concept.lang === lang)
  const macros = new Map<string, string[][]>()
  for (const { id, forms } of own)
    if (id.startsWith('@')) macros.set(id, [...(macros.get(id) ?? []), ...phrasesOf(forms, macros)])
  const root = node()
  const words = new Set<string>()
  const fillers = new Set<string>()
  const kept = new Set<string>()
  const readAs = new Map<string, string>()
  const verbs = new Map<string, string[]>()
  for (const { id, forms } of own) {
    if (id.startsWith('@')) continue
    if (id.startsWith('=')) {
      for (const [word] of phrasesOf(forms, macros)) if (word !== undefined) readAs.set(word, id.slice(1))
      continue
    }
    for (const phrase of phrasesOf(forms, macros)) {
      for (const word of phrase) {
        if (!word.startsWith('~')) words.add(word)
        else if (!verbs.has(word)) {
          verbs.set(word, [])
          for (const form of formsOf(word.slice(1), lang)) {
            verbs.set(form, [...(verbs.get(form) ?? []), word])
            kept.add(form)
          }
        }
      }
      if (id === 'cue.filler') fillers.add(phrase[0] ?? '')
      else if (id === 'cue.word') kept.add(phrase[0] ?? '')
      else grow(root, phrase, id)
    }
  }
  bucket(root)
  return { root, fillers, verbs, spelling: spellingOf(words, kept, readAs, lang) }
}

/** Long stem lists of the first word are looked up by their first two letters. */
const buckets = new WeakMap<Node, Map<string, [string, Node][]>>()

function bucket(root: Node): void {
  const made = new Map<string, [string, Node][]>()
  for (const entry of root.stems) {
    const key = entry[0].slice(0, 2)
    made.set(key, [...(made.get(key) ?? []), entry])
  }
  buckets.set(root, made)
}

/** Every concept of a lexicon in a text; words that are in no list (of `others` neither) are read as the word they were likely meant to be. */
export function mentionsIn(tokens: Tokens, lexicon: Lexicon, others: readonly Lexicon[] = []): Mention[] {
  const found = new Map<string, Mention>()
  const words = tokens.list.map(({ word }) =>
    others.some(({ spelling }) => spelling.knows(word)) ? word : lexicon.spelling.mend(word),
  )
  const verbs = words.map((word) => lexicon.verbs.get(word) ?? lexicon.verbs.get(withoutClitics(word)) ?? NO_VERBS)
  const stems = buckets.get(lexicon.root)
  // A phrase ends with the sentence, and "no, I sleep" is no "no sleep".
  const parted = (at: number): boolean =>
    (tokens.gaps[at] ?? 0) > 1 || ((tokens.gaps[at] ?? 0) > 0 && SHORT_NO.has(words[at - 1] ?? ''))
  const walk = (at: Node, from: number, next: number, skipped: number): void => {
    for (const concept of at.ids) found.set(`${concept} ${from} ${next - 1}`, { concept, from, to: next - 1 })
    const word = words[next]
    if (word === undefined || (next > from && parted(next))) return
    const exact = at.next.get(word)
    if (exact) walk(exact, from, next + 1, skipped)
    for (const verb of verbs[next] ?? NO_VERBS) {
      const form = at.next.get(verb)
      if (form) walk(form, from, next + 1, skipped)
    }
    const list = next === from ? (stems?.get(word.slice(0, 2)) ?? []) : at.stems
    for (const [stem, below] of list) if (word.startsWith(stem)) walk(below, from, next + 1, skipped)
    if (next > from && skipped < MOST_FILLERS && lexicon.fillers.has(word) && deeper(at))
      skip(at, from, next + 1, skipped + 1)
  }
  const skip = (at: Node, from: number, next: number, skipped: number): void => {
    const word = words[next]
    if (word === undefined || parted(next)) return
    const exact = at.next.get(word)
    if (exact) walk(exact, from, next + 1, skipped)
    for (const verb of verbs[next] ?? NO_VERBS) {
      const form = at.next.get(verb)
      if (form) walk(form, from, next + 1, skipped)
    }
    for (const [stem, below] of at.stems) if (word.startsWith(stem)) walk(below, from, next + 1, skipped)
    if (skipped < MOST_FILLERS && lexicon.fillers.has(word)) skip(at, from, next + 1, skipped + 1)
  }
  for (let from = 0; from < words.length; from += 1) walk(lexicon.root, from, from, 0)
  return [...found.values()]
}

const deeper = (at: Node): boolean => at.next.size > 0 || at.stems.length > 0
