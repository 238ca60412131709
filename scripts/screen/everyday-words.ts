import type { CorpusRow } from './corpus.ts'

/** Styles whose spelling is not to be learned from. */
const MISSPELT: ReadonlySet<string> = new Set(['typist', 'en-typos', 'es-dedos', 'pt-dedos'])
/** Styles whose words count only when another style has them too. */
const LOOSE: ReadonlySet<string> = new Set(['texting', 'voice', 'migrant'])

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Words of each language that people spell so on purpose: what the screen must not take for a typing error of a danger word. */
export function everydayWords(rows: readonly CorpusRow[]): [string, string[]][] {
  const found = new Map<string, Map<string, Set<string>>>()
  for (const { lang, style, text, turns } of rows) {
    if (MISSPELT.has(style)) continue
    const words = found.get(lang) ?? new Map<string, Set<string>>()
    found.set(lang, words)
    for (const word of fold([...turns, text].join(' ')).match(/[a-z]{4,}/g) ?? [])
      words.set(word, (words.get(word) ?? new Set()).add(style))
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([lang, words]) => [
      lang,
      [...words]
        .filter(([, styles]) => styles.size > 1 || [...styles].every((style) => !LOOSE.has(style)))
        .map(([word]) => word)
        .sort(),
    ])
}
