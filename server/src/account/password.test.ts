import type { Me, Reply } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterAll(() => host.close())

const PASSWORD = 'four green bicycles sing'

/** Somebody with a plan, and with an address that was confirmed or still waits for that. */
async function person(email: string, confirmed = true): Promise<Visitor> {
  const visitor = host.person()
  await visitor.agree()
  await visitor.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content) })
  const { patientId: patient_id } = await visitor.ok<Me>('me')
  const { tenantId: tenant_id, db } = host.database
  const added_at = host.clock.now
  await inClinic(db, tenant_id, (tx) =>
    tx
      .insertInto('app.sign_in_email')
      .values({ tenant_id, patient_id, email, added_at, confirmed_at: confirmed ? added_at : null })
      .execute(),
  )
  return visitor
}
const choose = (who: Visitor, password: string | null) => who.call('setOwnPassword', { body: { password } })
const enter = (email: string, password: string, who = host.person()) =>
  who.call('enterByPassword', { body: { email, password } })
const later = (minutes: number): void =>
  void (host.clock.now = new Date(host.clock.now.getTime() + minutes * 60_000))

describe('a password of the person’s own', () => {
  it('opens the record with the address, however that is written; and not any more once it is taken away', async () => {
    const me = await person('sam@example.org')
    expect((await choose(me, PASSWORD)).status).toBe(200)
    expect((await me.ok<Reply<'myDevices'>>('myDevices')).email).toMatchObject({ hasPassword: true })
    const other = host.person()
    expect((await enter(' SAM@Example.org ', PASSWORD, other)).status).toBe(200)
    expect((await other.ok<Me>('me')).patientId).toBe((await me.ok<Me>('me')).patientId)
    await choose(me, null)
    expect((await me.ok<Reply<'myDevices'>>('myDevices')).email).toMatchObject({ hasPassword: false })
    expect(await enter('sam@example.org', PASSWORD)).toMatchObject({ body: { code: 'wrong-credentials' } })
  })

  it('needs an address that was confirmed, and is long', async () => {
    const waiting = await person('waits@example.org', false)
    expect(await choose(waiting, PASSWORD)).toMatchObject({ status: 409, body: { code: 'address-first' } })
    const me = await person('short@example.org')
    expect(await choose(me, 'ten letters')).toMatchObject({ status: 422, body: { code: 'weak-password' } })
    expect(await choose(me, 'short@example.org')).toMatchObject({ body: { code: 'weak-password' } })
  })

  it('T06: says the same of a wrong one, of an address without one, of one that waits and of nobody’s', async () => {
    const [known, bare] = [await person('known@example.org'), await person('bare@example.org')]
    await choose(known, PASSWORD)
    expect((await bare.call('me')).status).toBe(200)
    await person('unsure@example.org', false)
    const said = []
    for (const email of ['known', 'bare', 'unsure', 'nobody']) {
      said.push(await enter(`${email}@example.org`, 'a wrong one of some length'))
      later(600)
    }
    expect(new Set(said.map(({ status }) => status))).toEqual(new Set([401]))
    expect(new Set(said.map(({ raw }) => raw.body)).size).toBe(1)
  })

  it('T07: is not guessed: after some wrong ones everybody waits, the right one too', async () => {
    const me = await person('guessed@example.org')
    await choose(me, PASSWORD)
    const tries = []
    for (let n = 0; n < 12; n += 1)
      tries.push((await enter('guessed@example.org', `wrong number ${n} of them`)).body)
    expect(tries.at(-1)).toMatchObject({ code: 'too-many-wrong' })
    expect(await enter('guessed@example.org', PASSWORD)).toMatchObject({ body: { code: 'too-many-wrong' } })
    later(24 * 60)
    expect((await enter('guessed@example.org', PASSWORD)).status).toBe(200)
  })

  it('goes with its address, and two people at one address each open their own', async () => {
    const [one, two] = [await person('both@example.org'), await person('both@example.org')]
    await choose(one, PASSWORD)
    await choose(two, 'another five words for me')
    const came = async (password: string) =>
      (await enter('both@example.org', password)).body as { patientId: string }
    expect((await came(PASSWORD)).patientId).toBe((await one.ok<Me>('me')).patientId)
    expect((await came('another five words for me')).patientId).toBe((await two.ok<Me>('me')).patientId)
    await one.ok('setOwnEmail', { body: { email: null, lang: 'en' } })
    expect(await came(PASSWORD)).toMatchObject({ code: 'wrong-credentials' })
  })

  it('does not put a record over one that is here already', async () => {
    const [me, other] = [await person('mine@example.org'), await person('other@example.org')]
    await choose(me, PASSWORD)
    expect(await enter('mine@example.org', PASSWORD, other)).toMatchObject({ body: { code: 'record-here' } })
    expect((await enter('mine@example.org', PASSWORD, me)).status).toBe(200)
  })
})
