import type { Content } from '@dorsal/care'
import { versionOf } from '../version.ts'
import { usable } from './overlay.ts'
import type { Locale } from './locales.ts'
import { mapTexts, textsOf } from './text-paths.ts'
import { type Said, TEXT_KINDS } from './patient-texts.ts'

/**
 * Content in another language. An item speaks one language: when one of its texts has no translation that fits the English as it is, the
 * whole item stays English and carries `lang: 'en'`, so that it is shown as such and read aloud as such. (That a text about safety cannot
 * be missing is what the linter is for.) `version` stays: the rules are the same.
 */
export function translated(content: Content, locale: Locale): Content {
  let out = content
  for (const { kind, paths, put } of TEXT_KINDS)
    out = put(out, <T extends Said>(item: T): T => {
      const overlay = locale.overlays.get(`${kind}/${item.id}`)
      const whole = textsOf(item, paths).every(({ path, text }) => usable(overlay, path, text) !== null)
      if (!whole) return { ...item, lang: 'en' }
      return mapTexts(item, paths, ({ path, text }) => usable(overlay, path, text) ?? text)
    })
  const overlays = [...locale.overlays].sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...out, lang: locale.lang, textVersion: versionOf(overlays) }
}
