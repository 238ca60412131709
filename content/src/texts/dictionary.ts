import type { Content } from '@dorsal/care'
import { TEXT_KINDS } from './patient-texts.ts'
import { textsOf } from './text-paths.ts'

/**
 * Each text of some content beside what it is in another language: what was composed and kept in English is said in the person's own
 * language with it. The first translation counts where the same English stands in several items. Texts of an item that could not be given
 * in the language are left out: what is not in the dictionary stays English.
 */
export function dictionaryOf(english: Content, other: Content): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const { of, paths } of TEXT_KINDS) {
    const translated = new Map(of(other).map((item) => [item.id, textsOf(item, paths)]))
    for (const item of of(english)) {
      const there = new Map(translated.get(item.id)?.map(({ path, text }) => [path, text]))
      for (const { path, text } of textsOf(item, paths)) {
        const said = there.get(path)
        if (said !== undefined && said !== text && !words.has(text)) words.set(text, said)
      }
    }
  }
  return words
}
