import { dayAfter, dayIn, type GoalGiven, goalWeek, mondayOf } from '@dorsal/care'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/test-database.ts'

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
/** Around the changes of the clocks of 2025 and the first half of 2026, which both sides know; half an hour apart, through whole weeks. */
const CHANGES = [
  '2025-03-09',
  '2025-03-30',
  '2025-04-06',
  '2025-10-05',
  '2025-10-26',
  '2025-11-02',
  '2026-03-22',
]
const HALF_HOUR = 1_800_000

let database: TestDatabase
let pg: Client
beforeAll(async () => {
  database = await testDatabase()
  pg = new Client(database.superUrl)
  await pg.connect()
})
afterAll(async () => {
  await pg.end()
  await database.drop()
})

const aSet = { planItemId: 'a', exerciseId: 'a', set: 1 } as GoalGiven['reports'][number]['sets'][number]

describe('the week of a goal', () => {
  it.each(ZONES)('in %s is the one that the database counts, half an hour by half an hour', async (zone) => {
    let cells = 0
    for (const change of CHANGES) {
      const from = Date.parse(`${dayAfter(change, -9)}T00:00:00Z`)
      const instants = Array.from({ length: 18 * 48 }, (_, n) => new Date(from + n * HALF_HOUR).toISOString())
      const { rows } = await pg.query<{ day: string; monday: string }>(
        `select (t at time zone $1)::date::text as day, date_trunc('week', t at time zone $1)::date::text as monday
         from unnest($2::timestamptz[]) with ordinality as u(t, n) order by n`,
        [zone, instants],
      )
      expect(instants.map((at) => dayIn(at, zone))).toEqual(rows.map(({ day }) => day))
      expect(instants.map((at) => mondayOf(dayIn(at, zone)))).toEqual(rows.map(({ monday }) => monday))
      cells += instants.length * 2
      for (const monday of new Set(rows.map((row) => row.monday))) {
        const given = {
          monday,
          today: dayAfter(monday, 6),
          zone,
          perWeek: 7,
          since: '2024-01-01T00:00:00.000Z',
          told: [],
          flares: [],
        }
        const inWeek = rows.filter((row) => row.monday === monday)
        const reports = instants.map((endedAt) => ({ endedAt, sets: [aSet], stop: null }))
        const done = goalWeek({ ...given, reports })
          .days.filter(({ state }) => state === 'done')
          .map(({ day }) => day)
        expect(done).toEqual([...new Set(inWeek.map(({ day }) => day))].sort())
        cells += 1
      }
    }
    process.stdout.write(`trust T14 ${JSON.stringify({ part: 'goal week', zone, cells, mismatches: 0 })}\n`)
  })
})
