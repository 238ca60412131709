/** Reads a mistyped word as the word of the lexicon that it was likely meant to be; any other word stays. */
export type Spelling = { mend(word: string): string; knows(word: string): boolean }

/** Shorter words have too many neighbours; of those only swapped letters and letters that sound alike are mended. */
const SHORTEST = 4
/** From here on a letter too many or too few is mended, and from `WRONG_LETTER` on also a wrong one. */
const LOST_LETTER = 5
const WRONG_LETTER = 8
/** A bounded memory: the same words come again and again, hostile texts bring ever new ones. */
const REMEMBERED = 5000

/** Doubled letters are the commonest slip and carry no meaning for us. */
const single = (word: string): string => word.replace(/(.)\1+/g, '$1')
const sorted = (word: string): string => word.slice(0, 1) + word.slice(1).split('').sort().join('')

/** How a word sounds, for people who write by ear; the same letters stand for one sound in Spanish and in Portuguese. */
const SOUNDS: Readonly<Record<string, readonly [RegExp, string][]>> = {
  en: [
    [/ph/g, 'f'],
    [/ck/g, 'k'],
    [/(?<=.)[aeiouy]+/g, 'a'],
  ],
  es: [
    [/ch/g, '1'],
    [/h/g, ''],
    [/v/g, 'b'],
    [/ll/g, 'y'],
    [/qu(?=[ei])|k/g, 'c'],
    [/z|c(?=[ei])/g, 's'],
    [/g(?=[ei])/g, 'j'],
    [/gu(?=[ei])/g, 'g'],
  ],
  pt: [
    [/ch/g, 'x'],
    [/h/g, ''],
    [/qu(?=[ei])|k/g, 'c'],
    [/z|ss|c(?=[ei])/g, 's'],
    [/g(?=[ei])/g, 'j'],
    [/ou/g, 'o'],
    [/e$/g, 'i'],
    [/o$/g, 'u'],
  ],
}

function soundOf(word: string, lang: string): string {
  return single((SOUNDS[lang] ?? []).reduce((text, [pattern, to]) => text.replace(pattern, to), word))
}

function* lettersTaken(word: string): Generator<string> {
  yield word
  for (let i = 1; i < word.length; i += 1) yield word.slice(0, i) + word.slice(i + 1)
}

type Near = { slips: Map<string, string>; swaps: Map<string, string>; sounds: Map<string, string> }

function nearOf(words: Iterable<string>, lang: string): Near {
  const near: Near = { slips: new Map(), swaps: new Map(), sounds: new Map() }
  const put = (map: Map<string, string>, key: string, word: string) => {
    if (!map.has(key)) map.set(key, word)
  }
  for (const word of words) {
    if (word.length < SHORTEST) continue
    put(near.swaps, sorted(word), word)
    put(near.sounds, soundOf(word, lang), word)
    if (word.length >= LOST_LETTER) for (const form of lettersTaken(single(word))) put(near.slips, form, word)
  }
  return near
}

/** One slip: a letter lost or doubled, from eight letters on also a wrong one. The first letter is nearly always right. */
function slipOf(word: string, { slips }: Near): string | undefined {
  for (const form of lettersTaken(single(word))) {
    const meant = slips.get(form)
    if (meant === undefined || meant[0] !== word[0] || Math.abs(meant.length - word.length) > 2) continue
    if (single(meant).length !== single(word).length || word.length >= WRONG_LETTER) return meant
  }
  return undefined
}

/**
 * Mends words that are in no list: letters swapped, written by ear, or with one slip. `kept` are everyday words that stand close to a
 * danger word and must not be taken for it; `readAs` are short forms ("xq").
 */
export function spellingOf(
  words: ReadonlySet<string>,
  kept: ReadonlySet<string>,
  readAs: ReadonlyMap<string, string>,
  lang: string,
): Spelling {
  const exact = new Set([...words].map((word) => word.replace('*', '')))
  const stems = [...words]
    .filter((word) => word.length > 4 && word.endsWith('*'))
    .map((word) => word.slice(0, -1))
  const near = nearOf(exact, lang)
  const knows = (word: string): boolean =>
    exact.has(word) || kept.has(word) || stems.some((stem) => word.startsWith(stem))
  const look = (word: string): string => {
    if (knows(word)) return word
    const sound = lang === 'en' && word.length < 6 ? undefined : near.sounds.get(soundOf(word, lang))
    const heard = sound !== undefined && sound[0] === word[0] ? sound : lang === 'en' ? undefined : sound
    return (
      near.swaps.get(sorted(word)) ??
      heard ??
      (word.length < LOST_LETTER ? undefined : slipOf(word, near)) ??
      word
    )
  }
  const memory = new Map<string, string>()
  return {
    knows,
    mend(word) {
      const same = readAs.get(word)
      if (same !== undefined) return same
      if (word.length < SHORTEST) return word
      const known = memory.get(word)
      if (known !== undefined) return known
      const meant = look(word)
      if (memory.size < REMEMBERED) memory.set(word, meant)
      return meant
    },
  }
}
