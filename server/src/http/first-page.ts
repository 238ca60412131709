import type { PublicConfig } from '@dorsal/care'
import { LANGUAGES, type Language } from '@dorsal/content'
import type { FastifyRequest } from 'fastify'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { publicConfigOf } from '../consent/public-config.ts'
import type { Deps } from '../deps.ts'
import { html } from '../education/html.ts'
import { languageOf } from '../language/language.ts'
import { chosenLanguage } from './chosen-language.ts'
import { hasRecord } from './cookies.ts'

/** As `web/src/portals/patient/first-words.tsx` gives them. */
type FirstWords = { lang: Language; dir: string; title: string; home: string; waiting: string }
type Speaks = { firstWords: (lang: Language, config: PublicConfig) => Promise<FirstWords> }

/** The patient's page as it is sent for an address. */
export type FirstPage = (path: string, request: FastifyRequest) => string

/** What a page asks for before its first words: the texts of the language, by the parts that its loader waits for. */
const CONTENT: Readonly<Record<string, readonly string[]>> = {
  '/library': ['library', 'lessons'],
  '/lesson': ['lessons'],
}

/** The language that was chosen on this device, else the browser's. */
const languageOfVisit = (request: FastifyRequest): Language => chosenLanguage(request) ?? languageOf(request)

/**
 * The page of the patient with what can be read before its script has come: the first page for somebody new whole, of every other the
 * frame; in the language of the visit, with the set-up of the clinic, and with the names of the files that the page will ask for next.
 * Null where the build has no words.
 */
export async function firstPage(dist: string, deps: Deps): Promise<FirstPage | null> {
  const folder = join(dist, '.server')
  if (!existsSync(folder)) return null
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const { firstWords } = (await import(pathToFileURL(join(folder, 'first-words.js')).href)) as Speaks
  const config = publicConfigOf(deps)
  const words = new Map<Language, FirstWords>()
  for (const lang of LANGUAGES) words.set(lang, await firstWords(lang, config))
  const files = JSON.parse(readFileSync(join(folder, 'files-of-pages.json'), 'utf8')) as Record<
    string,
    string[]
  >
  return (path, request) => {
    const lang = languageOfVisit(request)
    const said = words.get(lang)
    if (said === undefined) return page
    const given = JSON.stringify({ at: deps.now().getTime(), config })
    const texts = (CONTENT[path] ?? []).map(
      (name) => `/content/${config.contentVersion}/${lang}/${name}.json`,
    )
    const head = html`<meta name="dorsal-config" content="${given}" />
${(files[path] ?? []).map((file) =>
  file.endsWith('.css')
    ? html`<link rel="stylesheet" crossorigin href="${file}" />`
    : html`<link rel="modulepreload" crossorigin href="${file}" />`,
)}${texts.map((file) => html`<link rel="preload" as="fetch" crossorigin href="${file}" />`)}</head>`
    const home = path === '/' && !hasRecord(deps.config, request)
    // As functions: a dollar sign in a clinic's name is not a pattern.
    return page
      .replace('<html lang="en"', () => `<html lang="${said.lang}" dir="${said.dir}"`)
      .replace('<title>Dorsal</title>', (title) => (path === '/' ? `<title>${said.title}</title>` : title))
      .replace('</head>', () => head.text)
      .replace('<div id="root"></div>', () => `<div id="root">${home ? said.home : said.waiting}</div>`)
  }
}
