import type { Lesson } from '@dorsal/care'
import { type Html, html } from './html.ts'
import type { Framed } from './page-frame.ts'
import { callOf, type Clinic, lessonList, passagesOf, sectionsOf } from './page-sections.ts'
import { addressOf, type Place, type Shelf } from './shelf.ts'

/** All pages with their one line, and the lessons. */
function contents(shelf: Shelf): Html {
  const { words, pages } = shelf
  const rows = pages.map(
    ({ id, title, summary, lang }) =>
      html`<li lang="${lang ?? shelf.lang}"><a href="${addressOf(shelf, { kind: 'page', id })}">${title}</a><span>${summary}</span></li>`,
  )
  return html`<ul class="list">${rows}<li><a href="${addressOf(shelf, { kind: 'lessons' })}">${words.lessons}</a><span>${words.lessonsLead}</span></li></ul>`
}

/** A lesson as a page: its question answers itself without a script. */
function lessonBody({ passages, action, check, help, minutes }: Lesson, shelf: Shelf, clinic: Clinic): Html {
  const { words } = shelf
  const right = check.options.find(({ value }) => value === check.answer)?.label ?? ''
  return html`<section><p>${words.minutes(minutes)}</p>${passagesOf(passages, false, shelf)}</section>
<section aria-labelledby="action"><h2 id="action">${words.action}</h2><p>${action}</p></section>
<section aria-labelledby="check"><h2 id="check">${words.check}</h2><p>${check.question}</p>
<ul>${check.options.map(({ label }) => html`<li>${label}</li>`)}</ul>
<details><summary>${words.answer}</summary><p><strong>${right}</strong>. ${check.why}</p></details></section>
${help !== null && html`<section class="group" aria-labelledby="help"><h2 id="help">${words.help}</h2><p>${help}</p>${callOf(shelf, clinic)}</section>`}`
}

/** What stands at a place, ready to be framed; null where there is nothing of that name. */
export function pageAt(place: Place, shelf: Shelf, clinic: Clinic): Framed | null {
  const { words, lang } = shelf
  const plain = { place, textLang: lang, draft: false }
  switch (place.kind) {
    case 'contents':
      return { ...plain, title: words.contents, summary: words.lead, body: contents(shelf) }
    case 'lessons':
      return { ...plain, title: words.lessons, summary: words.lessonsLead, body: lessonList(shelf) }
    case 'page': {
      const page = shelf.pages.find(({ id }) => id === place.id)
      if (page === undefined) return null
      const { title, summary, signOff } = page
      const body = sectionsOf(page, shelf, clinic)
      return { place, title, summary, textLang: page.lang ?? lang, draft: signOff.state === 'draft', body }
    }
    case 'lesson': {
      const lesson = shelf.lessons.find(({ id }) => id === place.id)
      if (lesson === undefined) return null
      const { title, hook, signOff } = lesson
      const body = lessonBody(lesson, shelf, clinic)
      const textLang = lesson.lang ?? lang
      return { place, title, summary: hook, textLang, draft: signOff.state === 'draft', body }
    }
  }
}
