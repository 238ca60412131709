import type { Language } from '@dorsal/content'
import { type Html, html } from './html.ts'
import type { Clinic } from './page-sections.ts'
import { addressOf, isIn, type Place, type Shelf, type Shelves, versionsOf } from './shelf.ts'

export type Framed = {
  place: Place
  title: string
  summary: string
  /** The language of the words within, where they are not in that of the page. */
  textLang: string
  draft: boolean
  body: Html
}

export type Around = { shelves: Shelves; clinic: Clinic; origin: string; style: string }

/** The mark of the product in the tab of the browser, without another request. */
const MARK = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0b5d5e"/><path d="M16 5c-4 4 4 7 0 11s4 7 0 11" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>',
)}`

/** Links to the same page in the other languages, by their own names. */
function languageLinks(place: Place, lang: Language, shelves: Shelves): Html {
  const versions = versionsOf(shelves, place).filter((version) => version.lang !== lang)
  return html`<nav aria-label="${shelves(lang).words.otherLanguages}">${versions.map(
    ({ lang: other, address }) =>
      html`<a href="${address}" lang="${other}" hreflang="${other}">${shelves(other).words.name}</a>`,
  )}</nav>`
}

/** Before and after: the pages are read in an order, but need not be. */
function turning(place: Place, shelf: Shelf): Html {
  if (place.kind !== 'page' && place.kind !== 'lesson') return html``
  const row = place.kind === 'page' ? shelf.pages : shelf.lessons
  const at = row.findIndex(({ id }) => id === place.id)
  const link = (item: { id: string; title: string } | undefined, says: string): Html | false =>
    item !== undefined &&
    html`<a href="${addressOf(shelf, { kind: place.kind, id: item.id })}">${says}: ${item.title}</a>`
  return html`<nav class="turn" aria-label="${shelf.words.next}">${link(row[at - 1], shelf.words.previous)}
${link(row[at + 1], shelf.words.next)}</nav>`
}

/** The two ways on: the intake, and the clinic. */
function waysOn({ words }: Shelf): Html {
  return html`<p class="do"><a href="/start">${words.start}</a><a href="/book">${words.book}</a></p>`
}

/** A whole document: readable without a script, found by search engines in each language, plain when printed. */
export function framed(page: Framed, shelf: Shelf, { shelves, clinic, origin, style }: Around): string {
  const { words, lang } = shelf
  const { place, title, summary, textLang, draft, body } = page
  const versions = versionsOf(shelves, place)
  const own = isIn(shelf, place)
  const canonical = own ? addressOf(shelf, place) : addressOf(shelves('en'), place)
  const [first] = versions
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${clinic.name}</title>
<meta name="description" content="${summary}">
<link rel="canonical" href="${origin}${canonical}">
${versions.map((version) => html`<link rel="alternate" hreflang="${version.lang}" href="${origin}${version.address}">\n`)}${
  first !== undefined && html`<link rel="alternate" hreflang="x-default" href="${origin}${first.address}">`
}
<link rel="icon" href="${MARK}" type="image/svg+xml">
<link rel="stylesheet" href="${style}">
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header>${clinic.demo && html`<p class="banner">${words.demo}</p>`}
<div class="head"><a class="brand" href="/">Dorsal</a>${languageLinks(place, lang, shelves)}</div></header>
<main id="content">
<header class="top"><h1 lang="${textLang}">${title}</h1><p class="lead" lang="${textLang}">${summary}</p>
${!own && html`<p>${words.english}</p>`}${draft && html`<p class="draft">${words.draft}</p>`}</header>
<div lang="${textLang}" class="text">${body}</div>
${turning(place, shelf)}
${waysOn(shelf)}
<p class="print">${words.print}</p>
</main>
<footer class="foot"><nav aria-label="${words.nav}"><a href="/">${words.home}</a>${
    place.kind !== 'contents' && html`<a href="${words.folder}">${words.contents}</a>`
  }<a href="${words.folder}/${words.lessonsFolder}">${words.lessons}</a></nav><p>${clinic.name}. ${clinic.contact}</p></footer>
</body>
</html>
`.text
}
