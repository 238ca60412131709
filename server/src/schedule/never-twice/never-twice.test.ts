import { dayAfter, type Slot, type Slots, type Visit } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import type { Client as Database } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { issueSecret } from '../../access/patient-secret.ts'
import { connect, type Db, inClinic } from '../../db/connect.ts'
import { addPatient } from '../../patient/patient.store.ts'
import { testApp, type TestApp } from '../../test-app.ts'
import { superuser } from '../../test-staff.ts'
import { endHolds } from '../end-holds.ts'
import { type Booked, clinicThatBooks, CONTACT, holdOf, oneOf } from '../schedule-fixture.ts'
import { type Asked, Client, processes } from './clients.ts'
import { faultsOf } from './oracle.ts'

const LONG = process.env['DORSAL_FULL'] !== undefined
const CLIENTS = 64
const ROUNDS = LONG ? 40 : 6

let host: TestApp
let clinic: Booked
let db: Database
let stop: () => Promise<void>
let clients: Client[]
let desk: Client
beforeAll(async () => {
  host = await testApp()
  clinic = await clinicThatBooks(host, { rooms: 2 })
  await clinic.setRule({ aheadDays: 200, stepMinutes: '15' })
  db = await superuser(host)
  const { url, tenantId } = host.database
  const running = await processes(url, tenantId, 2)
  stop = running.stop
  const secrets = await inClinic(host.database.db, tenantId, async (tx) => {
    const made: string[] = []
    for (let n = 0; n < CLIENTS; n += 1) {
      const patientId = await addPatient(tx, tenantId, host.clock.now)
      made.push(await issueSecret(tx, tenantId, patientId, host.clock.now))
    }
    return made
  })
  clients = secrets.map((secret) => new Client(running.bases, { dorsal_me: secret }))
  desk = new Client(running.bases, Object.fromEntries(clinic.admin.cookies))
}, 120_000)
afterAll(async () => {
  await stop?.()
  await db?.end()
  await host.close()
})

const times: number[] = []
const codes = new Map<string, number>()
const noted = (asked: Asked): Asked => {
  times.push(asked.ms)
  const code = asked.status === 200 ? 'done' : asked.code
  codes.set(code, (codes.get(code) ?? 0) + 1)
  return asked
}

/** What somebody may be told who comes too late; anything else is a fault. */
const FAIR = ['done', 'slot-taken', 'own-visit', 'conflict', 'hold-ended', 'too-many']

let seed = 20_261_123
const lot = (most: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
  return Math.floor((seed / 2_147_483_648) * most)
}
const byLot = <T>(some: readonly T[]): T | undefined => some[lot(some.length)]

async function slots(client: Client, typeId: string, from: string, days = 1): Promise<Slot[]> {
  const body = { typeId, staffId: null, placeId: clinic.placeId, from, days, afterWork: false, most: 500 }
  return ((await client.ask('findSlots', { body })).body as Slots).slots
}

type Act = (client: Client, day: string) => Promise<void>

const upcoming = async (client: Client): Promise<Visit[]> => {
  const { body } = await client.ask('myVisits')
  return (body as { upcoming: { visit: Visit }[] }).upcoming.map(({ visit }) => visit)
}

const series = (slot: readonly Slot[], typeId: string) => ({
  id: randomUUID(),
  typeId,
  placeId: clinic.placeId,
  visits: slot.map(({ staffId, starts }) => ({ id: randomUUID(), staffId, starts })),
})

/** Everything that takes or frees a time, by lot; many at the same few times, so that they meet. */
const ACTS: readonly Act[] = [
  async function book(client, day) {
    const slot = byLot((await slots(client, clinic.types.evaluation, day)).slice(0, 12))
    if (slot === undefined) return
    const hold = { ...holdOf(slot, clinic.types.evaluation), ...(lot(2) === 0 && { staffId: null }) }
    const [held] = (
      await Promise.all([client.ask('holdSlot', { body: hold }), client.ask('holdSlot', { body: hold })])
    ).map(noted)
    if (held?.status !== 200) return
    const body = { id: hold.id, contact: CONTACT, note: null }
    const [one, two] = await Promise.all([client.ask('bookHeld', { body }), client.ask('bookHeld', { body })])
    noted(one)
    noted(two)
    expect(one.body).toEqual(two.body)
  },
  async function holdAndForget(client, day) {
    const slot = byLot((await slots(client, clinic.types.evaluation, day)).slice(0, 12))
    if (slot === undefined) return
    const hold = holdOf(slot, clinic.types.evaluation)
    noted(await client.ask('holdSlot', { body: hold }))
    await db.query(
      `update app.visit set held_until = now() - interval '1 second' where visit_id = $1 and state = 'held'`,
      [hold.id],
    )
    // One way of two: the next who wants it lets go of it, or the job does.
    if (lot(2) === 0) await endHolds(jobs, new Date())
    noted(await client.ask('bookHeld', { body: { id: hold.id, contact: CONTACT, note: null } }))
  },
  async function bookSeveral(client, day) {
    const typeId = clinic.types.treatment
    const free = await slots(client, typeId, day, 3)
    const some = [byLot(free), byLot(free), byLot(free)].filter((slot) => slot !== undefined)
    const days = new Set<string>()
    const apart = some.filter(({ wall }) => !days.has(wall.slice(0, 10)) && days.add(wall.slice(0, 10)))
    if (apart.length === 0) return
    const body = series(apart, typeId)
    const answer = noted(await client.ask('bookSeries', { body }))
    const { booked, conflicts } = answer.body as { booked: Visit[]; conflicts: unknown[] }
    if (answer.status === 200) expect(booked.length === body.visits.length ? conflicts : booked).toEqual([])
  },
  async function takeSeat(client, day) {
    const slot = byLot(await slots(client, clinic.types.class, day, 3))
    if (slot !== undefined)
      noted(await client.ask('bookSeries', { body: series([slot], clinic.types.class) }))
  },
  async function move(client, day) {
    const visit = byLot((await upcoming(client)).filter(({ classId }) => classId === null))
    if (visit === undefined) return
    const slot = byLot(await slots(client, visit.type.id, day))
    if (slot === undefined) return
    const body = { version: visit.version, starts: slot.starts, staffId: slot.staffId }
    noted(await client.ask('moveVisit', { id: visit.id, body }))
  },
  async function cancel(client) {
    const visit = byLot(await upcoming(client))
    if (visit !== undefined)
      noted(await client.ask('cancelVisit', { id: visit.id, body: { version: visit.version } }))
  },
  async function wait(client, day) {
    const wish = { from: day, until: dayAfter(day, 3), weekdays: [], earliest: '00:00', latest: '23:59' }
    const body = { typeId: clinic.types.evaluation, staffId: null, placeId: null, wish }
    await client.ask('putOnWaitList', { id: randomUUID(), body })
    const { waits } = (await client.ask('myVisits')).body as { waits: { id: string; offer: unknown }[] }
    const offered = waits.find(({ offer }) => offer !== null)
    if (offered !== undefined)
      noted(await client.ask('answerOffer', { id: offered.id, body: { take: lot(3) > 0 } }))
  },
  async function atTheDesk(client, day) {
    const slot = byLot(await slots(client, clinic.types.treatment, day))
    if (slot === undefined) return
    const body = {
      patient: { contact: CONTACT },
      typeId: clinic.types.treatment,
      staffId: slot.staffId,
      placeId: clinic.placeId,
      roomId: null,
      classId: null,
      starts: new Date(Date.parse(slot.starts) + 5 * 60_000 * lot(3)).toISOString(),
      override: 'wished so',
    }
    const id = randomUUID()
    const [one] = (
      await Promise.all([desk.ask('deskBook', { id, body }), desk.ask('deskBook', { id, body })])
    ).map(noted)
    if (one?.status !== 200 || lot(2) === 0) return
    const { visit } = one.body as { visit: Visit }
    noted(await desk.ask('deskState', { id, body: { version: visit.version, state: 'cancelled' } }))
  },
]

let jobs: Db
beforeAll(() => {
  jobs = connect(host.database.url, () => {}, 2)
})
afterAll(() => jobs?.destroy())

let cold = 0
const percentile = (share: number): number =>
  Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0)

it(
  'a time is never given twice, whatever many do at once in two processes',
  async () => {
    const { day, staff } = clinic
    const starts = [0, 1, 2].map((n) => `${dayAfter(day, n)}T11:00:00.000Z`)
    await desk.ask('setClasses', {
      id: randomUUID(),
      body: { typeId: clinic.types.class, staffId: staff[1], placeId: clinic.placeId, roomId: null, starts },
    })
    const everybody = () =>
      Promise.all(clients.map(async (client) => byLot(ACTS)?.(client, dayAfter(day, lot(3)))))
    await everybody()
    // Both processes have only just started: what their first calls take is the reading of code. It is told apart.
    cold = percentile(0.99)
    times.length = 0
    for (let round = 0; round < ROUNDS; round += 1) await everybody()
    expect(await faultsOf(db)).toEqual({ therapist: 0, room: 0, person: 0, seats: 0, ticks: 0, left: 0 })
    expect([...codes.keys()].filter((code) => !FAIR.includes(code))).toEqual([])
  },
  LONG ? 600_000 : 120_000,
)

it('every free time is had by somebody, and nobody sees an error of the database', async () => {
  // A day that nobody has touched: three visits of an hour and a quarter for each of two therapists, in two rooms.
  const day = dayAfter(clinic.day, 30)
  const before = await slots(oneOf(clients), clinic.types.evaluation, day)
  const wish = before.filter(({ wall }) => ['09:00', '10:15', '11:30'].includes(wall.slice(11)))
  expect(wish).toHaveLength(6)
  const answers = await Promise.all(
    clients.map(async (client, n) => {
      const slot = oneOf(wish, n % wish.length)
      const hold = holdOf(slot, clinic.types.evaluation)
      // All share one network here, of which eight may keep a time at once: whoever is told so asks again.
      let held = noted(await client.ask('holdSlot', { body: hold }))
      while (held.code === 'too-many') held = noted(await client.ask('holdSlot', { body: hold }))
      if (held.status !== 200) return held.code
      return noted(await client.ask('bookHeld', { body: { id: hold.id, contact: CONTACT, note: null } })).code
    }),
  )
  expect(answers.filter((code) => code === '')).toHaveLength(wish.length)
  expect(new Set(answers)).toEqual(new Set(['', 'slot-taken']))
  expect(await slots(oneOf(clients), clinic.types.evaluation, day)).toEqual([])
  process.stdout.write(
    `trust T11 ${JSON.stringify({ clients: CLIENTS, processes: 2, asked: times.length, codes: Object.fromEntries(codes), p50: percentile(0.5), p99: percentile(0.99), coldP99: cold, ...(await faultsOf(db)) })}\n`,
  )
})

it('the same acts without ticks and locks would give times twice', async () => {
  // The negative control: looking first and writing then, as a calendar does that was not made for this.
  const starts = new Date(`${dayAfter(clinic.day, 60)}T10:00:00.000Z`)
  const ends = new Date(starts.getTime() + 45 * 60_000)
  const naive = connect(host.database.url, () => {}, 32)
  const { tenantId } = host.database
  await Promise.all(
    clients.map(() =>
      inClinic(naive, tenantId, async (tx) => {
        const [staffId] = clinic.staff
        const busy = await tx
          .selectFrom('app.visit')
          .select('visit_id')
          .where('staff_id', '=', staffId)
          .where('starts_at', '<', ends)
          .where('ends_at', '>', starts)
          .execute()
        if (busy.length > 0) return
        await tx
          .insertInto('app.visit')
          .values({
            tenant_id: tenantId,
            visit_id: randomUUID(),
            patient_id: await addPatient(tx, tenantId, host.clock.now),
            type_id: clinic.types.treatment,
            staff_id: staffId,
            location_id: clinic.placeId,
            room_id: null,
            starts_at: starts,
            ends_at: ends,
            wall: '2026-01-01T10:00',
            zone: 'Europe/Lisbon',
            state: 'booked',
            made_at: host.clock.now,
            made_by: 'anyone',
          })
          .execute()
      }),
    ),
  )
  await naive.destroy()
  expect((await faultsOf(db))['therapist']).toBeGreaterThan(0)
})
