import type { Content, SignOff } from '@dorsal/care'
import { coverageOf } from './texts/lint-locale.ts'
import type { Locale } from './texts/locales.ts'

/** How far content is reviewed, part by part, and how far it is translated, language by language. */
export type ContentStatus = {
  contentVersion: string
  signOff: { part: string; reviewed: number; draft: number }[]
  languages: { lang: string; texts: number; fresh: number; reviewed: number }[]
}

type Signed = { signOff: SignOff }

function signedParts(content: Content): [string, readonly Signed[]][] {
  const parts: [string, unknown][] = [
    ...Object.entries(content.redFlags).map(([name, part]): [string, unknown] => [`red-flags/${name}`, part]),
    ...Object.entries(content),
  ]
  const isSigned = (item: unknown): item is Signed =>
    typeof item === 'object' && item !== null && 'signOff' in item
  return parts.flatMap(([name, part]): [string, readonly Signed[]][] => {
    const items: unknown[] = Array.isArray(part) ? part : [part]
    const signed = items.filter(isSigned)
    return signed.length === 0 ? [] : [[name, signed]]
  })
}

/** What is signed off and translated, for whoever answers for the content: `content status`. */
export function statusOf(content: Content, locales: readonly Locale[]): ContentStatus {
  return {
    contentVersion: content.version,
    signOff: signedParts(content).map(([part, items]) => {
      const reviewed = items.filter(({ signOff }) => signOff.state === 'reviewed').length
      return { part, reviewed, draft: items.length - reviewed }
    }),
    languages: locales.map((locale) => {
      const rows = coverageOf(content, locale).map(({ states }) => states)
      const count = (of: (states: (typeof rows)[number]) => number) =>
        rows.reduce((all, row) => all + of(row), 0)
      return {
        lang: locale.lang,
        texts: count((row) => Object.values(row).reduce((a, b) => a + b, 0)),
        fresh: count(({ draft, reviewed }) => draft + reviewed),
        reviewed: count(({ reviewed }) => reviewed),
      }
    }),
  }
}
