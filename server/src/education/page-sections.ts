import type { Claim, Passage, PublicPage } from '@dorsal/care'
import { bodyDrawing } from './body-drawing.ts'
import { type Html, html } from './html.ts'
import { URGENCIES } from './page-words.ts'
import { addressOf, type Shelf } from './shelf.ts'

/** What the pages say of the clinic. */
export type Clinic = { name: string; contact: string; emergencyNumber: string | null; demo: boolean }

/** The grade of a claim in words, and where its sources stand in the bibliography. */
function graded({ grade, references }: Claim, shelf: Shelf): Html {
  const page = shelf.pages.find(({ sections }) => sections.some(({ shows }) => shows === 'sources'))
  const list = page === undefined ? null : addressOf(shelf, { kind: 'page', id: page.id })
  const numbers = new Map(cited(shelf).map(({ id }, at) => [id, at + 1]))
  const links = references.map(
    (id) => html` <a href="${list ?? ''}#source-${id}">[${numbers.get(id) ?? '?'}]</a>`,
  )
  return html`<span class="claim"><b>${shelf.words.grades[grade]}</b> ${shelf.words.sources}:${links}</span>`
}

function passage({ text, claim }: Passage, shelf: Shelf): Html {
  return html`${text}${claim === null ? null : graded(claim, shelf)}`
}

/** Paragraphs, or a list of them, each claim with its grade and sources. */
export function passagesOf(passages: readonly Passage[], list: boolean, shelf: Shelf): Html {
  if (passages.length === 0) return html``
  return list
    ? html`<ul>${passages.map((one) => html`<li>${passage(one, shelf)}</li>`)}</ul>`
    : html`${passages.map((one) => html`<p>${passage(one, shelf)}</p>`)}`
}

/** The number to call, as a link where there is one. */
export function callOf({ words }: Shelf, { emergencyNumber }: Clinic): Html {
  const text = words.emergency(emergencyNumber)
  return emergencyNumber === null
    ? html`<p class="call">${text}</p>`
    : html`<p class="call"><a href="tel:${emergencyNumber.replaceAll(/[^+\d]/g, '')}">${text}</a></p>`
}

/** The red flags by how fast they need help: the question, what belongs to it, and what to do. */
function warningSigns(shelf: Shelf, clinic: Clinic): Html {
  const { words, content } = shelf
  return html`${URGENCIES.map((urgency) => {
    const now = urgency === 'emergency_now'
    const items = content.redFlags.items.filter(({ disposition }) => disposition === urgency)
    return html`<div class="${now ? 'group now' : 'group'}"><h3>${words.urgencies[urgency]}</h3>
${now && callOf(shelf, clinic)}
<ul>${items.map(
      ({ question, help, patientMessage }) =>
        html`<li><strong>${question}</strong>${help !== null && html`<span>${help}</span>`}<span>${patientMessage}</span></li>`,
    )}</ul></div>`
  })}<p>${content.redFlags.safetyNet}</p>`
}

function phases({ words, content: { programme } }: Shelf): Html {
  return html`${programme.phases.map(
    ({ label, weeks, goals, home }) => html`<div class="card"><h3>${label}</h3>
<p>${words.weeks}: ${weeks}</p><p>${words.goals}: ${goals.join('; ')}</p><p>${words.atHome}: ${home.daily}</p></div>`,
  )}`
}

/** The public lessons with their one line, as links. */
export function lessonList(shelf: Shelf): Html {
  return html`<ul class="list">${shelf.lessons.map(
    ({ id, title, hook, lang }) =>
      html`<li lang="${lang ?? shelf.lang}"><a href="${addressOf(shelf, { kind: 'lesson', id })}">${title}</a><span>${hook}</span></li>`,
  )}</ul>`
}

/** The sources that the open pages and lessons cite, in the order of the bibliography. */
export function cited({ pages, lessons, content }: Shelf) {
  const passages = [...lessons, ...pages.flatMap(({ sections }) => sections)].flatMap((one) => one.passages)
  const used = new Set(passages.flatMap(({ claim }) => claim?.references ?? []))
  return content.references.filter(({ id }) => used.has(id))
}

/** The bibliography: what each source is, how far we read it, and mistakes that others make with it. */
function sources(shelf: Shelf): Html {
  return html`<ol>${cited(shelf).map(({ id, cite, doi, url, check, note }) => {
    const address = doi === null ? url : `https://doi.org/${doi}`
    return html`<li class="ref" id="source-${id}"><span lang="en">${cite}</span>
${address !== null && html`<a href="${address}" rel="noreferrer noopener">${address}</a>`}
<span>${shelf.words.checks[check]}</span>${note !== null && html`<span lang="en">${note}</span>`}</li>`
  })}</ol>`
}

/** What a section draws from other content, a row a kind. */
const SHOWS: Readonly<
  Record<NonNullable<PublicPage['sections'][number]['shows']>, (shelf: Shelf, clinic: Clinic) => Html>
> = {
  body: ({ words }) => bodyDrawing(words),
  'warning-signs': warningSigns,
  phases,
  lessons: lessonList,
  sources,
}

/** The sections of a page below one another. */
export function sectionsOf({ sections }: PublicPage, shelf: Shelf, clinic: Clinic): Html {
  return html`${sections.map(
    ({ id, heading, passages, list, shows }) =>
      html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>
${passagesOf(passages, list, shelf)}${shows !== null && SHOWS[shows](shelf, clinic)}</section>`,
  )}`
}
