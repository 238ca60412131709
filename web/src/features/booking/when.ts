import { timeOf } from '@dorsal/care'

/** When a visit is, by the clock of its place. */
export type When = { starts: string; wall: string; zone: string }

/** "Lisbon": what people call a zone by. */
export const cityOf = (zone: string): string => zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone

const day = { weekday: 'long', day: 'numeric', month: 'long' } as const
const time = { hour: 'numeric', minute: '2-digit' } as const

/** "Monday, 30 November", by the clock of the place. */
export const dayWords = ({ starts, zone }: When, locale: string): string =>
  new Date(starts).toLocaleDateString(locale, { ...day, timeZone: zone })

/** "10:15", by the clock of the place. */
export const timeWords = ({ starts, zone }: When, locale: string): string =>
  new Date(starts).toLocaleTimeString(locale, { ...time, timeZone: zone })

/** What the clock of this device shows then, where it is another one; null where both are the same. */
export function hereWords({ starts, wall }: When, locale: string): string | null {
  const here = new Date(starts)
  const shown = `${String(here.getHours()).padStart(2, '0')}:${String(here.getMinutes()).padStart(2, '0')}`
  if (shown === timeOf(wall)) return null
  return here.toLocaleString(locale, { weekday: 'short', ...time })
}

/** The time of the day until which a start is kept, by the clock of this device. */
export const untilWords = (instant: string, locale: string): string =>
  new Date(instant).toLocaleTimeString(locale, time)
