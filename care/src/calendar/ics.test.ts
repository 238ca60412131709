import fc from 'fast-check'
import { type CalendarResponse, sync, type VEvent } from 'node-ical'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { type CalendarEntry, type CalendarMethod, calendarUid, writeCalendar } from './ics.ts'

const entry = (rest: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: calendarUid('00000000-0000-7000-8000-000000000001', 'clinic.example'),
  sequence: 0,
  stamp: '2026-11-23T10:00:00.000Z',
  starts: '2026-11-24T09:00:00.000Z',
  ends: '2026-11-24T09:30:00.000Z',
  summary: 'Appointment',
  location: '1 Main Street, Lisbon',
  url: 'https://clinic.example/visits/1',
  cancelled: false,
  organizer: { name: 'Clinic', mail: 'noreply@clinic.example' },
  attendee: 'sam@example.org',
  ...rest,
})

/** What another program makes of it. */
const parsed = (text: string): CalendarResponse => sync.parseICS(text)
const eventsOf = (text: string): VEvent[] =>
  Object.values(parsed(text)).filter((one): one is VEvent => one?.type === 'VEVENT')
const one = (given: Partial<CalendarEntry>, method: CalendarMethod = 'REQUEST'): VEvent => {
  const [event, ...more] = eventsOf(writeCalendar(method, null, [entry(given)]))
  expect(more).toEqual([])
  if (event === undefined) throw new Error('no event was found in it')
  return event
}
const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'val' in value ? value.val : value

describe('a calendar', () => {
  it('is read by another program as it was meant', () => {
    const event = one({ sequence: 3 })
    expect({
      uid: event.uid,
      sequence: Number(event.sequence),
      start: event.start.toISOString(),
      end: event.end?.toISOString(),
      stamp: event.dtstamp.toISOString(),
      summary: plain(event.summary),
      location: plain(event.location),
      status: event.status,
      organizer: plain(event.organizer),
      attendee: plain(event.attendee),
      datetype: event.datetype,
    }).toEqual({
      uid: '00000000-0000-7000-8000-000000000001@clinic.example',
      sequence: 3,
      start: '2026-11-24T09:00:00.000Z',
      end: '2026-11-24T09:30:00.000Z',
      stamp: '2026-11-23T10:00:00.000Z',
      summary: 'Appointment',
      location: '1 Main Street, Lisbon',
      status: 'CONFIRMED',
      organizer: 'mailto:noreply@clinic.example',
      attendee: 'mailto:sam@example.org',
      datetype: 'date-time',
    })
  })

  it('has a method and, as a list, a name and how often to look again', () => {
    const text = writeCalendar('PUBLISH', 'Appointments', [
      entry(),
      entry({ uid: 'b@x', attendee: null, organizer: null }),
    ])
    expect(eventsOf(text)).toHaveLength(2)
    expect(parsed(text)['vcalendar']).toMatchObject({ method: 'PUBLISH', 'WR-CALNAME': 'Appointments' })
    expect(parsed(writeCalendar('PUBLISH', 'Empty', []))['vcalendar']).toMatchObject({ version: '2.0' })
  })

  it('has lines of 75 bytes at most, ended by CR LF, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300, size: 'max' }), (text) => {
        const written = writeCalendar('REQUEST', null, [entry({ summary: text, location: text })])
        expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
        for (const line of written.split('\r\n'))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
        expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(written))).toBe(
          written,
        )
      }),
    )
  })

  // Without backslashes: the other program takes an escaped one before an n for the end of a line.
  const evil = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 120, size: 'max' }),
      fc
        .array(
          fc.constantFrom('\r\n', '\n', '\r', 'ATTENDEE:mailto:x@y', 'END:VEVENT', ';', ',', ':', '"', ' é'),
          {
            maxLength: 20,
          },
        )
        .map((parts) => parts.join('')),
    )
    .map((text) => text.replaceAll('\\', '/'))
  it('keeps the name of whoever sends it within its quotes', () => {
    fc.assert(
      fc.property(evil, (name) => {
        const organizer = { name, mail: 'a@b.example' }
        const written = writeCalendar('REQUEST', null, [entry({ organizer })]).replaceAll('\r\n ', '')
        expect(written).toMatch(/^ORGANIZER;CN="[^"\r\n]*":mailto:a@b\.example\r$/m)
      }),
    )
  })

  it('says of what is cancelled that it is, in a list too', () => {
    for (const method of ['CANCEL', 'PUBLISH'] as const)
      expect(one({ cancelled: true }, method).status).toBe('CANCELLED')
    expect(one({}, 'CANCEL').status).toBe('CANCELLED')
    expect(one({}, 'PUBLISH').status).toBe('CONFIRMED')
  })

  it('escapes what would end a value, and only once', () => {
    expect(writeCalendar('PUBLISH', null, [entry({ summary: 'a\\n;b,c\nd' })])).toContain(
      'SUMMARY:a\\\\n\\;b\\,c\\nd\r\n',
    )
  })

  it('holds one event with the same words, whatever a clinic or a place is called', () => {
    fc.assert(
      fc.property(evil, (text) => {
        const event = one({
          summary: `A${text}Z`,
          location: `A${text}Z`,
          organizer: { name: text, mail: 'a@b.example' },
        })
        const meant = `A${text}Z`
          .replaceAll(/\r\n?/g, '\n')
          .replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, (sign) => (sign === '\n' ? sign : ' '))
        expect(plain(event.summary)).toBe(meant)
        expect(plain(event.location)).toBe(meant)
        expect(plain(event.attendee)).toBe('mailto:sam@example.org')
        expect(event.uid).toBe(entry().uid)
      }),
      { numRuns: 500 },
    )
  })

  it.each(['nobody', 'a@b\r\nATTENDEE:c@d', 'a@b;x', '"a"@b'])('is not written to %j', (attendee) => {
    expect(() => writeCalendar('REQUEST', null, [entry({ attendee })])).toThrow()
  })
})

/** A calendar program, as far as RFC 5546 asks: one event a UID; what is older than what it has changes nothing. */
function calendarProgram() {
  const events = new Map<string, { sequence: number; start: string; cancelled: boolean }>()
  return {
    events,
    take(text: string) {
      const method = String((parsed(text)['vcalendar'] as { method?: string } | undefined)?.method)
      for (const { uid, sequence, start, status } of eventsOf(text)) {
        const n = Number(sequence)
        if ((events.get(uid)?.sequence ?? -1) >= n) continue
        const cancelled = method === 'CANCEL' || status === 'CANCELLED'
        events.set(uid, { sequence: n, start: start.toISOString(), cancelled })
      }
    },
  }
}

describe('what is changed or cancelled', () => {
  const booked = writeCalendar('REQUEST', null, [entry()])
  const moved = writeCalendar('REQUEST', null, [entry({ sequence: 1, starts: '2026-11-24T09:15:00.000Z' })])
  const cancelled = writeCalendar('CANCEL', null, [entry({ sequence: 2, cancelled: true })])
  it.each([
    ['in order', [booked, moved, cancelled]],
    ['the first last', [moved, cancelled, booked]],
    ['the cancel first', [cancelled, booked, moved]],
  ])('is the same event, and stays cancelled, with letters that arrive %s', (_how, letters) => {
    const program = calendarProgram()
    for (const letter of letters) program.take(letter)
    expect([...program.events]).toEqual([
      [entry().uid, { sequence: 2, start: expect.any(String), cancelled: true }],
    ])
  })

  it('moves and does not double', () => {
    const program = calendarProgram()
    program.take(booked)
    program.take(moved)
    expect([...program.events.values()]).toEqual([
      { sequence: 1, start: '2026-11-24T09:15:00.000Z', cancelled: false },
    ])
  })
})

const ZONES = [
  'America/New_York',
  'Europe/Lisbon',
  'Europe/Dublin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Phoenix',
  'Africa/Casablanca',
  'Pacific/Apia',
]

/** When the clocks change in this zone in 2026 and 2027; where they never do, two days of these years. */
function changesOf(zone: string): Temporal.Instant[] {
  const until = Temporal.Instant.from('2028-01-01T00:00:00Z')
  const found: Temporal.Instant[] = []
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.from('2026-01-01T00:00:00Z').toZonedDateTimeISO(zone)
  while (at !== null) {
    at = at.getTimeZoneTransition('next')
    if (at === null || Temporal.Instant.compare(at.toInstant(), until) >= 0) break
    found.push(at.toInstant())
  }
  return found.length > 0
    ? found
    : ['2026-03-29T02:00:00Z', '2026-11-01T06:00:00Z'].map((one) => Temporal.Instant.from(one))
}

it.each(ZONES)(
  'a visit in %s begins when the clock at the place says so, on both sides of every change',
  (zone) => {
    let cells = 0
    for (const change of changesOf(zone))
      for (const hours of [-48, -25, -24, -1, 0, 1, 24, 25, 48]) {
        const starts = change.add({ hours })
        const wall = starts.toZonedDateTimeISO(zone).toPlainDateTime().toString()
        const event = one({ starts: starts.toString(), ends: starts.add({ minutes: 45 }).toString() })
        const read = Temporal.Instant.fromEpochMilliseconds(event.start.getTime())
        expect(read.toZonedDateTimeISO(zone).toPlainDateTime().toString()).toBe(wall)
        const lasts = (event.end?.getTime() ?? 0) - event.start.getTime()
        expect(lasts).toBe(45 * 60_000)
        cells += 1
      }
    expect(cells).toBeGreaterThanOrEqual(18)
  },
)
