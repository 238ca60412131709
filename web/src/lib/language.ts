/**
 * The language of the patient's pages: what the person chose on this device, else the first of the browser's languages that there is,
 * else English. A language's catalogue and its reasons are fetched when it is spoken; the clinic's pages stay English.
 */
import type { Sayings } from '@dorsal/care'
import type { Messages } from '@lingui/core'
import { directionOf } from './direction.ts'
import { i18n } from './i18n.ts'
import { sayReasonsIn } from './reasons.ts'

export type Language = 'en' | 'es' | 'pt'

/** The languages that there are, each by its own name. */
export const LANGUAGES: readonly { lang: Language; name: string }[] = [
  { lang: 'en', name: 'English' },
  { lang: 'es', name: 'Español' },
  { lang: 'pt', name: 'Português' },
]

type Speech = { messages: Messages; reasons: Sayings | null }

const SPEECHES: Readonly<Record<Language, () => Promise<Speech>>> = {
  en: async () => ({ messages: {}, reasons: null }),
  es: async () => {
    const [{ messages }, { ES }] = await Promise.all([
      import('../locales/es.po'),
      import('../locales/reasons/es.ts'),
    ])
    return { messages, reasons: ES }
  },
  pt: async () => {
    const [{ messages }, { PT }] = await Promise.all([
      import('../locales/pt.po'),
      import('../locales/reasons/pt.ts'),
    ])
    return { messages, reasons: PT }
  },
}

const KEY = 'dorsal-language'

/** By this name a page is asked for in a language, where the program does not run yet. */
export const LANGUAGE_QUERY = 'lang'

/** What was chosen, the latest first: in the address of this visit, by the server's cookie, by this program. */
export function choicesOf(search: string, cookie: string, stored: string | null): string[] {
  const set = cookie.split('; ').find((pair) => pair.startsWith(`${KEY}=`))
  const asked = [new URLSearchParams(search).get(LANGUAGE_QUERY), set?.slice(KEY.length + 1), stored]
  return asked.filter((tag) => LANGUAGES.some(({ lang }) => lang === tag)) as Language[]
}

function kept(): string[] {
  try {
    return choicesOf(location.search, document.cookie, localStorage.getItem(KEY))
  } catch {
    return choicesOf(location.search, '', null)
  }
}

/** The address without the choice, which is kept from here on: it is not to be shared or to outlast another choice. */
function withoutChoice(): void {
  const address = new URL(location.href)
  if (!address.searchParams.has(LANGUAGE_QUERY)) return
  address.searchParams.delete(LANGUAGE_QUERY)
  history.replaceState(history.state, '', address)
}

/** The first of some language tags that there is. */
export function languageAmong(tags: readonly string[]): Language {
  const found = tags.flatMap(
    (tag) => LANGUAGES.find(({ lang }) => lang === tag.slice(0, 2).toLowerCase()) ?? [],
  )
  return found[0]?.lang ?? 'en'
}

/** The language in which the pages are now. */
export function languageNow(): Language {
  return languageAmong([i18n.locale])
}

/** Fetches what a language needs and speaks it from then on. */
export async function speak(lang: Language): Promise<void> {
  const { messages, reasons } = await SPEECHES[lang]()
  sayReasonsIn(reasons)
  i18n.loadAndActivate({ locale: lang, messages })
}

function noteInPage(): void {
  const lang = languageNow()
  if (document.documentElement.lang === lang) return
  document.documentElement.lang = lang
  document.documentElement.dir = directionOf(lang)
}

function remember(lang: Language): void {
  try {
    localStorage.setItem(KEY, lang)
    document.cookie = `${KEY}=${lang}; path=/; max-age=31536000; samesite=lax`
  } catch {
    // The choice lasts until the page is closed.
  }
}

/** Speaks the language of this device. Where its catalogue cannot be fetched the whole page is English and says so by its `lang`. */
export async function speakOnDevice(): Promise<void> {
  const chosen = kept()
  const lang = languageAmong([...chosen, ...navigator.languages])
  if (lang !== languageNow()) await speak(lang).catch(() => undefined)
  // Whoever chose another one meanwhile, by the words that the server sent, is not overruled by what this page began with.
  if (chosen.length > 0 && kept()[0] === chosen[0]) remember(lang)
  withoutChoice()
  noteInPage()
}

/** Speaks another language and remembers it on this device. Throws where its catalogue cannot be fetched. */
export async function chooseLanguage(lang: Language): Promise<void> {
  await speak(lang)
  noteInPage()
  remember(lang)
}
