import { dayAfter } from '../schedule/clock.ts'

/** What a calendar is told to do with what it is sent: to show a list, to put an appointment in, or to take it out. */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL'

/**
 * One thing in a calendar. `uid` stays the same for as long as the thing is the same; `sequence` rises with every change, so that a letter
 * that comes late changes nothing. `starts`, `ends`, `stamp` are instants. `attendee`: the address that it was sent to.
 */
export type CalendarEntry = {
  uid: string
  sequence: number
  stamp: string
  starts: string
  ends: string
  /** A whole day, `2026-11-24`, whatever the clocks are where it is read; then `starts` and `ends` count for nothing. */
  wholeDay?: string
  summary: string
  location: string
  url: string | null
  cancelled: boolean
  organizer: { name: string; mail: string } | null
  attendee: string | null
}

/** Bytes of a line at most (RFC 5545, 3.1). */
const LINE_BYTES = 75

/** Bytes that a sign takes in UTF-8. */
function bytesOf(sign: string): number {
  const point = sign.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}

/** Long lines go on in the next one after a space; no sign is cut in two. */
function folded(line: string): string {
  let out = ''
  let bytes = 0
  for (const sign of line) {
    const size = bytesOf(sign)
    if (bytes + size > LINE_BYTES) {
      out += '\r\n '
      bytes = 1
    }
    out += sign
    bytes += size
  }
  return out
}

/** Without what no calendar may hold: control signs, and halves of signs. */
const clean = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, (sign) => (sign === '\n' ? sign : ' '))
    .trim()

/** A text as a value: nothing in it can end the line, or begin another property. */
const asText = (text: string): string =>
  clean(text)
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')

/** A text as the parameter of a property: in quotes, so without quotes of its own. */
const asParameter = (text: string): string => `"${clean(text).replaceAll(/["\n]/g, ' ')}"`

/** An address in a property; what is none is refused, so that it can bring no line of its own. */
function asMailto(mail: string): string {
  if (!/^[^\s@<>":;,\p{Cc}]+@[^\s@<>":;,\p{Cc}]+$/u.test(mail)) throw new Error('no address of mail')
  return `mailto:${mail}`
}

/** An instant by no zone's clocks: `20261124T090000Z`. No rule of any zone can move it. */
const asInstant = (instant: string): string => new Date(instant).toISOString().replaceAll(/[-:]|\.\d+/g, '')

/**
 * What a clinic's host name is worth in a `UID`: letters, digits, dots and hyphens.
 * @param id The id of the visit or session.
 */
export const calendarUid = (id: string, host: string): string => `${id}@${host.replaceAll(/[^\w.-]/g, '-')}`

/** When it is: two instants, or a whole day, which ends where the next one begins. */
function times({ starts, ends, wholeDay }: CalendarEntry): string[] {
  if (wholeDay === undefined) return [`DTSTART:${asInstant(starts)}`, `DTEND:${asInstant(ends)}`]
  const asDay = (day: string): string => day.replaceAll('-', '')
  return [`DTSTART;VALUE=DATE:${asDay(wholeDay)}`, `DTEND;VALUE=DATE:${asDay(dayAfter(wholeDay, 1))}`]
}

function event(entry: CalendarEntry, method: CalendarMethod): string[] {
  const { organizer, attendee, url } = entry
  const cancelled = entry.cancelled || method === 'CANCEL'
  return [
    'BEGIN:VEVENT',
    `UID:${asText(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${asInstant(entry.stamp)}`,
    ...times(entry),
    `SUMMARY:${asText(entry.summary)}`,
    ...(entry.location === '' ? [] : [`LOCATION:${asText(entry.location)}`]),
    ...(url === null ? [] : [`URL:${clean(url).replaceAll(/\s/g, '')}`]),
    ...(organizer === null
      ? []
      : [`ORGANIZER;CN=${asParameter(organizer.name)}:${asMailto(organizer.mail)}`]),
    // It is agreed already: nobody's calendar shall answer the clinic's mailbox.
    ...(attendee === null
      ? []
      : [`ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;RSVP=FALSE:${asMailto(attendee)}`]),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'CLASS:PRIVATE',
    `TRANSP:${entry.wholeDay === undefined ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ]
}

/**
 * A calendar as text (RFC 5545; as an invitation RFC 5546). Times are instants, so there are neither floating times nor rules of zones in it.
 * @param method What the calendar that reads it shall do.
 * @param name What a list that somebody subscribes to is called; null: it has no name.
 * @param entries In any order. An address that is none, or a time that is none, is an error: nothing half-right is sent.
 * @returns The text, its lines ended by CR LF.
 */
export function writeCalendar(
  method: CalendarMethod,
  name: string | null,
  entries: readonly CalendarEntry[],
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dorsal//Calendar//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...(name === null
      ? []
      : [`X-WR-CALNAME:${asText(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H']),
    ...entries.flatMap((entry) => event(entry, method)),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
