import type { DeskRange } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testApp, type TestApp } from '../test-app.ts'
import { somePlace } from '../test-staff.ts'
import { type Booked, clinicThatBooks } from './schedule-fixture.ts'

let host: TestApp
let clinic: Booked
beforeAll(async () => {
  host = await testApp()
  clinic = await clinicThatBooks(host)
})
afterAll(() => host.close())

it('time off of one place is drawn there alone, by its clock, and beside those who work there', async () => {
  const { admin, day, placeId, staff } = clinic
  const other = randomUUID()
  await admin.ok('putLocation', { id: other, body: somePlace('Other', { zone: 'America/Sao_Paulo' }) })
  await admin.ok('setHours', {
    id: randomUUID(),
    body: {
      staffId: staff[1],
      placeId: other,
      weekday: ((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7) + 1,
      from: '14:00',
      to: '18:00',
      kinds: ['treatment'],
      fromDay: null,
      untilDay: null,
    },
  })
  const off = async (at: string | null) =>
    (await admin.ok<DeskRange>('scheduleRange', { body: { placeId: at, from: day, days: 1 } })).off.map(
      ({ staffId, starts, title }) => ({ staffId, starts, title }),
    )
  const close = (wish: { staffId: string | null; placeId: string | null; title: string }) =>
    admin.ok('setTimeOff', {
      id: randomUUID(),
      body: { from: `${day}T15:00`, until: `${day}T16:00`, ...wish },
    })
  await close({ staffId: null, placeId: other, title: 'Painters' })
  expect(await off(placeId)).toEqual([])
  const painters = { staffId: staff[1], starts: `${day}T18:00:00.000Z`, title: 'Painters' }
  expect(await off(other)).toEqual([painters])
  expect(await off(null)).toEqual([painters])
  // Of everywhere: by the clock of the place that is looked at, beside all who work there.
  await close({ staffId: null, placeId: null, title: 'Holiday' })
  expect((await off(placeId)).map((one) => one.staffId).toSorted()).toEqual([...staff].toSorted())
  expect((await off(other)).filter(({ title }) => title === 'Holiday')).toEqual([
    { ...painters, title: 'Holiday' },
  ])
})
