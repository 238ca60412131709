import type { PasskeyChallenge, StaffSecurity } from '@dorsal/care'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CLINICIAN, testApp, type TestApp } from '../test-app.ts'
import type { Visitor } from '../seed/visitor.ts'
import { Device, type Kind } from './passkey-device.ts'

let host: TestApp
let owner: Visitor
beforeAll(async () => {
  host = await testApp()
  owner = await host.clinician()
})
afterEach(() => host.database.db.deleteFrom('auth.passkey').execute())
afterAll(() => host.close())

const ORIGIN = 'http://127.0.0.1'
const password = CLINICIAN.password

async function added(kind: Kind = 'es256', bend: (device: Device) => void = () => {}): Promise<Device> {
  const device = new Device(kind, ORIGIN)
  bend(device)
  const challenge = await owner.ok<PasskeyChallenge>('newStaffPasskey', { body: { password } })
  await owner.ok('addStaffPasskey', { body: device.make(challenge) })
  return device
}

const signedBy = async (device: Device, bend: (device: Device) => void = () => {}) => {
  const person = host.person()
  const challenge = await person.ok<PasskeyChallenge>('staffPasskeyChallenge')
  bend(device)
  return { person, body: device.sign(challenge) }
}

describe('passkeys', () => {
  it.each(['es256', 'eddsa', 'rs256'] as const)(
    'of %s are made, and sign in without anything else',
    async (kind) => {
      const device = await added(kind)
      const { person, body } = await signedBy(device)
      await person.ok('staffPasskeySignIn', { body })
      await person.ok('panel')
    },
  )

  it.each([true, false])(
    'T06: what was signed once signs in once, also for many at the same moment (counted: %s)',
    async (counts) => {
      const { body } = await signedBy(await added(), (device) => {
        device.counts = counts
      })
      const sent = await Promise.all(
        Array.from({ length: 20 }, () => host.person().call('staffPasskeySignIn', { body })),
      )
      expect(sent.filter((reply) => reply.status === 200)).toHaveLength(1)
    },
  )

  it.each<[string, (device: Device) => void]>([
    ['for another site', (d) => (d.origin = 'https://evil.example')],
    ['for another name', (d) => (d.rpId = 'evil.example')],
    ['inside a foreign frame', (d) => (d.crossOrigin = true)],
    ['without the person being known to the device', (d) => (d.flags &= ~0x04)],
    ['without anybody there', (d) => (d.flags &= ~0x01)],
    ['over another challenge', (d) => (d.challenge = 'A'.repeat(43))],
    ['as if it were being made', (d) => (d.type = 'webauthn.create')],
    ['by another key', (d) => d.swapKey()],
    ['by a copy whose counter is behind', (d) => (d.counter = 0)],
  ])('T06: signed %s sign nobody in', async (_, bend) => {
    const device = await added()
    const first = await signedBy(device)
    await first.person.ok('staffPasskeySignIn', { body: first.body })
    const { person, body } = await signedBy(device, bend)
    expect(await person.call('staffPasskeySignIn', { body })).toMatchObject({
      status: 401,
      body: { code: 'passkey-unknown' },
    })
    expect((await person.call('staffMe')).status).toBe(401)
  })

  it.each<[string, (device: Device) => void]>([
    ['for another site', (d) => (d.origin = 'https://evil.example')],
    ['for another name', (d) => (d.rpId = 'evil.example')],
    ['without the person being known to the device', (d) => (d.flags &= ~0x04)],
    ['with a key that the device did not write down', (d) => d.swapKey()],
  ])('made %s are not taken', async (_, bend) => {
    await expect(added('es256', bend)).rejects.toThrow(/passkey-unknown/)
  })

  it('are added with the password alone, by their owner alone, and can be removed', async () => {
    expect((await owner.call('newStaffPasskey', { body: { password: 'not this one' } })).status).toBe(401)
    const device = await added()
    const { passkeys } = await owner.ok<StaffSecurity>('staffSecurity')
    const mine = passkeys.at(-1)
    expect(mine?.label).toBe('Test key')
    const before = owner.cookies.get('dorsal_staff')
    await owner.ok('removeStaffPasskey', { id: mine?.id ?? '' })
    expect(owner.cookies.get('dorsal_staff')).not.toBe(before)
    const { person, body } = await signedBy(device)
    expect((await person.call('staffPasskeySignIn', { body })).status).toBe(401)
  })
})
