import type { Content } from '@dorsal/care'
import { join } from 'node:path'
import { withClinic } from './clinic/clinic.ts'
import { withoutHidden } from './clinic/hide.ts'
import { hiddenOfNothing, weakerThan } from './clinic/weaker.ts'
import { lint } from './lint/lint.ts'
import { placed } from './lint/place.ts'
import { assemble } from './parts/assemble.ts'
import { DATA_DIR, LOCALES_DIR } from './parts/entries.ts'
import { ContentError, type Fault } from './parts/fault.ts'
import { readParts } from './parts/parts.ts'
import { publishedFaults, readPublished } from './parts/published.ts'
import { type ContentStatus, statusOf } from './status.ts'
import { translationFaults } from './texts/lint-locale.ts'
import { readLocale } from './texts/locales.ts'
import { LANGUAGES, type Language } from './texts/overlay.ts'
import { translated } from './texts/translate.ts'
import { versionOf } from './version.ts'

/** Reads a content folder by its schemas, without the linter. Throws `ContentError` with files and lines. */
export function readContent(root: string): Content {
  const { content, faults } = assemble(readParts(root))
  if (content === null) throw new ContentError(faults)
  return content
}

/** Reads a whole content folder, and refuses it with every fault that the linter finds. */
export function readChecked(root: string): Content {
  const parts = readParts(root)
  const { content, faults } = assemble(parts)
  if (content === null) throw new ContentError(faults)
  const found = lint(content).map((finding) => placed(finding, parts))
  if (found.length > 0) throw new ContentError(found)
  return content
}

/** Every fault of the product's own content: the linter, published versions, and each language. What `content lint` prints. */
export function checkOwn(): { version: string; faults: readonly Fault[] } {
  const parts = readParts(DATA_DIR)
  const { content, faults } = assemble(parts)
  if (content === null) return { version: '', faults }
  const all = [
    ...faults,
    ...lint(content).map((finding) => placed(finding, parts)),
    ...publishedFaults(parts, readPublished()),
    ...LANGUAGES.flatMap((lang) => localeFaults(content, lang, null, true)),
  ]
  return { version: content.version, faults: all }
}

const localeRoots = (clinic: string | null): string[] =>
  clinic === null ? [LOCALES_DIR] : [LOCALES_DIR, join(clinic, 'locales')]

/** What is wrong with the translations of some content into a language; `all` as the linter asks, else only what keeps it from being used. */
export function localeFaults(content: Content, lang: Language, clinic: string | null, all: boolean): Fault[] {
  if (lang === 'en') return []
  const faults: Fault[] = []
  const locale = readLocale(localeRoots(clinic), lang, faults)
  return [...faults, ...translationFaults(content, locale, all)]
}

/** The product's content with a clinic's folder over it, by the same linter; or every fault of that folder. */
export function checkClinic(folder: string): { content: Content | null; faults: readonly Fault[] } {
  const { parts, hidden } = withClinic(readParts(DATA_DIR), folder)
  const { content: whole, faults } = assemble(parts)
  if (whole === null) return { content: null, faults }
  const shown = withoutHidden(whole, hidden)
  const content = hidden.length === 0 ? shown : { ...shown, version: versionOf([shown.version, hidden]) }
  const weaker = weakerThan(loadContent(), content).map((found) => ({ ...found, rule: 'clinic-safety' }))
  const found = [...lint(content), ...weaker].map((finding) => placed(finding, parts))
  const all = [
    ...faults,
    ...hiddenOfNothing(loadContent(), hidden, folder),
    ...found,
    ...LANGUAGES.flatMap((lang) => localeFaults(content, lang, folder, false)),
  ]
  return { content: all.length === 0 ? content : null, faults: all }
}

/** The product's own content. The linter is not run again on just what it was run on when it was published. */
function ownContent(): Content {
  const content = readContent(DATA_DIR)
  return content.version === readPublished().checked ? content : readChecked(DATA_DIR)
}

/** How far the content, with a clinic's folder over it, is reviewed and translated. */
export function contentStatus(clinic: string | null): ContentStatus {
  const faults: Fault[] = []
  const locales = LANGUAGES.filter((lang) => lang !== 'en').map((lang) =>
    readLocale(localeRoots(clinic), lang, faults),
  )
  return statusOf(loadContent('en', clinic), locales)
}

const loaded = new Map<string, Content>()

function inEnglish(clinic: string | null): Content {
  if (clinic === null) return ownContent()
  const { content, faults } = checkClinic(clinic)
  if (content === null) throw new ContentError(faults)
  return content
}

/**
 * The content to be used, read and checked once: the product's own, or with a clinic's folder over it (`CONTENT_DIR`), in a language. A
 * language is read when it is asked for. Throws `ContentError` when something may not be used as it is, a text about safety that is not
 * there in the language among it.
 */
export function loadContent(lang: Language = 'en', clinic: string | null = null): Content {
  const key = `${lang} ${clinic ?? ''}`
  const known = loaded.get(key)
  if (known !== undefined) return known
  const content = lang === 'en' ? inEnglish(clinic) : inLanguage(loadContent('en', clinic), lang, clinic)
  loaded.set(key, content)
  return content
}

function inLanguage(content: Content, lang: Language, clinic: string | null): Content {
  const faults: Fault[] = []
  const locale = readLocale(localeRoots(clinic), lang, faults)
  faults.push(...translationFaults(content, locale, false))
  if (faults.length > 0) throw new ContentError(faults)
  return translated(content, locale)
}
