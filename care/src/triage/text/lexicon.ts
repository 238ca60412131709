import type { TextConcept } from '../red-flag.ts'
import { formsOf, withoutClitics } from './inflect.ts'
import { spellingOf, type Spelling } from './spelling.ts'
import type { Tokens } from './tokens.ts'

/** A concept found in a text: words `from` to `to` (inclusive). */
export type Mention = { concept: string; from: number; to: number }

type Node = {
  next: Map<string, Node>
  stems: [string, Node][]
  /** Where a choice of words comes together again ("a|b|c d"), so that long choices cost their sum and not their product. */
  joins: Map<string, Node>
  ids: string[]
}

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

const node = (): Node => ({ next: new Map(), stems: [], joins: new Map(), ids: [] })

/**
 * `a, b c, d|e f` as phrases, each of parts with their choices of words: `d|e` is either word, `(g h|i)` either phrase, `stem*` any
 * ending, `~verb` any form of it, `@name` the phrases of another entry.
 */
type Part = { key: string; choices: string[][] }
type Macros = ReadonlyMap<string, string[][]>

function phrasesOf(forms: string, macros: Macros): Part[][] {
  return forms
    .split(',')
    .map((form) =>
      (form.match(/\([^)]*\)|[^\s()]+/g) ?? [])
        .map((part) => ({ key: part, choices: choicesOf(part, macros) }))
        .filter(({ choices }) => choices.length > 0),
    )
    .filter((parts) => parts.length > 0)
}

function choicesOf(part: string, macros: Macros): string[][] {
  return part
    .replace(/[()]/g, '')
    .split('|')
    .flatMap((choice) =>
      choice.startsWith('@') ? (macros.get(choice) ?? []) : [choice.split(' ').filter((word) => word !== '')],
    )
    .filter((words) => words.length > 0)
}

/** The phrases of a macro written out, each word by word. */
const writtenOut = (parts: readonly Part[]): string[][] =>
  parts.reduce<string[][]>(
    (made, { choices }) => made.flatMap((words) => choices.map((choice) => [...words, ...choice])),
    [[]],
  )

function grow(root: Node, parts: readonly Part[], id: string): void {
  let at = root
  for (const [n, { key, choices }] of parts.entries()) {
    const ends = choices.map((words) => words.reduce(below, at))
    const only = ends[0]
    if (n === parts.length - 1) for (const end of ends) if (!end.ids.includes(id)) end.ids.push(id)
    if (ends.length === 1 && only !== undefined) {
      at = only
      continue
    }
    const name = `${key} ${nodeNumber(at)}`
    const join = ends[0]?.joins.get(name) ?? node()
    for (const end of ends) end.joins.set(name, join)
    at = join
  }
}

const below = (at: Node, word: string): Node =>
  word.endsWith('*') ? stemOf(at, word.slice(0, -1)) : wordOf(at, word)

/** A number for each place from which a choice starts: the same words from elsewhere come together elsewhere. */
const numbers = new WeakMap<Node, number>()
let lastNumber = 0
function nodeNumber(at: Node): number {
  const known = numbers.get(at)
  if (known !== undefined) return known
  lastNumber += 1
  numbers.set(at, lastNumber)
  return lastNumber
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
    if (id.startsWith('@'))
      macros.set(id, [...(macros.get(id) ?? []), ...phrasesOf(forms, macros).flatMap(writtenOut)])
  const root = node()
  const words = new Set<string>()
  const fillers = new Set<string>()
  const kept = new Set<string>()
  const readAs = new Map<string, string>()
  const verbs = new Map<string, string[]>()
  for (const { id, forms } of own) {
    if (id.startsWith('@')) continue
    if (id.startsWith('=')) {
      for (const [part] of phrasesOf(forms, macros))
        for (const [word] of part?.choices ?? []) if (word !== undefined) readAs.set(word, id.slice(1))
      continue
    }
    for (const parts of phrasesOf(forms, macros)) {
      for (const word of parts.flatMap(({ choices }) => choices.flat())) {
        if (!word.startsWith('~')) words.add(word)
        else if (!verbs.has(word)) {
          verbs.set(word, [])
          for (const form of formsOf(word.slice(1), lang)) {
            verbs.set(form, [...(verbs.get(form) ?? []), word])
            kept.add(form)
          }
        }
      }
      const firsts = parts[0]?.choices.map(([word]) => word ?? '') ?? []
      if (id === 'cue.filler') for (const word of firsts) fillers.add(word)
      else if (id === 'cue.word') for (const word of firsts) kept.add(word)
      else grow(root, parts, id)
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
  const verbs = words.map(
    (word) => lexicon.verbs.get(word) ?? lexicon.verbs.get(withoutClitics(word)) ?? NO_VERBS,
  )
  const stems = buckets.get(lexicon.root)
  // A phrase ends with the sentence, and "no, I sleep" is no "no sleep".
  const parted = (at: number): boolean =>
    (tokens.gaps[at] ?? 0) > 1 || ((tokens.gaps[at] ?? 0) > 0 && SHORT_NO.has(words[at - 1] ?? ''))
  const onward = (at: Node, from: number, next: number, skipped: number, word: string): void => {
    const exact = at.next.get(word)
    if (exact) walk(exact, from, next + 1, skipped)
    for (const verb of verbs[next] ?? NO_VERBS) {
      const form = at.next.get(verb)
      if (form) walk(form, from, next + 1, skipped)
    }
    const list = at === lexicon.root ? (stems?.get(word.slice(0, 2)) ?? []) : at.stems
    for (const [stem, end] of list) if (word.startsWith(stem)) walk(end, from, next + 1, skipped)
    for (const join of at.joins.values()) onward(join, from, next, skipped, word)
  }
  const walk = (at: Node, from: number, next: number, skipped: number): void => {
    for (const concept of at.ids) found.set(`${concept} ${from} ${next - 1}`, { concept, from, to: next - 1 })
    const word = words[next]
    if (word === undefined || (next > from && parted(next))) return
    onward(at, from, next, skipped, word)
    if (next > from && skipped < MOST_FILLERS && lexicon.fillers.has(word) && deeper(at))
      skip(at, from, next + 1, skipped + 1)
  }
  const skip = (at: Node, from: number, next: number, skipped: number): void => {
    const word = words[next]
    if (word === undefined || parted(next)) return
    onward(at, from, next, skipped, word)
    if (skipped < MOST_FILLERS && lexicon.fillers.has(word)) skip(at, from, next + 1, skipped + 1)
  }
  for (let from = 0; from < words.length; from += 1) walk(lexicon.root, from, from, 0)
  return [...found.values()]
}

const deeper = (at: Node): boolean => at.next.size > 0 || at.stems.length > 0 || at.joins.size > 0
