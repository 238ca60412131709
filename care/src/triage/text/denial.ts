import type { Mention } from './lexicon.ts'
import type { Tokens } from './tokens.ts'

/** A "no" reaches so many words at most. */
const REACH = 8
/** In a list, an item has so many words at most. */
const ITEM = 3

type Cues = ReadonlyMap<string, readonly Mention[]>
export type Denial = 'no' | 'maybe' | undefined

/** Where the parts between pauses of a sentence part end, from a word on. */
function itemsAfter(tokens: Tokens, segment: readonly number[], from: number): number[][] {
  const items: number[][] = [[]]
  for (let i = from; i < tokens.list.length && segment[i] === segment[from]; i += 1) {
    if (i > from && tokens.gaps[i] === 1) items.push([])
    items.at(-1)?.push(i)
  }
  return items
}

/**
 * What each word of a text is denied by. A "no" reaches on to the next pause, to "but", or to where the person starts anew ("no
 * fever my legs are weak"); past a comma only in a list, which "or" or its length shows; otherwise perhaps.
 */
export function denialIn(
  tokens: Tokens,
  segment: readonly number[],
  cues: Cues,
): { denial: Denial[]; deniedBy: number[] } {
  const out: Denial[] = tokens.list.map(() => undefined)
  const deniedBy = tokens.list.map(() => -1)
  const starts = (cue: string) => new Set((cues.get(cue) ?? []).map((mention) => mention.from))
  const [selves, links, ors, ands] = [
    starts('cue.self'),
    starts('cue.link'),
    starts('cue.or'),
    starts('cue.and'),
  ]
  const onlys = starts('cue.only')
  const denials = cues.get('cue.denial') ?? []
  const now = (cues.get('cue.present') ?? []).map((mention) => mention.from)
  const cueAt = new Set(denials.map((cue) => cue.from))
  const mark = (at: number, how: 'no' | 'maybe', by: number) => {
    if (out[at] === 'no') return
    out[at] = how
    deniedBy[at] = by
  }
  for (const { from, to } of denials) {
    const first = to + 1
    if (segment[first] !== segment[to] || (tokens.gaps[first] ?? 0) > 0) continue
    const items = itemsAfter(tokens, segment, first)
    const listed =
      items.some((item, n) => n > 0 && item.some((at) => ors.has(at))) ||
      (items.length > 2 && items.slice(1).every((item) => item.length <= ITEM))
    let steps = 0
    let sure = true
    walk: for (const [n, item] of items.entries()) {
      // "I'm not ill, just pregnant."
      if (n > 0 && item.some((at, place) => place < 2 && onlys.has(at))) break
      if (n > 0 && !listed) {
        if (item.length > ITEM + 1 || item.some((at) => selves.has(at))) break
        sure = false
      }
      for (const at of item) {
        if (n === 0 || !listed) steps += 1
        if (steps > REACH || (at > first && cueAt.has(at))) break walk
        if (at > first && selves.has(at) && !links.has(at - 1)) break walk
        if (ands.has(at) && !listed && now.some((from) => segment[from] === segment[at])) sure = false
        mark(at, sure ? 'no' : 'maybe', from)
      }
    }
  }
  denyBackwards(tokens, segment, cues, mark)
  return { denial: out, deniedBy }
}

/** "Chest pain: none", "fever? no". */
function denyBackwards(
  tokens: Tokens,
  segment: readonly number[],
  cues: Cues,
  mark: (at: number, how: 'no', by: number) => void,
): void {
  for (const { from, to } of cues.get('cue.none') ?? []) {
    const asked = /[:?(/\u2013\u2014-]/.test(tokens.marks[from] ?? '')
    const ends = (tokens.gaps[to + 1] ?? 2) > 0
    if (from === 0 || !(asked || (ends && segment[from] === segment[from - 1]))) continue
    for (let at = from - 1; at >= Math.max(0, from - 6); at -= 1) {
      mark(at, 'no', from)
      if ((tokens.gaps[at] ?? 0) > 0) break
    }
  }
}
