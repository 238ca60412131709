import { type CalendarEntry, calendarUid } from '@dorsal/care'
import type { Config } from '../config.ts'
import { calendarWords, titleOf } from './calendar-words.ts'
import type { VisitRow } from './visits.store.ts'

/** The house that an entry comes from: its host for ids that stay, the name for calendars (may be empty), the address that mail is from. */
export type House = { host: string; calendarName: string; mail: string | null; base: string }

/** Without a public address the ids end in the name of this product: they have to stay the same, not to lead anywhere. */
export function houseOf({
  publicUrl,
  calendarName,
  mail,
}: Pick<Config, 'publicUrl' | 'calendarName' | 'mail'>): House {
  const host = publicUrl === null ? 'dorsal.invalid' : new URL(publicUrl).hostname
  return { host, calendarName, mail: mail?.from ?? null, base: publicUrl ?? '' }
}

/** A visit as its person's calendar shows it: an appointment at an address. Neither who gives it nor what kind it is. */
export function patientEntry(visit: VisitRow, lang: string, house: House): CalendarEntry {
  const { id, sequence, starts, ends, state, changedAt } = visit
  const summary = titleOf(lang, house.calendarName)
  return {
    uid: calendarUid(id, house.host),
    sequence,
    stamp: changedAt,
    starts,
    ends,
    summary,
    location: visit.type.kind === 'video' ? '' : visit.place.address,
    url: house.base === '' ? null : `${house.base}/calendar`,
    cancelled: state === 'cancelled',
    organizer: house.mail === null ? null : { name: summary, mail: house.mail },
    attendee: null,
  }
}

/** A visit as the calendar of whoever gives it shows it: a visit in a room, and nothing of whom they see. */
export function staffEntry(visit: VisitRow, lang: string, house: House): CalendarEntry {
  const { staffVisit } = calendarWords(lang)
  return {
    ...patientEntry(visit, lang, house),
    uid: calendarUid(`staff-${visit.classId ?? visit.id}`, house.host),
    summary: visit.room === null ? staffVisit : `${staffVisit} · ${visit.room}`,
    location: visit.place.name,
    url: null,
    organizer: null,
  }
}

/** A whole day on which a session is meant, under a name that says nothing. */
export function sessionEntry(day: string, feedId: string, lang: string, house: House): CalendarEntry {
  const at = `${day}T00:00:00.000Z`
  return {
    uid: calendarUid(`${feedId}-${day}`, house.host),
    sequence: 0,
    stamp: at,
    starts: at,
    ends: at,
    wholeDay: day,
    summary: calendarWords(lang).session,
    location: '',
    url: null,
    cancelled: false,
    organizer: null,
    attendee: null,
  }
}
