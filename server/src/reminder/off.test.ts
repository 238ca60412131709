import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { offToken, readOffToken } from './off-token.ts'
import { booked, BY_MAIL, reachable } from './reminder-fixture.ts'
import { headOf, NINE, type RemindingHost, remindingHost, VISIT } from './reminding-host.ts'

let on: RemindingHost
beforeAll(async () => {
  on = await remindingHost()
})
beforeEach(() => on.begin())
afterAll(() => on.close())

describe('turning it off by the link below it', () => {
  const off = (method: 'GET' | 'POST', token: string, type = 'application/x-www-form-urlencoded') =>
    on.host.app.inject({
      method,
      url: `/off/${token}`,
      headers: { host: '127.0.0.1', ...(method === 'POST' && { 'content-type': type }) },
      ...(method === 'POST' && {
        payload: type.startsWith('multipart')
          ? '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
          : 'List-Unsubscribe=One-Click',
      }),
    })
  const settingsOf = (patientId: string) =>
    inClinic(on.host.database.db, on.host.database.tenantId, (tx) =>
      tx
        .selectFrom('app.reminder_setting')
        .select('body')
        .where('patient_id', '=', patientId)
        .executeTakeFirst(),
    )

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'takes one press without signing in (%s), and opening the link alone changes nothing',
    async (type) => {
      const to = on.address()
      const patientId = await reachable(on.host.database, to, NINE, null)
      await booked(on.host.database, on.place, patientId, VISIT)
      await on.round()
      const token = /off\/(v1\.[\w.-]+)>/.exec(headOf(on.lettersTo(to)[0] ?? { data: '' }))?.[1] ?? ''
      const page = await off('GET', token)
      expect([page.statusCode, page.body.match(/<button>/g)?.length]).toEqual([200, 1])
      expect(page.body).toContain('<form method="post">')
      expect(page.headers['referrer-policy']).toBe('same-origin')
      expect(await settingsOf(patientId)).toBeUndefined()
      const done = await off('POST', token, type)
      expect(done.statusCode).toBe(200)
      expect((await settingsOf(patientId))?.body.by).toEqual({ ...BY_MAIL.by, session: 'off', visit: 'off' })
      on.at('2026-12-03T08:00:00.000Z')
      await on.round()
      expect(on.lettersTo(to)).toHaveLength(1)
    },
  )

  it('tells nobody anything: a link that was made up is answered the same and does nothing', async () => {
    const patientId = await reachable(on.host.database, on.address(), NINE, null)
    const wish = { tenantId: on.host.database.tenantId, patientId, kinds: ['session', 'visit'] as const }
    const token = offToken(on.host.vault, wish)
    expect(token).not.toContain(patientId.slice(0, 8))
    expect(readOffToken(on.host.vault, token)).toEqual({ ...wish, kinds: ['visit', 'session'] })
    const made = token.slice(0, -4) + (token.endsWith('AAAA') ? 'BBBB' : 'AAAA')
    expect(readOffToken(on.host.vault, made)).toBeNull()
    for (const method of ['GET', 'POST'] as const) {
      const [mine, others] = [await off(method, token), await off(method, made)]
      expect([others.statusCode, others.body]).toEqual([mine.statusCode, mine.body])
    }
    expect((await settingsOf(patientId))?.body.by.session).toBe('off')
  })

  it('is refused to a page of another site, and takes no other bodies', async () => {
    const foreign = await on.host.app.inject({
      method: 'POST',
      url: '/off/x',
      headers: {
        host: '127.0.0.1',
        origin: 'https://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'x',
    })
    expect(foreign.statusCode).toBe(403)
    expect((await off('POST', 'x', 'text/plain')).statusCode).toBe(415)
  })
})
