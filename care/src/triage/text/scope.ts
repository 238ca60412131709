import { type Denial, denialIn } from './denial.ts'
import type { Mention } from './lexicon.ts'
import type { Tokens } from './tokens.ts'

/**
 * How a danger word is meant. `said`: now, of oneself. `unsure`: perhaps denied. `over`: long ago, or past and settled. `general`:
 * a question about anybody, `idle` one out of curiosity. `eased`: after effort, and passing as it should.
 */
export type Meaning =
  | 'said'
  | 'unsure'
  | 'effort'
  | 'feared'
  | 'past'
  | 'other-now'
  | 'general'
  | 'idle'
  | 'eased'
  | 'other'
  | 'over'
  | 'denied'

/** What a rule lets pass: `any` subject or time is meant by it; `effort` may explain it. */
export type Regard = { subject: 'self' | 'any'; time: 'now' | 'any'; effort: boolean }

/** A text laid out for reading: which cues stand where, and the part of the sentence (since the last "but") of each word. */
export type Layout = {
  tokens: Tokens
  segment: number[]
  /** Words in each sentence. */
  lengths: readonly number[]
  cues: ReadonlyMap<string, readonly Mention[]>
  mentions: readonly Mention[]
  denial: readonly Denial[]
  /** Where the "no" stands that denies a word. */
  deniedBy: readonly number[]
}

/** What can be felt or not: after "I don't feel" these are denied. */
const FELT: ReadonlySet<string> = new Set(['pain', 'tingle', 'numb', 'weak', 'pressure', 'fever', 'chills'])

/** Phrases that leave the "no" inside them what it is. */
const OPEN: ReadonlySet<string> = new Set([
  'cue.none',
  'cue.sense',
  'cue.real',
  'cue.resolved',
  'cue.idle',
  // "Never had" stands in them; where it says "never one like this", `cue.pseudo` knows it.
  'first-pain',
  'severe',
])
/** Words that only mean something beside others: their own "no" still denies what it stands before ("no quiero" in "no quiero morir"). */
const LOOSE: ReadonlySet<string> = new Set([
  'tired-word',
  'fail-word',
  'unfelt',
  'nothing-out',
  'wont-word',
  'sense-gone',
  'misstep',
  'wrong-word',
  'no-point',
])

/** Cues of a present that "never came back" or "fine now" turn into a past. */
const NOW: ReadonlySet<string> = new Set(['cue.present', 'cue.again'])

const inside = (a: Mention, b: Mention): boolean =>
  a !== b && a.from >= b.from && a.to <= b.to && a.to - a.from < b.to - b.from

/** Words inside an idiom mean nothing by themselves, and a cue that is part of a longer phrase ("no" in "no feeling") is none. */
function kept(all: readonly Mention[]): Mention[] {
  const idioms = all.filter((mention) => mention.concept === 'idiom')
  const outside = all
    .filter(
      (m) =>
        m.concept === 'idiom' ||
        !idioms.some((idiom) => m.from <= idiom.to && idiom.from <= m.to && !inside(idiom, m)),
    )
    .filter((m, _, left) => !(m.concept === 'numb' && senseless(m, left)))
  // What a cue may be a part of: a danger phrase, a phrase that denies nothing, a person; but not another cue of the same words.
  const long = outside.filter((m) => m.to > m.from && !OPEN.has(m.concept))
  return outside.filter((m) => {
    if (!m.concept.startsWith('cue.')) return true
    if (NOW.has(m.concept) && outside.some((other) => other.concept === 'cue.resolved' && inside(m, other)))
      return false
    const around = long.filter(
      (other) => inside(m, other) && !(m.concept === 'cue.denial' && LOOSE.has(other.concept)),
    )
    return m.concept === 'cue.self' || m.concept === 'cue.link'
      ? !around.some((other) => other.concept === 'cue.other')
      : around.length === 0
  })
}

/** "I don't feel any tingling": no numbness but a plain denial. */
function senseless(m: Mention, all: readonly Mention[]): boolean {
  if (!all.some((cue) => cue.concept === 'cue.sense' && cue.from === m.from)) return false
  return all.some((next) => FELT.has(next.concept) && next.from > m.to && next.from <= m.to + 3)
}

/** Lays out a text: cues by kind, sentence parts, and what is denied. */
export function layoutOf(tokens: Tokens, found: readonly Mention[]): Layout {
  const mentions = kept(found)
  const cues = new Map<string, Mention[]>()
  for (const mention of mentions) {
    if (!mention.concept.startsWith('cue.')) continue
    const list = cues.get(mention.concept) ?? []
    list.push(mention)
    cues.set(mention.concept, list)
  }
  const turns = new Set((cues.get('cue.turn') ?? []).map((cue) => cue.from))
  let part = 0
  const segment = tokens.list.map((_, i) => {
    if (i > 0 && (tokens.gaps[i] === 2 || turns.has(i))) part += 1
    return part
  })
  const lengths: number[] = []
  for (const { sentence } of tokens.list) lengths[sentence] = (lengths[sentence] ?? 0) + 1
  const { denial, deniedBy } = denialIn(tokens, segment, cues)
  return { tokens, segment, lengths, cues, mentions, denial, deniedBy }
}

const of = (layout: Layout, cue: string): readonly Mention[] => layout.cues.get(cue) ?? []
const sentenceAt = (layout: Layout, at: number): number => layout.tokens.list[at]?.sentence ?? 0

function inSegment(layout: Layout, cue: string, segment: number): boolean {
  return of(layout, cue).some((mention) => layout.segment[mention.from] === segment)
}

function inSentences(layout: Layout, cue: string, from: number, to: number): boolean {
  return of(layout, cue).some((mention) => {
    const at = sentenceAt(layout, mention.from)
    return at >= from && at <= to
  })
}

function lastBefore(layout: Layout, cue: string, sentence: number, until: number): number {
  let last = -1
  for (const mention of of(layout, cue))
    if (mention.from <= until && sentenceAt(layout, mention.from) === sentence)
      last = Math.max(last, mention.to)
  return last
}

/** Whom a sentence part is about: the last one named before its end; those who only tell something are no subject. */
function otherIn(layout: Layout, sentence: number, until: number): boolean | null {
  const self = lastBefore(layout, 'cue.self', sentence, until)
  const others = of(layout, 'cue.other').filter(
    (mention) =>
      mention.from <= until &&
      sentenceAt(layout, mention.from) === sentence &&
      !of(layout, 'cue.tells').some((tells) => tells.from > mention.to && tells.from <= mention.to + 2),
  )
  const other = others.at(-1)?.to ?? -1
  return self < 0 && other < 0 ? null : other > self
}

/**
 * Words that a leaflet, a film or a song says: in quotation marks, or after "the app said"; the person's own again after a pause or
 * "and" with "I".
 */
function quotedAt(layout: Layout, match: Mention): Meaning {
  const { tokens, segment } = layout
  const sentence = sentenceAt(layout, match.from)
  if (tokens.quoted[match.from])
    return inSentences(layout, 'cue.source', sentence - 1, sentence + 1) ? 'other' : 'unsure'
  const source = of(layout, 'cue.source')
    .filter((m) => m.to < match.from && segment[m.from] === segment[match.from])
    .at(-1)
  if (source === undefined) return 'said'
  const own = of(layout, 'cue.self').some(
    (m) =>
      m.from > source.to &&
      m.from <= match.from &&
      ((tokens.gaps[m.from] ?? 0) > 0 || of(layout, 'cue.and').some((and) => and.to === m.from - 1)),
  )
  return own ? 'said' : 'other'
}

function subjectOf(layout: Layout, match: Mention, until: number): Meaning {
  // "It isn't a story, the woman is me" turns everything told before into the person's own.
  if (of(layout, 'cue.mine').length > 0) return 'said'
  const quoted = quotedAt(layout, match)
  if (quoted !== 'said') return quoted
  const sentence = sentenceAt(layout, match.from)
  const here = otherIn(layout, sentence, until)
  if (here === false) return 'said'
  const other = here ?? (sentence > 0 && otherIn(layout, sentence - 1, layout.tokens.list.length) === true)
  if (!other) return 'said'
  // Somebody else who is in good hands already needs no question from us.
  const cared = inSentences(layout, 'cue.cared', 0, 999)
  const now =
    !cared &&
    (inSentences(layout, 'cue.present', sentence, sentence + 1) || inSentences(layout, 'cue.help', 0, 999))
  return (here === null && !cared) || now ? 'other-now' : 'other'
}

function timeOf(layout: Layout, match: Mention): Meaning {
  const segment = layout.segment[match.from] ?? 0
  const sentence = sentenceAt(layout, match.from)
  if (inSegment(layout, 'cue.present', segment)) return 'said'
  const long = inSegment(layout, 'cue.past', segment) || inSentences(layout, 'cue.past', sentence, sentence)
  const carried = !long && sentence > 0 && inSentences(layout, 'cue.past', sentence - 1, sentence - 1)
  const settled = inSentences(layout, 'cue.resolved', sentence, sentence + 1)
  if (long) {
    if (inSentences(layout, 'cue.again', sentence, 999)) return 'past'
    return settled || !inSentences(layout, 'cue.present', sentence, 999) ? 'over' : 'past'
  }
  if (carried) return settled ? 'over' : inSentences(layout, 'cue.present', sentence, 999) ? 'said' : 'past'
  return settled ? 'past' : 'said'
}

/** "Why do you ask about suicide?", "can a heart attack hurt in the back?": a question that the person is not in. */
function curious(layout: Layout, sentence: number): boolean {
  const { list, marks } = layout.tokens
  const first = list.findIndex((token) => token.sentence === sentence)
  const after = first + (layout.lengths[sentence] ?? 0)
  return (
    (marks[after] ?? '').includes('?') &&
    of(layout, 'cue.ask').some(({ from }) => from >= first && from <= first + 1) &&
    !inSentences(layout, 'cue.self', sentence, sentence) &&
    !inSentences(layout, 'cue.present', sentence, sentence)
  )
}

/** "I thought it was blood, but it was the beetroot." */
function mistaken(layout: Layout, match: Mention): boolean {
  const sentence = sentenceAt(layout, match.from)
  const thought = of(layout, 'cue.mistake').some(
    (m) => m.from <= match.from && sentenceAt(layout, m.from) === sentence,
  )
  return (
    thought &&
    of(layout, 'cue.reveal').some(
      (m) => m.from > match.from && m.from <= match.from + 12 && sentenceAt(layout, m.from) <= sentence + 1,
    )
  )
}

function doubtOf(layout: Layout, match: Mention): Meaning {
  const segment = layout.segment[match.from] ?? 0
  if (mistaken(layout, match)) return 'denied'
  if (curious(layout, sentenceAt(layout, match.from))) return 'idle'
  const before = (cue: string) =>
    of(layout, cue)
      .filter((m) => m.from <= match.from && layout.segment[m.from] === segment)
      .at(-1)?.to ?? -1
  const real = before('cue.real')
  const asked = before('cue.if')
  const paused = real > asked && layout.tokens.gaps.slice(asked + 1, real + 1).some((gap) => gap > 0)
  if (asked >= 0 && !paused)
    return inSentences(layout, 'cue.idle', 0, 999) || !inSentences(layout, 'cue.present', 0, 999)
      ? 'idle'
      : 'general'
  return before('cue.fear') > real ? 'feared' : 'said'
}

function effortOf(layout: Layout, match: Mention): Meaning {
  const sentence = sentenceAt(layout, match.from)
  if (!inSentences(layout, 'cue.effort', sentence - 1, sentence + 1)) return 'said'
  return inSentences(layout, 'cue.easy', 0, 999) ? 'eased' : 'effort'
}

/** What a match that stands on these words means; `words` in the order of the rule, the last is what is felt. */
export function meaningOf(layout: Layout, words: readonly Mention[], regard: Regard): Meaning {
  const head = words.at(-1)
  if (head === undefined) return 'said'
  const own = (at: number): boolean =>
    words.some((word) => {
      const by = layout.deniedBy[at] ?? -1
      return LOOSE.has(word.concept) && word.from <= by && by <= word.to
    })
  const denial = own(head.to) ? undefined : layout.denial[head.to]
  if (denial === 'no') return 'denied'
  if (regard.subject === 'self') {
    const until = Math.max(...words.map((word) => word.to))
    const subject = subjectOf(layout, head, until)
    if (subject !== 'said') return subject
    if (words.some((word) => otherIn(layout, sentenceAt(layout, word.from), word.to) === true))
      return 'other-now'
  }
  if (regard.time === 'now') {
    const time = timeOf(layout, head)
    if (time !== 'said') return time
  }
  const doubt = doubtOf(layout, head)
  if (doubt !== 'said') return doubt
  if (regard.effort) {
    const effort = effortOf(layout, head)
    if (effort !== 'said') return effort
  }
  return denial === 'maybe' || words.some((word) => layout.denial[word.to] !== undefined && !own(word.to))
    ? 'unsure'
    : 'said'
}
