import { remind, remindersDue, type ReminderSettings } from '@dorsal/care'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/test-database.ts'
import { BY_MAIL } from './reminder-fixture.ts'

const ZONES = [
  'America/New_York',
  'Europe/Lisbon',
  'Europe/Dublin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Phoenix',
  'Africa/Casablanca',
  'Pacific/Apia',
] as const

let database: TestDatabase
let pg: Client
beforeAll(async () => {
  database = await testDatabase()
  pg = new Client(database.url)
  await pg.connect()
})
afterAll(async () => {
  await pg.end()
  await database.drop()
})

/** On which days the clocks of a zone change, by PostgreSQL; of a zone whose do not, the days on which New York's do. */
const CHANGES = `
  with days as (select d::date as day from generate_series('2026-01-01'::date, '2027-07-01'::date, '1 day') d),
  of_zone as (select z.zone, day, (day::timestamp at time zone z.zone) - (day::timestamp at time zone 'UTC') <>
      ((day + 1)::timestamp at time zone z.zone) - ((day + 1)::timestamp at time zone 'UTC') as changes
    from days, (values ($1::text), ('America/New_York')) z(zone))
  select distinct day::text from of_zone where changes and (zone = $1 or not exists (
    select from of_zone o where o.zone = $1 and o.changes)) order by day`

/** What the reminder must be, by the clocks of the database: nine o'clock of the day before. */
const ORACLE = `
  select to_char((d + t)::timestamp, 'YYYY-MM-DD"T"HH24:MI') as wall,
    extract(epoch from ((d + t)::timestamp at time zone $1))::float8 * 1000 as starts,
    extract(epoch from (((d - 1) + time '09:00')::timestamp at time zone $1))::float8 * 1000 as nine
  from generate_series($2::date - 1, $2::date + 2, '1 day') s(day), lateral (select day::date as d) x,
    unnest(array['00:00', '01:30', '02:30', '08:00', '10:00', '23:30']::time[]) t`

/**
 * Whether the runtime's list of zones says of this instant what the database's does. Governments change their minds: Morocco's clocks stand
 * still from September 2026 on in the one and not yet in the other. The product asks the runtime alone, and there is nothing to compare.
 */
const known = (zone: string, nine: number): boolean =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeStyle: 'short' }).format(nine) === '09:00'

it('nine o’clock of the day before is nine o’clock, whatever the clocks do that night', async () => {
  let cells = 0
  let unlike = 0
  const wrong: string[] = []
  for (const zone of ZONES) {
    const changes = await pg.query<{ day: string }>(CHANGES, [zone])
    const compared = new Set<string>()
    for (const { day } of changes.rows) {
      const { rows } = await pg.query<{ wall: string; starts: number; nine: number }>(ORACLE, [zone, day])
      for (const { wall, starts, nine } of rows) {
        if (!known(zone, nine)) {
          unlike += 1
          continue
        }
        compared.add(day)
        cells += 1
        const visit = {
          id: 'v',
          starts,
          wall,
          zone,
          state: 'booked' as const,
          known: starts - 30 * 86_400_000,
        }
        const facts = {
          visits: [visit],
          session: { possible: false, week: 5, begun: [] },
          checkIn: null,
          message: null,
        }
        const settings: ReminderSettings = { ...BY_MAIL, zone, quiet: { from: '00:00', until: '00:00' } }
        const [first] = remindersDue(facts, settings, new Set(), nine)
        if (first?.from !== nine) wrong.push(`${zone} ${wall}: ${new Date(first?.from ?? 0).toISOString()}`)
        const input = {
          facts,
          settings,
          told: new Set<string>(),
          sent: [],
          reach: { mail: true, push: false },
        }
        // A visit right after midnight has its second one at ten in the evening: the first is long out by then.
        if (remind(input, nine - 60_000).send !== null || remind(input, nine).send === null)
          wrong.push(`${zone} ${wall}: not sent at that minute`)
      }
    }
    expect([zone, compared.size]).toEqual([zone, expect.toSatisfy((n: number) => n >= 2)])
  }
  process.stdout.write(
    `trust T14 ${JSON.stringify({ part: 'reminders', cells, mismatches: wrong.length, unlike })}\n`,
  )
  expect(wrong).toEqual([])
  expect(cells).toBeGreaterThanOrEqual(8 * 2 * 4 * 6)
})
