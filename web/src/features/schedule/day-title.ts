/** A day of the calendar, whatever the zone of this device: "Saturday 21 November". */
export const dayTitle = (day: string, locale: string, weekday: 'long' | 'short' = 'long'): string =>
  new Date(`${day}T12:00Z`).toLocaleDateString(locale, {
    weekday,
    day: 'numeric',
    month: weekday,
    timeZone: 'UTC',
  })
