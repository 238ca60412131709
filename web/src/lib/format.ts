/** A day as people say it here: "Sat 21 Nov". */
export function formatDay(iso: string, locale: string): string {
  return new Date(iso).toLocaleDateString(locale, { weekday: 'short', day: 'numeric', month: 'short' })
}

/** A day and the time of day in the reader's own zone. */
export function formatMoment(iso: string, locale: string): string {
  return new Date(iso).toLocaleString(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
}
