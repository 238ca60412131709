/**
 * `npm run bench:schedule [times]`: a made-up clinic in a throwaway database with 20 therapists who are booked to seven tenths over eight
 * weeks: what a search for free starts over all of them and all of the weeks takes, and a day of 12 of them at the desk with every visit in
 * it. The real app asked without a network; the 50th, 95th and 99th of a hundred, in turn. Ends with 1 above the budgets.
 */
import { dayAfter, dayOf, USUAL_BOOKING, wallOf, wallToInstant } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { cpus, loadavg } from 'node:os'
import { setup } from '../scripts/vitest-postgres.ts'
import { testApp } from '../server/src/test-app.ts'
import { somePlace, staffMember, superuser } from '../server/src/test-staff.ts'

const BUDGETS: Readonly<Record<string, number>> = { 'free starts': 50, 'a day at the desk': 100 }
const ZONE = 'Europe/Lisbon'
const [times = 100] = process.argv.slice(2).map(Number)

const stop = await setup()
const host = await testApp()
const db = await superuser(host)
const { tenantId } = host.database
const { visitor: admin } = await staffMember(host, { role: 'clinic-admin', name: 'Bench' })
const [one, other] = [randomUUID(), randomUUID()]
for (const id of [one, other]) await admin.ok('putLocation', { id, body: somePlace(id, { zone: ZONE }) })
const typeId = randomUUID()
const type = {
  kind: 'treatment',
  name: 'Treatment',
  minutes: 45,
  beforeMinutes: 0,
  afterMinutes: 15,
  seats: 1,
}
await admin.ok('setVisitType', {
  id: typeId,
  body: { ...type, needsRoom: true, bookedBy: 'anyone', open: true },
})
await admin.ok('setBookingRule', { body: { ...USUAL_BOOKING, noticeHours: 0 } })
const first = dayAfter(dayOf(wallOf(host.clock.now.getTime(), ZONE)), 1)
const patientId = (await host.person().agree()).patientId
let visits = 0
for (let n = 0; n < 20; n += 1) {
  const { staffId } = await staffMember(host, { role: 'therapist', name: `Therapist ${n}` })
  const placeId = n < 12 ? one : other
  const roomId = randomUUID()
  await admin.ok('setRoom', {
    id: roomId,
    body: { placeId, name: `Room ${n}`, kinds: ['treatment'], open: true },
  })
  for (const weekday of [1, 2, 3, 4, 5])
    for (const [from, to] of [
      ['08:00', '12:00'],
      ['13:00', '18:00'],
    ])
      await admin.ok('setHours', {
        id: randomUUID(),
        body: { staffId, placeId, weekday, from, to, kinds: ['treatment'], fromDay: null, untilDay: null },
      })
  for (let day = 0; day < 56; day += 1)
    for (const hour of [8, 9, 10, 13, 14, 15, 17]) {
      const wall = `${dayAfter(first, day)}T${String(hour).padStart(2, '0')}:00`
      const at = new Date(wallToInstant(wall, ZONE))
      if ([0, 6].includes(at.getUTCDay()) || (n + day + hour) % 10 === 0) continue
      visits += 1
      await db.query(
        `insert into app.visit (tenant_id, visit_id, patient_id, type_id, staff_id, location_id, room_id, starts_at, ends_at, wall, zone,
          state, after_minutes, made_at, made_by, booked_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $8::timestamptz + interval '45 minutes', $9, $10, 'booked', 15, now(), 'anyone', now())`,
        [tenantId, randomUUID(), patientId, typeId, staffId, placeId, roomId, at, wall, ZONE],
      )
    }
}
await db.query('vacuum analyze')
const person = host.person()
const tuesday = [0, 1, 2, 3, 4, 5, 6]
  .map((n) => dayAfter(first, n))
  .find((day) => new Date(day).getUTCDay() === 2)
const calls: Readonly<Record<string, () => Promise<unknown>>> = {
  'free starts': () =>
    person.ok('findSlots', {
      body: { typeId, staffId: null, placeId: null, from: first, days: 56, afterWork: false, most: 500 },
    }),
  'a day at the desk': () => admin.ok('scheduleRange', { body: { placeId: one, from: tuesday, days: 1 } }),
}
console.log(
  `20 therapists, ${visits} visits in 8 weeks; ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`,
)
const taken = new Map<string, number[]>(Object.keys(calls).map((name) => [name, []]))
for (let n = 0; n < times + 5; n += 1)
  for (const [name, call] of Object.entries(calls)) {
    const began = performance.now()
    await call()
    if (n >= 5) taken.get(name)?.push(performance.now() - began)
  }
const over: string[] = []
for (const [name, all] of taken) {
  const sorted = all.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0
  const budget = BUDGETS[name] ?? Infinity
  if (at(0.95) > budget) over.push(name)
  console.log(
    `${name}: p50 ${at(0.5).toFixed(1)}, p95 ${at(0.95).toFixed(1)}, p99 ${at(0.99).toFixed(1)} ms (p95 to be at most ${budget})`,
  )
}
console.log(`load ${loadavg()[0]?.toFixed(1)} after`)
await db.end()
await host.close()
await stop()
process.exit(over.length === 0 ? 0 : 1)
