import type { Teams } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { otherClinic, somePlace, staffMember } from '../test-staff.ts'
import { testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp()
})
afterAll(() => host.close())

const adminOf = async (tenantId?: string) =>
  (await staffMember(host, { role: 'clinic-admin', name: 'Ada', ...(tenantId && { tenantId }) })).visitor

it('a place has an address and the clocks of its zone; closed it stays, and opens again', async () => {
  const admin = await adminOf()
  const id = randomUUID()
  const said = somePlace('North', { address: 'Rua do Norte 1\n1200 Lisboa', phone: '+351 210' })
  await admin.ok('putLocation', { id, body: said })
  const placeNow = async () => (await admin.ok<Teams>('teams')).locations.find((place) => place.id === id)
  expect(await placeNow()).toEqual({ id, ...said })
  await admin.ok('putLocation', { id, body: { ...said, zone: null, open: false } })
  expect(await placeNow()).toEqual({ id, ...said, zone: null, open: false })
  await admin.ok('putLocation', { id, body: { ...said, name: 'North wing' } })
  expect(await placeNow()).toEqual({ id, ...said, name: 'North wing' })
})

it('a zone that no clock knows is refused, and so is a place without a name', async () => {
  const admin = await adminOf()
  for (const wrong of [{ zone: 'Europe/Nowhere' }, { zone: '+01:00' }, { name: '  ' }]) {
    const answer = await admin.call('putLocation', { id: randomUUID(), body: somePlace('North', wrong) })
    expect([wrong, answer.status]).toEqual([wrong, 400])
  }
})

it('is its own clinic’s: the same id elsewhere is another place', async () => {
  const [admin, far] = [await adminOf(), await adminOf(await otherClinic(host))]
  const id = randomUUID()
  await admin.ok('putLocation', { id, body: somePlace('Ours') })
  await far.ok('putLocation', { id, body: somePlace('Theirs') })
  const named = async (by: typeof admin) =>
    (await by.ok<Teams>('teams')).locations.find((place) => place.id === id)?.name
  expect([await named(admin), await named(far)]).toEqual(['Ours', 'Theirs'])
})
