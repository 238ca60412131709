import type { Me, OwnReminders, ReminderSettings } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { readable } from '../mail/smtp-fixture.ts'
import { someIntake, someReport } from '../test-app.ts'
import { booked, BY_MAIL, confirm } from './reminder-fixture.ts'
import { CLINIC, NINE, type RemindingHost, remindingHost, VISIT } from './reminding-host.ts'

let on: RemindingHost
beforeAll(async () => {
  on = await remindingHost()
})
beforeEach(() => on.begin())
afterAll(() => on.close())

describe('how somebody wants to be reminded', () => {
  const mine = async () => {
    const person = on.host.person()
    const { patientId } = await person.agree(NINE.toISOString())
    return { person, patientId, read: () => person.ok<OwnReminders>('myReminders') }
  }

  it('begins with what others wait with, and asks for an address where there is none', async () => {
    const { read } = await mine()
    expect(await read()).toMatchObject({
      asked: false,
      mail: true,
      address: 'none',
      devices: 0,
      usual: { at: '17:00', from: 'usual' },
      next: null,
      settings: { off: false, by: { visit: 'mail', session: 'off' }, most: { day: 1, week: 5 } },
    })
  })

  it('is kept as it was said, and says when the next one comes', async () => {
    const { person, patientId, read } = await mine()
    const own = { tenant_id: on.host.database.tenantId, patient_id: patientId }
    await inClinic(on.host.database.db, own.tenant_id, (tx) => confirm(tx, own, on.address(), NINE))
    await booked(on.host.database, on.place, patientId, '2026-12-05T10:00:00.000Z')
    const habit = { kind: 'after-coffee', at: '08:30', words: null } as const
    const settings: ReminderSettings = { ...BY_MAIL, zone: 'Europe/Lisbon', habit, lang: 'pt' }
    const said = await person.ok<OwnReminders>('setReminders', { body: settings })
    expect(said).toMatchObject({ settings, asked: true, address: 'confirmed', because: 'nothing' })
    expect(said.next).toEqual({ at: '2026-12-04T09:00:00.000Z', kinds: ['visit'] })
    await person.ok('setReminders', { body: { ...settings, off: true } })
    expect(await read()).toMatchObject({ next: null, because: 'off' })
    on.at('2026-12-04T09:00:00.000Z')
    await on.round()
    expect(on.server.received).toHaveLength(0)
  })

  it('refuses what nobody can mean', async () => {
    const { person } = await mine()
    for (const wrong of [
      { most: { day: 0, week: 5 } },
      { most: { day: 4, week: 5 } },
      { zone: 'Mars/Olympus' },
      { quiet: { from: '25:00', until: '08:00' } },
    ])
      expect((await person.call('setReminders', { body: { ...BY_MAIL, ...wrong } })).status).toBe(400)
  })
})

describe('a reminder in the browser', () => {
  it('says the clinic and that something waits, and ends where its browser is gone', async () => {
    const person = on.host.person()
    const { patientId } = await person.agree(NINE.toISOString())
    const { subscription } = on.service.browser
    await person.ok('addPush', { body: subscription })
    await person.ok('addPush', { body: subscription })
    await person.ok('setReminders', {
      body: { ...BY_MAIL, by: { ...BY_MAIL.by, visit: 'push' }, lang: 'es' },
    })
    expect(await person.ok<OwnReminders>('myReminders')).toMatchObject({ devices: 1, address: 'none' })
    const visitId = await booked(on.host.database, on.place, patientId, VISIT)
    await on.round()
    await on.round()
    expect(on.service.received.map(({ words }) => words)).toEqual([
      { title: CLINIC, body: `Algo le espera en ${CLINIC}`, path: `/visits/${visitId}` },
    ])
    on.service.state.status = 410
    on.at('2026-12-03T08:00:00.000Z')
    await on.round()
    on.service.state.status = 201
    await on.round()
    expect(on.service.received).toHaveLength(1)
    expect((await person.ok<OwnReminders>('myReminders')).devices).toBe(0)
  })

  it('is shown nowhere that lies inside', async () => {
    const person = on.host.person()
    await person.agree(NINE.toISOString())
    for (const endpoint of [
      'https://127.0.0.1/x',
      'https://db.internal/x',
      'http://push.example.com/x',
      'https://169.254.169.254/x',
    ])
      expect(
        (await person.call('addPush', { body: { ...on.service.browser.subscription, endpoint } })).status,
      ).toBe(400)
  })

  it('stands in the database under a seal, and can be ended', async () => {
    const person = on.host.person()
    const { patientId } = await person.agree(NINE.toISOString())
    await person.ok('addPush', { body: on.service.browser.subscription })
    const row = await inClinic(on.host.database.db, on.host.database.tenantId, (tx) =>
      tx
        .selectFrom('app.push_subscription')
        .selectAll()
        .where('patient_id', '=', patientId)
        .executeTakeFirst(),
    )
    expect(JSON.stringify(row)).not.toContain('127.0.0.1')
    await person.ok('removePush')
    expect((await person.ok<OwnReminders>('myReminders')).devices).toBe(0)
  })
})

describe('of a course', () => {
  it('the moment for it comes when it was asked for, and not once the session is done; then its questions are left', async () => {
    const to = on.address()
    const person = on.host.person()
    const { patientId } = await person.agree(NINE.toISOString())
    const own = { tenant_id: on.host.database.tenantId, patient_id: patientId }
    await inClinic(on.host.database.db, own.tenant_id, (tx) => confirm(tx, own, to, NINE))
    await person.ok('sendIntake', { id: randomUUID(), body: someIntake(on.host.content) })
    const before = await person.ok<OwnReminders>('myReminders')
    expect(before.next?.kinds).not.toContain('session')
    const said = await person.ok<OwnReminders>('setReminders', {
      body: { ...BY_MAIL, habit: { kind: 'after-work', at: '17:00', words: null } },
    })
    expect(said.next).toEqual({ at: '2026-12-02T17:00:00.000Z', kinds: ['session'] })
    on.at('2026-12-02T17:00:00.000Z')
    await on.round()
    expect(on.lettersTo(to)).toHaveLength(1)
    on.at('2026-12-03T17:00:00.000Z')
    await on.write()
    const me = await person.ok<Me>('me')
    const report = someReport(
      (me.prescription?.items ?? []).map(({ planItemId, exercise, dosage }) => ({
        planItemId,
        exerciseId: exercise.id,
        reps: dosage.reps,
      })),
      {
        planVersion: me.plan?.version ?? 1,
        startedAt: '2026-12-03T16:30:00.000Z',
        endedAt: '2026-12-03T16:50:00.000Z',
      },
    )
    await person.ok('sendReport', { id: report.id, body: report })
    await on.deliver()
    await on.round()
    const letters = on.lettersTo(to).map((letter) => readable(letter).text)
    expect(letters.map((text) => /moment of the day/.test(text))).toEqual([true, false])
    expect(letters[0]).toContain('Your moment of the day: after work.')
    expect(letters.map((text) => /short questions/.test(text))).toEqual([false, true])
  })
})
