import type { DeviceRow, Me, PasskeyChallenge } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../seed/visitor.ts'
import { Device } from './passkey-device.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterAll(() => host.close())

/** Somebody with a plan on one device. */
async function person(): Promise<Visitor> {
  const visitor = host.person()
  await visitor.agree()
  await visitor.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
  return visitor
}
const code = async (who: Visitor) => (await who.ok<{ token: string }>('makeEntry')).token
const devices = async (who: Visitor) => (await who.ok<{ devices: DeviceRow[] }>('myDevices')).devices
const enter = (who: Visitor, token: string) =>
  who.call('enterByLink', { body: { token }, headers: { 'user-agent': 'Firefox/140 Android' } })

describe('a second device', () => {
  it('opens the whole record by a code, without a name or a password, and both go on with it', async () => {
    const first = await person()
    const second = host.person()
    expect((await enter(second, await code(first))).status).toBe(200)
    const [here, there] = [await first.ok<Me>('me'), await second.ok<Me>('me')]
    expect(there.patientId).toBe(here.patientId)
    expect(there.plan).toEqual(here.plan)
    expect((await devices(second)).map((d) => [d.device, d.current])).toEqual([
      ['Firefox · Android', true],
      ['', false],
    ])
  })

  it('T06: by a code that works once, for many at the same moment too, and for ten minutes', async () => {
    const first = await person()
    const token = await code(first)
    const sent = await Promise.all(Array.from({ length: 50 }, () => enter(host.person(), token)))
    expect(sent.filter((reply) => reply.status === 200)).toHaveLength(1)
    expect(new Set(sent.filter((reply) => reply.status !== 200).map((reply) => reply.raw.body)).size).toBe(1)
    const late = await code(first)
    host.clock.now = new Date(host.clock.now.getTime() + 10 * 60_000)
    expect((await enter(host.person(), late)).status).toBe(404)
    const [old, fresh] = [await code(first), await code(first)]
    expect((await enter(host.person(), old)).status).toBe(404)
    expect((await enter(host.person(), fresh)).status).toBe(200)
  })

  it('that has a record of its own keeps it, and the code stays good', async () => {
    const [first, other] = [await person(), await person()]
    const token = await code(first)
    const before = (await other.ok<Me>('me')).patientId
    expect(await enter(other, token)).toMatchObject({ status: 409, body: { code: 'record-here' } })
    expect((await other.ok<Me>('me')).patientId).toBe(before)
    expect((await enter(host.person(), token)).status).toBe(200)
  })

  it('is closed by the first: one, or all others at once, open codes among them', async () => {
    const first = await person()
    const others = [host.person(), host.person(), host.person()]
    for (const other of others) await enter(other, await code(first))
    const one = (await devices(first)).find((device) => !device.current)
    await first.ok('endDevice', { id: one?.id ?? '' })
    const open = async () =>
      (await Promise.all(others.map((other) => other.call('me')))).filter((reply) => reply.status === 200)
        .length
    expect(await open()).toBe(2)
    const token = await code(first)
    await first.ok('endOtherDevices')
    expect(await open()).toBe(0)
    expect((await enter(host.person(), token)).status).toBe(404)
    await first.ok('me')
  })

  it('of somebody else is out of reach', async () => {
    const [first, thief] = [await person(), await person()]
    const id = (await devices(first))[0]?.id ?? ''
    await thief.ok('endDevice', { id })
    await first.ok('me')
  })

  it('keeps no code that could be read in the database, and goes with the record', async () => {
    const first = await person()
    const token = await code(first)
    const { db } = host.database
    expect(JSON.stringify(await db.selectFrom('auth.entry_link').selectAll().execute())).not.toContain(token)
    const second = host.person()
    await enter(second, token)
    const left = await code(first)
    await second.ok('eraseMe')
    expect((await first.call('me')).status).toBe(401)
    expect((await enter(host.person(), left)).status).toBe(404)
  })
})

describe('a passkey of a patient', () => {
  const added = async (who: Visitor): Promise<Device> => {
    const device = new Device('es256', 'http://127.0.0.1')
    await who.ok('addOwnPasskey', { body: device.make(await who.ok<PasskeyChallenge>('newOwnPasskey')) })
    return device
  }
  const come = async (who: Visitor, device: Device) =>
    who.call('enterByPasskey', { body: device.sign(await who.ok<PasskeyChallenge>('entryChallenge')) })

  it('claims the record as it is: nothing is lost, and it opens on a device that has none', async () => {
    const first = await person()
    const before = await first.ok<Me>('me')
    const device = await added(first)
    expect((await first.ok<Me>('me')).plan).toEqual(before.plan)
    const second = host.person()
    expect((await come(second, device)).status).toBe(200)
    expect((await second.ok<Me>('me')).patientId).toBe(before.patientId)
    expect((await come(second, device)).status).toBe(200)
    const other = await person()
    expect(await come(other, device)).toMatchObject({ status: 409, body: { code: 'record-here' } })
  })

  it('opens nothing of the clinic, and a clinician’s opens no record', async () => {
    const device = await added(await person())
    const thief = host.person()
    const body = device.sign(await thief.ok<PasskeyChallenge>('staffPasskeyChallenge'))
    expect((await thief.call('staffPasskeySignIn', { body })).status).toBe(401)
    expect((await thief.call('enterByPasskey', { body })).status).toBe(401)
  })

  it('is removed by its owner alone, and goes with the record', async () => {
    const [first, thief] = [await person(), await person()]
    const device = await added(first)
    const { passkeys } = await first.ok<{ passkeys: { id: string }[] }>('myDevices')
    await added(thief)
    await thief.ok('removeOwnPasskey', { id: passkeys[0]?.id ?? '' })
    expect((await come(host.person(), device)).status).toBe(200)
    await first.ok('removeOwnPasskey', { id: passkeys[0]?.id ?? '' })
    expect((await come(host.person(), device)).status).toBe(401)
    const last = await added(first)
    const { db } = host.database
    const count = async () => (await db.selectFrom('auth.account').selectAll().execute()).length
    const accounts = await count()
    await first.ok('eraseMe')
    expect(await count()).toBe(accounts - 1)
    expect((await come(host.person(), last)).status).toBe(401)
  })
})
