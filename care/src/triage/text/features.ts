import type { Reading } from './grammar.ts'

/** Features: hashes, each with its share. */
export type Features = { hashes: Uint32Array; values: Float32Array }

/** What the classifier sees of a text: what is written, and apart from it what the grammar found, so that neither hides the other. */
export type SeenText = { words: Features; grammar: Features }

/** How much each kind of feature weighs together, whatever the length of the text. */
const SHARE = { word: 1, pair: 0.8, letters: 1, concept: 1.4, together: 0.8, rule: 1.2, cue: 0.7 } as const
type Kind = keyof typeof SHARE

const FNV = 16777619
const START = 2166136261

function hashOf(kind: string, text: string): number {
  let hash = START
  for (let i = 0; i < kind.length; i += 1) hash = Math.imul(hash ^ kind.charCodeAt(i), FNV)
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), FNV)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

const SHORTEST_GRAM = 3
const LONGEST_GRAM = 5
const MOST_WORDS = 400

/**
 * The features of a text: words, pairs of neighbours, letter groups within words, what the grammar found (concepts with how they are
 * meant, concepts that stand together, rules) and the cues of denial, time and person.
 */
export function featuresOf({ layout, matches }: Reading): SeenText {
  const sets = new Map<Kind, Set<number>>()
  const add = (kind: Kind, text: string) => {
    const set = sets.get(kind) ?? new Set<number>()
    set.add(hashOf(kind, text))
    sets.set(kind, set)
  }
  const list = layout.tokens.list.slice(0, MOST_WORDS)
  for (const [i, { word }] of list.entries()) {
    add('word', word)
    add('pair', `${list[i - 1]?.word ?? ''} ${word}`)
    const padded = `_${word}_`
    for (let size = SHORTEST_GRAM; size <= LONGEST_GRAM; size += 1)
      for (let at = 0; at + size <= padded.length; at += 1) add('letters', padded.slice(at, at + size))
  }
  const words = flat(sets)
  sets.clear()
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
    if (list.length < 12 && !list.includes(concept)) list.push(concept)
    bySentence.set(sentence, list)
  }
  for (const list of bySentence.values())
    for (const a of list) for (const b of list) if (a < b) add('together', `${a} ${b}`)
  for (const { row, meaning, weight } of matches) {
    add('rule', `${row.id} ${weight ?? 'none'}`)
    add('rule', `${row.disposition} ${weight ?? 'none'}`)
    add('rule', meaning)
  }
  return { words, grammar: flat(sets) }
}

function flat(sets: ReadonlyMap<Kind, ReadonlySet<number>>): Features {
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
