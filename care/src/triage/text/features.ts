import type { Reading } from './grammar.ts'

/** What the classifier sees of a text: hashes of features, each with its share. */
export type Features = { hashes: Uint32Array; values: Float32Array }

/**
 * How much each kind of feature weighs together, whatever the length of the text: what is written (words, pairs of neighbours, letter groups
 * within words, beginnings of words, which carry over between languages and endings), and what the grammar found in it.
 */
const SHARE = {
  word: 1,
  pair: 0.8,
  letters: 1,
  start: 0.7,
  starts: 0.7,
  concept: 1.4,
  together: 0.8,
  rule: 1.2,
  cue: 0.7,
} as const
type Kind = keyof typeof SHARE
const KINDS = Object.keys(SHARE) as Kind[]

const FNV = 16777619
const START = 2166136261

function run(start: number, text: string, from: number, to: number): number {
  let hash = start
  for (let i = from; i < to; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), FNV)
  return hash
}

/** Each kind of feature begins its hashes in its own way. */
const STARTS: Readonly<Record<string, number>> = Object.fromEntries(
  KINDS.map((kind) => [kind, run(START, kind, 0, kind.length)]),
)

/** The hash of a part of a text as a kind of feature. */
function hashOf(kind: Kind, text: string, from: number, to: number): number {
  let hash = run(STARTS[kind] ?? START, text, from, to)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

const SHORTEST_GRAM = 3
const LONGEST_GRAM = 5
const LONG_START = 5
const SHORT_START = 4
const MOST_WORDS = 400
/** Of one sentence so many concepts are seen together. */
const MOST_TOGETHER = 12

type Add = (kind: Kind, text: string, from?: number, to?: number) => void

function addWords(words: readonly string[], add: Add): void {
  for (const [i, word] of words.entries()) {
    const before = words[i - 1] ?? ''
    add('word', word)
    add('pair', `${before} ${word}`)
    add('start', word, 0, Math.min(LONG_START, word.length))
    add('starts', `${before.slice(0, SHORT_START)} ${word.slice(0, SHORT_START)}`)
    const padded = `_${word}_`
    for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size += 1)
      for (let at = 0; at + size <= padded.length; at += 1) add('letters', padded, at, at + size)
  }
}

/** Concepts with how they are denied, concepts that stand in one sentence, rules with what they come to, and cues of denial, time and person. */
function addGrammar({ layout, matches }: Reading, add: Add): void {
  const bySentence = new Map<number, string[]>()
  for (const { concept, from } of layout.mentions) {
    if (concept.startsWith('cue.')) {
      add('cue', concept)
      continue
    }
    add('concept', concept)
    const denial = layout.denial[from]
    if (denial !== undefined) add('concept', `${concept} ${denial}`)
    const sentence = layout.tokens.list[from]?.sentence ?? 0
    const list = bySentence.get(sentence) ?? []
    if (list.length < MOST_TOGETHER && !list.includes(concept)) list.push(concept)
    bySentence.set(sentence, list)
  }
  for (const list of bySentence.values())
    for (const a of list) for (const b of list) if (a < b) add('together', `${a} ${b}`)
  for (const { row, meaning, weight } of matches) {
    add('rule', `${row.id} ${weight ?? 'none'}`)
    add('rule', `${row.disposition} ${weight ?? 'none'}`)
    add('rule', meaning)
  }
}

/** The features of a text as the grammar reads it. */
export function featuresOf(reading: Reading): Features {
  const sets = new Map(KINDS.map((kind) => [kind, new Set<number>()]))
  const add: Add = (kind, text, from = 0, to = text.length) =>
    sets.get(kind)?.add(hashOf(kind, text, from, to))
  addWords(
    reading.layout.tokens.list.slice(0, MOST_WORDS).map(({ word }) => word),
    add,
  )
  addGrammar(reading, add)
  let size = 0
  for (const set of sets.values()) size += set.size
  const hashes = new Uint32Array(size)
  const values = new Float32Array(size)
  let at = 0
  for (const [kind, set] of sets) {
    const value = SHARE[kind] / Math.sqrt(set.size)
    for (const hash of set) {
      hashes[at] = hash
      values[at] = value
      at += 1
    }
  }
  return { hashes, values }
}
