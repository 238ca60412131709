import { dayAfter, type DeskVisit, type Visit, type VisitPage } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../test-app.ts'
import { otherClinic, staffMember } from '../test-staff.ts'
import { bookFirst, type Booked, clinicThatBooks, oneOf, slotsFor } from './schedule-fixture.ts'

let host: TestApp
let clinic: Booked
let visit: Visit
let patientId: string
beforeAll(async () => {
  host = await testApp()
  clinic = await clinicThatBooks(host)
  const slots = await slotsFor(host.person(), clinic, {
    typeId: clinic.types.evaluation,
    staffId: clinic.staff[0],
  })
  visit = await bookFirst(host.person(), clinic, oneOf(slots))
  const seen = await clinic.therapist.ok<{ visit: DeskVisit }>('visit', { id: visit.id })
  patientId = seen.visit.patientId ?? ''
})
afterAll(() => host.close())

const approve = async (visits: number, until: string) => {
  const authorisation = { visits, from: dayAfter(clinic.day, -10), until }
  await clinic.admin.ok('setAuthorisation', { id: patientId, body: { authorisation } })
  return (await clinic.therapist.ok<VisitPage>('visitPage', { id: patientId })).authorisation
}

describe('the visits of one person', () => {
  it('are those of that person alone', async () => {
    const slots = await slotsFor(host.person(), clinic, {
      typeId: clinic.types.evaluation,
      staffId: clinic.staff[0],
    })
    await bookFirst(host.person(), clinic, oneOf(slots))
    const page = await clinic.therapist.ok<VisitPage>('visitPage', { id: patientId })
    expect(page.visits.map(({ id }) => id)).toEqual([visit.id])
    expect(page.authorisation).toBeNull()
  })

  it('say how what a payer approved stands', async () => {
    const far = dayAfter(clinic.day, 60)
    expect(await approve(9, far)).toMatchObject({ used: 0, booked: 1, left: 8, warnings: [] })
    expect(await approve(2, far)).toMatchObject({ left: 1, warnings: ['few-left'] })
    expect((await approve(9, dayAfter(clinic.day, 3)))?.warnings).toEqual(['ends-soon'])
    expect(await approve(9, dayAfter(clinic.day, -1))).toMatchObject({
      booked: 0,
      afterEnd: 1,
      warnings: ['ends-soon', 'after-end'],
    })
  })

  it('are not for the front desk, nor for a colleague who does not treat them; the visit itself is', async () => {
    const { visitor: desk } = await staffMember(host, { role: 'front-desk', name: 'Dora Desk' })
    expect((await desk.call('visitPage', { id: patientId })).status).toBe(403)
    // What was approved is no part of the record: the desk books by it.
    const approved = await desk.ok<Pick<VisitPage, 'authorisation'>>('authorisation', { id: patientId })
    expect(approved.authorisation).toMatchObject({ visits: 9 })
    expect((await desk.call('authorisation', { id: randomUUID() })).status).toBe(404)
    const seen = await desk.ok<{ visit: DeskVisit }>('visit', { id: visit.id })
    expect(seen.visit).toMatchObject({ id: visit.id, opensRecord: false })
    const { visitor: other } = await staffMember(host, { role: 'therapist', name: 'Otto Other' })
    expect((await other.call('visitPage', { id: patientId })).status).toBe(403)
    expect((await clinic.therapist.call('visit', { id: randomUUID() })).status).toBe(404)
  })

  it('are nothing to another clinic: they answer there as what does not exist', async () => {
    const tenantId = await otherClinic(host)
    const { visitor: far } = await staffMember(host, { role: 'therapist', name: 'Fay Far', tenantId })
    for (const [name, id] of [
      ['visit', visit.id],
      ['visitPage', patientId],
    ] as const) {
      const foreign = await far.call(name, { id })
      expect(foreign.status).toBe(404)
      expect(foreign.raw.body).toBe((await far.call(name, { id: randomUUID() })).raw.body)
    }
  })

  it('are found for booking by a part of the name at the desk; by whoever treats others only by the whole of it', async () => {
    const { visitor: desk } = await staffMember(host, { role: 'front-desk', name: 'Dan Desk' })
    const { visitor: other } = await staffMember(host, { role: 'therapist', name: 'Olga Other' })
    const found = async (who: typeof desk, text: string) =>
      (await who.ok<{ people: { who: string }[] }>('deskPeople', { body: { text } })).people.length
    expect(await found(desk, 'Must')).toBe(2)
    expect(await found(clinic.therapist, 'Must')).toBe(2)
    expect(await found(other, 'Must')).toBe(0)
    expect(await found(other, 'mia muster')).toBe(2)
  })
})
