import { CONTRACTIONS, TYPOS } from './typos.ts'

/** A text made even for matching; `starts[i]`/`ends[i]` say where its i-th character stands in the text as it was written. */
export type NormalText = { text: string; starts: number[]; ends: number[] }

const QUOTES = /[\u2018\u2019\u201b\u02bc\u00b4`\u2032]/
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/

/**
 * Lower case, straight quotes, no diacritics, no invisible characters, one space for any run of white space, one letter for
 * three or more of the same ("soooo"). Length may change; the maps keep the way back.
 */
export function plainText(written: string): NormalText {
  const out: NormalText = { text: '', starts: [], ends: [] }
  let letters = ''
  let at = 0
  for (const char of written) {
    const next = at + char.length
    if (!INVISIBLE.test(char)) letters = push(out, letters, evened(char), at, next)
    at = next
  }
  out.text = letters
  return collapse(out)
}

/** Nothing but itself in small letters: most characters are such, and are not looked at further. */
const PLAIN = /^[!-&(-_a-~]$/

function evened(char: string): string {
  if (PLAIN.test(char)) return char.toLowerCase()
  if (char === '\n' || char === '\r') return '\n'
  if (/\s/.test(char)) return ' '
  if (QUOTES.test(char)) return "'"
  return char.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function push(out: NormalText, text: string, added: string, start: number, end: number): string {
  if (added === ' ' && text.endsWith(' ')) return text
  for (let i = 0; i < added.length; i += 1) {
    out.starts.push(start)
    out.ends.push(end)
  }
  return text + added
}

/** Three or more of one letter become one: nobody writes them but for stress. */
function collapse(from: NormalText): NormalText {
  return rewrite(from, /([a-z])\1{2,}/g, (found) => found[0] ?? found)
}

/** Replaces matches; every character of a replacement points at the whole of what it replaced. */
function rewrite(from: NormalText, pattern: RegExp, to: (found: string) => string): NormalText {
  const out: NormalText = { text: '', starts: [], ends: [] }
  let at = 0
  const copy = (until: number): void => {
    out.text += from.text.slice(at, until)
    for (let i = at; i < until; i += 1) {
      out.starts.push(from.starts[i] ?? 0)
      out.ends.push(from.ends[i] ?? 0)
    }
  }
  for (const match of from.text.matchAll(pattern)) {
    const replacement = to(match[0])
    if (replacement === match[0]) continue
    copy(match.index)
    at = match.index + match[0].length
    out.text += replacement
    for (let i = 0; i < replacement.length; i += 1) {
      out.starts.push(from.starts[match.index] ?? 0)
      out.ends.push(from.ends[at - 1] ?? 0)
    }
  }
  copy(from.text.length)
  return out
}

/** Spelt-out words joined, typing errors and missing apostrophes mended, and every way to say "cannot" as one. */
export function mendedText(plain: NormalText): NormalText {
  const joined = rewrite(plain, /\b(?:[a-z][ .-]){3,}[a-z]\b/g, (spelt) => spelt.replace(/[ .-]/g, ''))
  const words = rewrite(joined, /[a-z']+/g, (word) => TYPOS.get(word) ?? CONTRACTIONS.get(word) ?? word)
  return rewrite(
    words,
    /\b(?:cannot|can not|(?:am |i'm |are |is |was |were )?(?:unable|not able) to|could ?n[o']t|couldn't)\b/g,
    () => "can't",
  )
}
