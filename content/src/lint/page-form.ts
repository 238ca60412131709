import type { Content, PublicPage } from '@dorsal/care'
import type { LintRule } from './rule.ts'

const wordsOf = (text: string): number => text.trim().split(/\s+/).length
const LONGEST_SENTENCE = 34
/** What a list of search results shows of a title and of the line below it. */
const LONGEST = { title: 70, summary: 160 }

function faultsOf({ slug, title, summary, sections, safety }: PublicPage): string[] {
  const passages = sections.flatMap((section) => section.passages)
  const texts = [
    title,
    summary,
    ...sections.map(({ heading }) => heading),
    ...passages.map(({ text }) => text),
  ]
  const sentences = texts.flatMap((text) => text.split(/[.!?:;]\s/))
  const twice = sections.some(({ passages: own }) => new Set(own.map(({ id }) => id)).size < own.length)
  const signs = sections.some(({ shows }) => shows === 'warning-signs')
  return [
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) ? [] : ['its slug is no part of an address']),
    ...(texts.some((text) => text.trim() === '') ? ['has an empty text'] : []),
    ...(sections.length === 0 ? ['has no section'] : []),
    ...(sections.some(({ passages: own, shows }) => own.length === 0 && shows === null)
      ? ['has a section that says and shows nothing']
      : []),
    ...(new Set(sections.map(({ id }) => id)).size < sections.length ? ['has two sections of one id'] : []),
    ...(twice ? ['has two passages of one id'] : []),
    ...(title.length > LONGEST.title || summary.length > LONGEST.summary
      ? ['has a title or summary that is too long']
      : []),
    ...(sentences.some((sentence) => wordsOf(sentence) > LONGEST_SENTENCE)
      ? ['has a sentence that is too long']
      : []),
    ...(signs && !safety ? ['shows the warning signs and is not marked as safety'] : []),
  ]
}

/** What there must be one of among all pages: the warning signs and the bibliography, and no address twice. */
function faultsOfAll({ pages }: Content): { where: string; message: string }[] {
  const slugs = pages.map(({ slug }) => slug)
  const twice = pages.filter(({ slug }, at) => slugs.indexOf(slug) !== at)
  const shown = pages.flatMap(({ sections }) => sections.map(({ shows }) => shows))
  const missing = (['warning-signs', 'sources'] as const).filter(
    (shows) => shown.filter((one) => one === shows).length !== 1,
  )
  return [
    ...twice.map(({ id }) => ({ where: id, message: 'has the address of another page' })),
    ...missing.map((shows) => ({ where: 'pages', message: `not exactly one page shows ${shows}` })),
  ]
}

/** The open pages can be found, read and printed: addresses, headings, plain sentences; warning signs and sources are there once. */
export const pageForm: LintRule = {
  id: 'page-form',
  kind: 'pages',
  check: (content) => [
    ...content.pages.flatMap((page) => faultsOf(page).map((message) => ({ where: page.id, message }))),
    ...faultsOfAll(content),
  ],
}
