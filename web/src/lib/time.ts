import { i18n } from './i18n.ts'

/** Some browsers hand on what the machine calls its language ("en-US@posix"), which no way of writing is known by. */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}

/** The person's own way of writing days within the language of the page: of two English-speaking countries, the browser's. */
function writing(): string {
  const tags = typeof navigator === 'undefined' ? [] : navigator.languages
  return tags.find((tag) => tag.slice(0, 2).toLowerCase() === i18n.locale && isTag(tag)) ?? i18n.locale
}

/** This moment in UTC, as the API and the rules take it. */
export function nowInstant(): string {
  return new Date().toISOString()
}

/** A day in the reader's own way of writing, with the weekday: "Saturday, 21 November". */
export function dayOf(instant: string, locale: string = writing()): string {
  return new Date(instant).toLocaleDateString(locale, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** A date with its year, for what is kept: "21 November 2026". */
export function dateOf(instant: string, locale: string = writing()): string {
  return new Date(instant).toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** A moment in the reader's own way of writing: "21 November, 14:05". */
export function momentOf(instant: string, locale: string = writing()): string {
  return new Date(instant).toLocaleString(locale, {
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  })
}

/** A moment with its year, for what is signed: "22 November 2026, 14:05". */
export function signedMomentOf(instant: string, locale: string): string {
  return new Date(instant).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' })
}

/** A day as people say it here: "Sat 21 Nov". */
export function shortDayOf(instant: string, locale: string): string {
  return new Date(instant).toLocaleDateString(locale, { weekday: 'short', day: 'numeric', month: 'short' })
}

/** A day and the time of day in the reader's own zone. */
export function shortMomentOf(instant: string, locale: string): string {
  return new Date(instant).toLocaleString(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
}
