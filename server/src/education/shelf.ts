import type { Content, Lesson, PublicPage } from '@dorsal/care'
import { LANGUAGES, type Language, loadContent } from '@dorsal/content'
import { PAGE_WORDS, type PageWords } from './page-words.ts'

/** One language of the open pages: its content, pages in their order, public lessons in the order of the course, and its words. */
export type Shelf = {
  lang: Language
  content: Content
  words: PageWords
  pages: readonly PublicPage[]
  lessons: readonly Lesson[]
}

/** All languages; each is read when it is first asked for. */
export type Shelves = (lang: Language) => Shelf

/** The open pages of some content and a clinic's folder in every language. */
export function shelvesOf(content: Content, clinic: string | null): Shelves {
  const made = new Map<Language, Shelf>()
  return (lang) => {
    const known = made.get(lang)
    if (known !== undefined) return known
    const given = lang === 'en' ? content : loadContent(lang, clinic)
    const shelf: Shelf = {
      lang,
      content: given,
      words: PAGE_WORDS[lang],
      pages: [...given.pages].sort((a, b) => a.order - b.order),
      lessons: given.lessons.filter((lesson) => lesson.public).sort((a, b) => a.dose.order - b.dose.order),
    }
    made.set(lang, shelf)
    return shelf
  }
}

/** What an address shows: the contents, a page, the list of lessons, or one of them. */
export type Place =
  | { kind: 'contents' }
  | { kind: 'page'; id: string }
  | { kind: 'lessons' }
  | { kind: 'lesson'; id: string }

/** The address of a place in a language, without the host. Null where the language does not have it. */
export function addressOf({ words, pages, lessons }: Shelf, place: Place): string | null {
  const { folder, lessonsFolder } = words
  if (place.kind === 'contents') return folder
  if (place.kind === 'lessons') return `${folder}/${lessonsFolder}`
  if (place.kind === 'lesson')
    return lessons.some(({ id }) => id === place.id) ? `${folder}/${lessonsFolder}/${place.id}` : null
  const page = pages.find(({ id }) => id === place.id)
  return page === undefined ? null : `${folder}/${page.slug}`
}

/** Whether the place is in the language itself, and not in English for want of a translation. */
export function isIn({ lang, pages, lessons }: Shelf, place: Place): boolean {
  if (lang === 'en' || place.kind === 'contents' || place.kind === 'lessons') return true
  const item = (place.kind === 'page' ? pages : lessons).find(({ id }) => id === place.id)
  return item !== undefined && item.lang !== 'en'
}

/** Every place, as English has them. */
export function placesOf({ pages, lessons }: Shelf): Place[] {
  return [
    { kind: 'contents' },
    ...pages.map(({ id }): Place => ({ kind: 'page', id })),
    { kind: 'lessons' },
    ...lessons.map(({ id }): Place => ({ kind: 'lesson', id })),
  ]
}

/** The addresses of one place in every language that truly has it, each with its language. */
export function versionsOf(shelves: Shelves, place: Place): { lang: Language; address: string }[] {
  return LANGUAGES.flatMap((lang) => {
    const shelf = shelves(lang)
    const address = addressOf(shelf, place)
    return address !== null && isIn(shelf, place) ? [{ lang, address }] : []
  })
}
