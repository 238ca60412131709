import type { Language } from '@dorsal/content'
import { langOf } from '../mail/mailbox.ts'

/** What stands in calendars, which others see over one's shoulder: no word of health, of care, of a person. */
const WORDS: Readonly<
  Record<Language, { visit: string; session: string; staffVisit: string; list: string }>
> = {
  en: { visit: 'Appointment', session: 'Time for myself', staffVisit: 'Visit', list: 'Appointments' },
  es: { visit: 'Cita', session: 'Tiempo para mí', staffVisit: 'Visita', list: 'Citas' },
  pt: { visit: 'Compromisso', session: 'Tempo para mim', staffVisit: 'Visita', list: 'Compromissos' },
}

export const calendarWords = (lang: string) => WORDS[langOf(lang)]

/** What an appointment is called: with the name that the clinic chose for calendars, where it chose one. Its own name may tell too much. */
export const titleOf = (lang: string, calendarName: string): string =>
  [calendarWords(lang).visit, calendarName].filter((part) => part !== '').join(' · ')
