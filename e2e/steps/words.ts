/** What the pages and the content say in a language, and whether anything on a page is left in English. */
import { SENTENCES } from '@dorsal/care'
import { dictionaryOf, loadContent } from '@dorsal/content'
import { expect, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'

export type Translated = 'es' | 'pt'

const strings = (entry: string, field: string): string =>
  [...(new RegExp(`^${field} ((?:".*"\\n?)+)`, 'm').exec(entry)?.[1] ?? '').matchAll(/".*"/g)]
    .map(([line]) => JSON.parse(line) as string)
    .join('')

/** The messages of the pages by their English. */
function catalogueOf(lang: Translated): ReadonlyMap<string, string> {
  const po = readFileSync(new URL(`../../web/src/locales/${lang}.po`, import.meta.url), 'utf8')
  return new Map(po.split(/\n\n+/).map((entry) => [strings(entry, 'msgid'), strings(entry, 'msgstr')]))
}

const CATALOGUES = { es: catalogueOf('es'), pt: catalogueOf('pt') }

/** A message of the pages in a language; throws for one that is not there, so that no test looks for nothing. */
export function said(lang: Translated, english: string): string {
  const words = CATALOGUES[lang].get(english)
  if (!words) throw new Error(`"${english}" is no message of the pages in ${lang}`)
  return words
}

/** Reasons in English, whatever stands in them. */
const REASONS = Object.values(SENTENCES)
  .filter((sentence) => !/^\{\w+\}$/.test(sentence))
  .map((sentence) => {
    const parts = sentence.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    return new RegExp(`^${parts.join('.+')}$`)
  })

/** Nothing that is read or read aloud on the page stands in English while there is a translation of it. */
export async function expectAllIn(page: Page, lang: Translated, name: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', lang)
  const shown = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts: string[] = [document.title]
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement
      if (around && !around.closest('[lang="en"], script, style, noscript'))
        texts.push(node.textContent ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [alt], [placeholder]'))
      for (const attribute of ['aria-label', 'alt', 'placeholder'])
        texts.push(element.getAttribute(attribute) ?? '')
    return texts.map((text) => text.trim()).filter((text) => text !== '')
  })
  const content = dictionaryOf(loadContent(), loadContent(lang))
  const english = (text: string) => {
    const words = CATALOGUES[lang].get(text) ?? content.get(text)
    return (
      (words !== undefined && words !== '' && words !== text) || REASONS.some((reason) => reason.test(text))
    )
  }
  expect(shown.length, name).toBeGreaterThan(10)
  expect(
    shown.filter((text) => english(text)),
    `left in English on "${name}"`,
  ).toEqual([])
}
