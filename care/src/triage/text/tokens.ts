import type { NormalText } from '../normal-text.ts'

/** One word, number or emoji of a text; `start`/`end` are places in the evened text, `sentence` counts from 0. */
export type Token = { word: string; start: number; end: number; sentence: number }

/** `quoted`: stands in quotation marks. `gaps[i]`: how much of a pause stands between word i-1 and word i (0 none, 1 a comma, dash, colon or bracket, 2 a sentence end). */
export type Tokens = { list: Token[]; gaps: number[]; marks: string[]; quoted: boolean[] }

const PIECE =
  /\d+(?:[.,]\d+)?|[\p{L}']+|\p{Extended_Pictographic}|["\u201c-\u201f\u00ab\u00bb[\]{}<>|.!?;\n,:()\u2013\u2014\u2026/-]/gu
const WORD = /^[\p{L}\d']/u
const QUOTE = /["\u201c-\u201f\u00ab\u00bb]/
const STOP = /[.!?;\n\u2026]/
/** Dots between a few words ("can't… get… breath") are gasps or hesitation and end no sentence. */
const DOTS = /^(?:\u2026|\.{2,})$/
const GASP = 3

/** Cuts an evened text into words and pauses. A hyphen or slash inside a word is no pause. */
export function tokensOf(text: NormalText): Tokens {
  const out: Tokens = { list: [], gaps: [], marks: [], quoted: [] }
  let sentence = 0
  let gap = 0
  let mark = ''
  let quoted = false
  let since = 0
  for (const match of text.text.matchAll(PIECE)) {
    const piece = match[0]
    const start = match.index
    if (QUOTE.test(piece)) {
      quoted = !quoted
      continue
    }
    if (!WORD.test(piece) && !/\p{Extended_Pictographic}/u.test(piece)) {
      const inside = (piece === '-' || piece === '/') && /\S/.test(text.text[start + 1] ?? ' ')
      if (inside) continue
      mark += piece
      gap = Math.max(gap, STOP.test(piece) ? 2 : 1)
      continue
    }
    const word = piece.replace(/^'+|'+$|'s$/g, '').replace(/(\d),(?=\d)/, '$1.')
    if (word === '') continue
    if (gap === 2 && DOTS.test(mark) && out.list.length - since <= GASP) gap = 1
    if (gap > 0 && mark !== '') since = out.list.length
    if (gap === 2 && out.list.length > 0) sentence += 1
    out.list.push({ word, start, end: start + piece.length, sentence })
    out.gaps.push(gap)
    out.marks.push(mark)
    out.quoted.push(quoted)
    gap = 0
    mark = ''
  }
  out.gaps.push(gap)
  out.marks.push(mark)
  return out
}
