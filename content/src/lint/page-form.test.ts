import type { PublicPage } from '@dorsal/care'
import { expect, it } from 'vitest'
import { readContent } from '../load.ts'
import { DATA_DIR } from '../parts/entries.ts'
import { claims } from './claims.ts'
import { pageForm } from './page-form.ts'

const good = readContent(DATA_DIR)

/** What the rules say once one page is broken. */
function saidOf(id: string, broken: (page: PublicPage) => void): string[] {
  const content = structuredClone(good)
  const page = content.pages.find((one) => one.id === id)
  if (page === undefined) throw new Error(`no page ${id}`)
  broken(page)
  return [pageForm, claims].flatMap((rule) => rule.check(content).map(({ message }) => message))
}

it('finds nothing in the pages as they are', () => {
  expect(saidOf('causes', () => {})).toEqual([])
})

it.each<[string, string, (page: PublicPage) => void]>([
  ['is no part of an address', 'causes', (page) => (page.slug = 'Las causas')],
  ['has the address of another page', 'causes', (page) => (page.slug = 'symptoms')],
  ['has an empty text', 'causes', (page) => (page.summary = ' ')],
  ['has no section', 'causes', (page) => (page.sections = [])],
  ['says and shows nothing', 'causes', (page) => page.sections[0]?.passages.splice(0)],
  ['has two sections of one id', 'causes', (page) => page.sections.push(...page.sections.slice(0, 1))],
  [
    'has two passages of one id',
    'causes',
    (page) => page.sections[0]?.passages.push(...page.sections[0].passages.slice(0, 1)),
  ],
  ['title or summary that is too long', 'causes', (page) => (page.title = 'x'.repeat(71))],
  ['title or summary that is too long', 'causes', (page) => (page.summary = 'x'.repeat(161))],
  ['a sentence that is too long', 'causes', (page) => (page.summary = 'x '.repeat(35))],
  ['not marked as safety', 'warning-signs', (page) => (page.safety = false)],
  [
    'not exactly one page shows warning-signs',
    'warning-signs',
    (page) => page.sections.forEach((section) => (section.shows = 'body')),
  ],
  [
    'not exactly one page shows sources',
    'causes',
    (page) => page.sections.forEach((section) => (section.shows = 'sources')),
  ],
  [
    'is graded thoracic and cites no source about the thoracic spine',
    'results',
    (page) =>
      page.sections.forEach((section) =>
        section.passages.forEach((one) => (one.claim = { grade: 'thoracic', references: ['who'] })),
      ),
  ],
  [
    'says something and cites nothing for it',
    'causes',
    (page) => page.sections[0]?.passages.forEach((one) => (one.claim = { grade: 'weak', references: [] })),
  ],
])('says that a page %s', (message, id, broken) => {
  expect(saidOf(id, broken).join('\n')).toContain(message)
})
