import {
  dayAfter,
  freeStarts,
  openTimes,
  wallClock,
  wallOf,
  wallToInstant,
  type VisitType,
} from '@dorsal/care'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testApp, type TestApp } from '../test-app.ts'
import { superuser } from '../test-staff.ts'

let host: TestApp
let db: Client
beforeAll(async () => {
  host = await testApp()
  db = await superuser(host)
})
afterAll(async () => {
  await db.end()
  await host.close()
})

/** Zones with whole hours, half hours, three quarters, no change, a change for a month, and one that once skipped a day. */
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

/** The days of two years on which the clocks of a zone change, as PostgreSQL knows them; where there are none, two days like any other. */
async function changesOf(zone: string): Promise<string[]> {
  const { rows } = await db.query<{ day: string }>(
    `select to_char(day, 'YYYY-MM-DD') as day from generate_series('2026-12-01'::timestamp, '2028-03-01', '1 day') day
     where (day + interval '1 day') at time zone $1 - day at time zone $1 <> interval '24 hours'`,
    [zone],
  )
  return rows.length > 0 ? rows.map(({ day }) => day) : ['2027-03-28', '2027-10-31']
}

const TYPE: VisitType = {
  id: 'a',
  kind: 'treatment',
  name: '',
  minutes: 30,
  beforeMinutes: 0,
  afterMinutes: 0,
  seats: 1,
  needsRoom: false,
  bookedBy: 'anyone',
  open: true,
}

/** What a browser's own clock shows: the same data of zones as ours, by another way. */
function shownAt(instant: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant)
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? ''
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`
}

/** Whether this database was built with the same rules for a zone as this Node, day by day over the two years. */
async function sameData(zone: string): Promise<boolean> {
  const { rows } = await db.query<{ at: string; wall: string }>(
    `select extract(epoch from s) * 1000 as at, to_char(s at time zone $1, 'YYYY-MM-DD"T"HH24:MI') as wall
     from generate_series('2026-12-01Z'::timestamptz, '2028-03-01Z', '6 hours') s`,
    [zone],
  )
  return rows.every(({ at, wall }) => shownAt(Number(at), zone) === wall)
}

/** Free starts of three days, in hours that reach over the change and in those of a working day. */
function startsOf(zone: string, from: string, hours: readonly (readonly [string, string])[]) {
  const week = [1, 2, 3, 4, 5, 6, 7]
  const open = openTimes({
    hours: hours.flatMap(([first, to]) =>
      week.map((weekday) => ({
        id: '',
        staffId: 's',
        placeId: 'p',
        weekday,
        from: first,
        to,
        kinds: ['treatment' as const],
        fromDay: null,
        untilDay: null,
      })),
    ),
    timeOff: [],
    zones: new Map([['p', zone]]),
    from,
    days: 3,
  })
  return { open, free: freeStarts({ open, type: TYPE, rooms: [], taken: new Map(), step: 30, soonest: 0 }) }
}

it('clocks change, visits do not: what is offered says the time that PostgreSQL says, and a day is as long as it is', async () => {
  let cells = 0
  const wrong: string[] = []
  const tell = (what: string, ours: unknown, theirs: unknown): void => {
    cells += 1
    if (ours !== theirs) wrong.push(`${what}: ${String(ours)} for ${String(theirs)}`)
  }
  const wallAt = wallClock()
  const older: string[] = []
  for (const zone of ZONES) {
    // Two sets of rules, of which one is older, cannot be held against each other: then the browser's clock alone is asked.
    const asksDatabase = await sameData(zone)
    if (!asksDatabase) older.push(zone)
    for (const day of await changesOf(zone)) {
      const { open, free } = startsOf(zone, dayAfter(day, -1), [
        ['00:30', '05:30'],
        ['09:00', '17:00'],
      ])
      const { rows } = await db.query<{ wall: string }>(
        `select to_char(to_timestamp(s / 1000.0) at time zone $2, 'YYYY-MM-DD"T"HH24:MI') as wall from unnest($1::float8[]) s`,
        [free.map(({ starts }) => starts), zone],
      )
      for (const [n, { starts }] of free.entries()) {
        const shown = shownAt(starts, zone)
        tell(`${zone} ${starts}`, wallAt(starts, zone), shown)
        tell(`${zone} ${starts} once`, wallOf(starts, zone), shown)
        if (asksDatabase) tell(`${zone} ${starts} kept`, shown, rows[n]?.wall)
      }
      if (!asksDatabase) continue
      for (const { from, to } of open) {
        const wall = wallOf(from, zone)
        const lengths = await db.query<{ ms: string; at: string }>(
          `select extract(epoch from ($2::timestamp at time zone $3) - ($1::timestamp at time zone $3)) * 1000 as ms,
             extract(epoch from $1::timestamp at time zone $3) * 1000 as at`,
          [wall, wallOf(to, zone), zone],
        )
        // A time that is shown twice is the first for us and the second for PostgreSQL: only what is shown once is compared by it.
        const twice =
          wallOf(wallToInstant(wall, zone) + 3_600_000, zone) === wall ||
          wallOf(wallToInstant(wall, zone) + 1_800_000, zone) === wall
        if (!twice) tell(`${zone} ${wall} begins`, from, Number(lengths.rows[0]?.at))
        if (!twice) tell(`${zone} ${wall} lasts`, to - from, Number(lengths.rows[0]?.ms))
      }
      // The same time of the day, week after week, over the change.
      for (let week = -3; week <= 3; week += 1) {
        const wall = `${dayAfter(day, week * 7)}T10:00`
        const at = await db.query<{ at: string }>(
          `select extract(epoch from $1::timestamp at time zone $2) * 1000 as at`,
          [wall, zone],
        )
        tell(`${zone} ${wall}`, wallToInstant(wall, zone), Number(at.rows[0]?.at))
      }
    }
  }
  expect(older.length).toBeLessThan(ZONES.length / 2)
  expect(wrong).toEqual([])
  process.stdout.write(
    `trust T14 ${JSON.stringify({ zones: ZONES.length, cells, mismatches: wrong.length, older })}\n`,
  )
})
