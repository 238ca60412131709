import type { Needs, OwnCalendar, OwnVisits, PanelPage, Visit, VisitCheckIn, VisitPage } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../test-app.ts'
import { staffMember } from '../test-staff.ts'
import { bookFirst, type Booked, clinicThatBooks, oneOf, slotsFor } from './schedule-fixture.ts'

const HOUR = 3_600_000
let host: TestApp
let clinic: Booked
/** Three people, each with a visit on the morning of the day after tomorrow. */
let people: { who: ReturnType<TestApp['person']>; visit: Visit }[]
beforeAll(async () => {
  host = await testApp()
  host.clock.now = new Date(`${host.clock.now.toISOString().slice(0, 10)}T08:50:00.000Z`)
  clinic = await clinicThatBooks(host)
  people = []
  for (let n = 0; n < 3; n += 1) {
    const who = host.person()
    const slots = await slotsFor(who, clinic, { typeId: clinic.types.evaluation, staffId: clinic.staff[0] })
    people.push({ who, visit: await bookFirst(who, clinic, oneOf(slots)) })
  }
})
afterAll(() => host.close())

const NO: VisitCheckIn = {
  answers: { PS1: 'no', PS2: 'no', PS3: 'no', PS4: 'no' },
  pain: 4,
  since: 'better',
  wish: 'Sit longer at work',
  medicines: 'same',
  medicineWords: null,
}
const say = (
  who: ReturnType<TestApp['person']>,
  id: string,
  said: Partial<VisitCheckIn> = {},
  sent = randomUUID(),
) => who.call('checkInToVisit', { id, body: { ...NO, ...said, id: sent } })

const asked = async () => (await oneOf(people).who.ok<OwnVisits>('myVisits')).upcoming[0]?.checkIn
const reasonsOf = async (patientId: string) =>
  (await clinic.therapist.ok<PanelPage>('panel')).rows.find((row) => row.patientId === patientId)?.reasons ??
  []
const read = async (id: string): Promise<VisitPage> => {
  const seen = await clinic.therapist.ok<{ visit: { patientId: string } }>('visit', { id })
  return clinic.therapist.ok<VisitPage>('visitPage', { id: seen.visit.patientId })
}
const idOf = async (id: string): Promise<string> =>
  (await clinic.therapist.ok<{ visit: { patientId: string } }>('visit', { id })).visit.patientId

describe('the questions before a visit', () => {
  it('come two days before it, not sooner', async () => {
    const { who, visit } = oneOf(people)
    expect(await asked()).toBeNull()
    expect((await say(who, visit.id)).body).toMatchObject({ code: 'check-in-closed' })
    // In steps, so that whoever treats stays signed in.
    const open = Date.parse(oneOf(people, -1).visit.starts) - 48 * HOUR
    while (host.clock.now.getTime() < open) {
      host.clock.now = new Date(Math.min(open, host.clock.now.getTime() + HOUR / 2))
      await clinic.therapist.ok('panel')
    }
    expect(await asked()).toBe('open')
  })

  it('are read by whoever treats; said anew, the later counts; sent twice, once', async () => {
    const { who, visit } = oneOf(people)
    expect((await who.ok<{ checkIn: null }>('visitCheckIn', { id: visit.id })).checkIn).toBeNull()
    const id = randomUUID()
    const [one, two] = [await say(who, visit.id, {}, id), await say(who, visit.id, {}, id)]
    expect(one.body).toEqual(two.body)
    expect(one.body).toMatchObject({ card: null })
    expect(await asked()).toBe('given')
    host.clock.now = new Date(host.clock.now.getTime() + 1000)
    await say(who, visit.id, { pain: 6, wish: null })
    const { checkIns } = await read(visit.id)
    expect(checkIns).toHaveLength(1)
    expect(checkIns[0]).toMatchObject({ visitId: visit.id, pain: 6, wish: null, since: 'better' })
    expect(await who.ok('visitCheckIn', { id: visit.id })).toMatchObject({ checkIn: { pain: 6 } })
    expect(await reasonsOf(await idOf(visit.id))).not.toContain('red-flag')
  })

  it('stand in the list of the day for whoever may read them, and are no longer asked for on the page of today', async () => {
    const { who, visit } = oneOf(people)
    const patientId = await idOf(visit.id)
    const needs = (by: typeof clinic.therapist, ids: string[]) =>
      by.ok<Needs>('needs', { body: { people: ids } })
    const { said } = await needs(clinic.therapist, [patientId])
    expect(said).toMatchObject([{ visitId: visit.id, pain: 6 }])
    expect((await needs(clinic.therapist, [randomUUID()])).said).toEqual([])
    // Whoever set the clinic up days ago is no longer signed in.
    const { visitor: admin } = await staffMember(host, { role: 'clinic-admin', name: 'Ada Anew' })
    await admin.ok('joinTeam', {
      id: patientId,
      params: { staffId: oneOf(clinic.staff) },
      body: { part: 'lead', until: null },
    })
    const { visitor: outsider } = await staffMember(host, { role: 'therapist', name: 'Olu' })
    expect((await needs(outsider, [patientId])).said).toEqual([])
    expect((await needs(clinic.therapist, [patientId])).said).toHaveLength(1)
    expect((await who.ok<OwnCalendar>('ownCalendar')).answered).toEqual([visit.id])
    expect((await oneOf(people, 1).who.ok<OwnCalendar>('ownCalendar')).answered).toEqual([])
  })

  it('of another person are as those of no visit at all', async () => {
    const { who } = oneOf(people, 1)
    const { visit } = oneOf(people)
    const [foreign, absent] = [await say(who, visit.id), await say(who, randomUUID())]
    expect(foreign.status).toBe(404)
    expect(foreign.body).toEqual(absent.body)
    const look = (id: string) => who.call('visitCheckIn', { id })
    expect((await look(visit.id)).body).toEqual((await look(randomUUID())).body)
  })

  it.each([
    [0, 'a danger question answered with yes', { answers: { ...NO.answers, PS2: 'yes' } }, 'emergency'],
    [
      1,
      'words of danger among the wishes',
      { wish: 'both my legs are numb and I cannot hold my urine' },
      'emergency',
    ],
    [
      2,
      'words of danger about medicines',
      { medicines: 'changed', medicineWords: 'I want to kill myself' },
      'self-harm',
    ],
  ] as const)('by %s with %s raise what they would raise anywhere', async (n, _, said, card) => {
    const { who, visit } = oneOf(people, n)
    const patientId = await idOf(visit.id)
    expect(await reasonsOf(patientId)).not.toContain('red-flag')
    const answer = await say(who, visit.id, said)
    expect(answer.body).toMatchObject({ card })
    expect(await reasonsOf(patientId)).toContain('red-flag')
  })
})
