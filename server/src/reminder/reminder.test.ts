import { LANGUAGES } from '@dorsal/content'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { sendDue } from '../mail/send-due.ts'
import { readable } from '../mail/smtp-fixture.ts'
import { noteKnown } from './note-known.ts'
import { reminderLetter } from './letter.ts'
import { booked, reachable, setVisit, written } from './reminder-fixture.ts'
import { pushBody, put, REMINDER_WORDS } from './words.ts'
import { BASE, headOf, NINE, type RemindingHost, remindingHost, VISIT } from './reminding-host.ts'

let on: RemindingHost
beforeAll(async () => {
  on = await remindingHost()
})
beforeEach(() => on.begin())
afterAll(() => on.close())

describe('a reminder by mail', () => {
  it('comes once, at its time, however often and by whomever it is looked for', async () => {
    const to = on.address()
    await booked(on.host.database, on.place, await reachable(on.host.database, to, NINE), VISIT)
    on.at('2026-12-02T08:59:00.000Z')
    await on.round()
    expect(on.lettersTo(to)).toHaveLength(0)
    on.host.clock.now = NINE
    await Promise.all([on.write(), on.write(), on.write()])
    await Promise.all([on.deliver(), on.deliver(), on.deliver()])
    await on.round()
    expect(on.lettersTo(to)).toHaveLength(1)
    on.at('2026-12-03T08:00:00.000Z')
    await on.round()
    await on.round()
    expect(on.lettersTo(to)).toHaveLength(2)
  })

  it('is not sent once the visit is cancelled, moved or somebody has come, even if it was written down before', async () => {
    const gone = await Promise.all(
      (['cancelled', 'moved', 'arrived'] as const).map(async (how) => {
        const to = on.address()
        const visit = await booked(
          on.host.database,
          on.place,
          await reachable(on.host.database, to, NINE),
          VISIT,
        )
        return { how, to, visit }
      }),
    )
    await on.write()
    for (const { how, visit } of gone)
      await setVisit(
        on.host.database,
        visit,
        how === 'moved' ? { starts: '2026-12-09T10:00:00.000Z' } : { state: how },
      )
    await on.deliver()
    await on.round()
    for (const { to } of gone) expect(on.lettersTo(to)).toHaveLength(0)
    on.at('2026-12-08T09:00:00.000Z')
    await on.round()
    expect(gone.map(({ to }) => on.lettersTo(to).length)).toEqual([0, 1, 0])
  })

  it('tells of all that waits in one letter, and of what was read meanwhile no more', async () => {
    const to = on.address()
    const patientId = await reachable(on.host.database, to, NINE)
    await booked(on.host.database, on.place, patientId, VISIT)
    await written(on.host.database, on.place, patientId, new Date('2026-12-02T08:50:00.000Z'))
    await on.round()
    expect(on.lettersTo(to)).toHaveLength(1)
    const { text } = readable(on.lettersTo(to)[0] ?? { to, data: '' })
    expect(text).toContain('Somebody has written to you.')
    on.at('2026-12-02T12:00:00.000Z')
    await written(on.host.database, on.place, patientId, new Date('2026-12-02T11:00:00.000Z'))
    await on.round()
    expect(on.lettersTo(to)).toHaveLength(1)
    on.at('2026-12-03T09:00:00.000Z')
    await on.write()
    await inClinic(on.host.database.db, on.host.database.tenantId, (tx) =>
      tx
        .updateTable('app.message')
        .set({ read_at: on.host.clock.now })
        .where('patient_id', '=', patientId)
        .execute(),
    )
    await on.deliver()
    expect(on.lettersTo(to).map((one) => /written to you/.test(one.data))).toEqual([true, false])
  })

  it('waits for the end of the quiet hours where it could not go out before them', async () => {
    const to = on.address()
    await booked(on.host.database, on.place, await reachable(on.host.database, to, NINE), VISIT)
    await on.write()
    on.at('2026-12-02T23:00:00.000Z')
    await on.deliver()
    expect(on.lettersTo(to)).toHaveLength(0)
    on.at('2026-12-03T07:59:00.000Z')
    await on.deliver()
    expect(on.lettersTo(to)).toHaveLength(0)
    // By then the later one would tell the same.
    on.at('2026-12-03T08:00:00.000Z')
    await on.round()
    expect(on.lettersTo(to)).toHaveLength(1)
  })

  it('goes to nobody without an address of their own, nor to one that was taken back', async () => {
    const to = on.address()
    const patientId = await reachable(on.host.database, to, NINE)
    await booked(on.host.database, on.place, patientId, VISIT)
    await on.write()
    await inClinic(on.host.database.db, on.host.database.tenantId, (tx) =>
      tx.deleteFrom('app.sign_in_email').where('patient_id', '=', patientId).execute(),
    )
    await on.round()
    expect(on.lettersTo(to)).toHaveLength(0)
  })

  it('of a visit that was moved a moment ago says nothing new, and is not sent', async () => {
    const to = on.address()
    const patientId = await reachable(on.host.database, to, NINE)
    const visit = await booked(on.host.database, on.place, patientId, '2026-12-08T10:00:00.000Z')
    await setVisit(on.host.database, visit, { starts: VISIT })
    const { db, tenantId } = on.host.database
    await inClinic(db, tenantId, (tx) => noteKnown(tx, visit, on.host.clock.now))
    await on.round()
    expect(on.lettersTo(to)).toHaveLength(0)
    on.at('2026-12-03T08:00:00.000Z')
    await on.round()
    expect(on.lettersTo(to)).toHaveLength(1)
  })

  it('that cannot be looked at holds up nobody else’s', async () => {
    const [one, other] = [on.address(), on.address()]
    const troubled = await reachable(on.host.database, one, NINE)
    await booked(on.host.database, on.place, troubled, VISIT)
    await on.write()
    await booked(on.host.database, on.place, await reachable(on.host.database, other, NINE), VISIT)
    await on.write()
    const { prepare } = on.post
    let failed = 0
    const deliver = () =>
      sendDue(
        {
          ...on.post,
          prepare: async (tx, row, now) => {
            const whose = tx.selectFrom('app.reminder').select('patient_id')
            const found = await whose.where('reminder_id', '=', row.reminder_id).executeTakeFirst()
            if (found?.patient_id === troubled) throw new Error(`trouble ${(failed += 1)}`)
            return prepare(tx, row, now)
          },
        },
        () => on.host.clock.now,
      )
    await expect(deliver()).rejects.toThrow('trouble 1')
    await deliver()
    expect([on.lettersTo(one).length, on.lettersTo(other).length, failed]).toEqual([0, 1, 1])
    on.at('2026-12-02T09:06:00.000Z')
    await on.deliver()
    expect(on.lettersTo(one)).toHaveLength(1)
  })

  it('of somebody who is erased is erased with them', async () => {
    const to = on.address()
    const patientId = await reachable(on.host.database, to, NINE)
    await booked(on.host.database, on.place, patientId, VISIT)
    await on.write()
    await inClinic(on.host.database.db, on.host.database.tenantId, (tx) =>
      tx.deleteFrom('app.patient').where('patient_id', '=', patientId).execute(),
    )
    await on.deliver()
    expect(on.lettersTo(to)).toHaveLength(0)
  })
})

describe('its words', () => {
  /** Words of health and of care, as they begin, and of guilt, in the three languages. */
  const NEVER =
    /\b(?:pain|ache|back|thorac|therap|terap|physio|fisio|exerc|ejerc|session|sesi[oó]n|sess[aã]o|plan|patient|pacient|treat|tratam|symptom|s[ií]ntom|diagn|record\b|registro|prontu|health|salud|sa[uú]de|medic|m[eé]dic|doctor|dolor|dor\b|miss|forgot|olvid|esque|late\b|tarde|atras)/i

  const SPOKEN = ['after-coffee', 'after-lunch', 'after-work', 'before-bed'] as const

  it.each([
    ['en', 'Your moment of the day: after your coffee.'],
    ['es', 'Su momento del día: después del café.'],
    ['pt', 'Seu momento do dia: depois do café.'],
  ] as const)('name the habit that was said, in a letter and on a locked screen (%s)', (lang, line) => {
    const session = { kind: 'session', wall: null, habit: 'after-coffee' } as const
    const given = { to: 'x', lang, clinic: 'Hill Street', link: `${BASE}/today`, off: `${BASE}/off/t` }
    expect(reminderLetter({ ...given, items: [session] }).text.split('\n\n')[1]).toBe(line)
    expect(pushBody([session], lang, 'Hill Street')).toBe(line)
    const waits = put(REMINDER_WORDS[lang].waits, { clinic: 'Hill Street' })
    expect(pushBody([session, { kind: 'message', wall: null }], lang, 'Hill Street')).toBe(waits)
    expect(pushBody([{ kind: 'session', wall: null }], lang, 'Hill Street')).toBe(waits)
    expect(pushBody([{ kind: 'visit', wall: '2026-12-03T10:00' }], lang, 'Hill Street')).toBe(waits)
  })

  it.each([...LANGUAGES])(
    'say the same as text and as a page, and nothing of health or guilt (%s)',
    (lang) => {
      const items = [
        ...(['visit', 'message', 'check-in', 'session'] as const).map((kind) => ({
          kind,
          wall: kind === 'visit' ? '2026-12-03T10:00' : null,
        })),
        ...SPOKEN.map((habit) => ({ kind: 'session' as const, wall: null, habit })),
      ]
      const clinic = 'A <b>\r\nBcc: b@x'
      const letter = reminderLetter({
        to: 'x',
        lang,
        clinic,
        items,
        link: `${BASE}/today`,
        off: `${BASE}/off/t`,
      })
      expect(letter.subject).not.toMatch(/\n/)
      expect(`${letter.subject} ${letter.text}`).not.toMatch(NEVER)
      const page = (letter.html ?? '').replace(/<style>.*?<\/style>/s, '')
      expect(page).not.toContain('<b>')
      const words = page
        .replace(/<[^>]+>/g, ' ')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
      for (const line of letter.text.split('\n\n').map((one) => one.replace(/(?:\.|: http.*)$/, '')))
        expect(words).toContain(line)
      expect(page).not.toMatch(/<img|<script|src=/)
    },
  )

  it('carry the one press by which mail programs turn it off', async () => {
    const to = on.address()
    await booked(on.host.database, on.place, await reachable(on.host.database, to, NINE), VISIT)
    await on.round()
    const head = headOf(on.lettersTo(to)[0] ?? { data: '' })
    expect(head).toMatch(/^list-unsubscribe: <http:\/\/127\.0\.0\.1\/off\/v1\.[\w.-]+>$/im)
    expect(head).toMatch(/^list-unsubscribe-post: List-Unsubscribe=One-Click$/im)
    expect(head).toMatch(/^content-type: multipart\/alternative/im)
  })
})
