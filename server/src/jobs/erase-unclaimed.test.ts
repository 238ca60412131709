import type { Me } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'
import { eraseUnclaimed } from './erase-unclaimed.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterAll(() => host.close())

const DAY = 86_400_000

/** Rows in every table of the clinic that still name this person. The trail of who looked is meant to stay. */
async function traces(patientId: string): Promise<string[]> {
  const { db, tenantId } = host.database
  const tables = [
    'patient',
    'consent',
    'receipt',
    'intake',
    'episode',
    'decision',
    'plan',
    'session_report',
    'day_report',
    'check_in',
    'lesson_done',
    'proposal',
    'task',
    'appointment_request',
  ] as const
  return inClinic(db, tenantId, async (tx) => {
    const found: string[] = []
    for (const table of tables) {
      const rows = await tx
        .selectFrom(`app.${table}`)
        .select('patient_id')
        .where('patient_id', '=', patientId)
        .execute()
      if (rows.length > 0) found.push(table)
    }
    const secrets = await db
      .selectFrom('auth.patient_secret')
      .select('patient_id')
      .where('patient_id', '=', patientId)
      .execute()
    return [...found, ...(secrets.length > 0 ? ['secret'] : [])]
  })
}

async function somebody(contact: boolean) {
  const person = host.person()
  const { patientId } = await person.agree()
  await person.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content, { RF02: 'yes' }) })
  if (contact) await person.ok('setContact', { body: { name: null, email: 'x@example.org', phone: null } })
  return { person, patientId }
}

describe('erasing', () => {
  it('takes records that nobody can be reached by, after the days of disuse, and no other', async () => {
    const start = host.clock.now
    const [gone, kept, used] = [await somebody(false), await somebody(true), await somebody(false)]
    const me = await gone.person.ok<Me>('me')
    expect(me.erasedAfter).toBe(new Date(start.getTime() + 30 * DAY).toISOString())
    host.clock.now = new Date(start.getTime() + 20 * DAY)
    await used.person.ok('me')

    const { db } = host.database
    expect(await eraseUnclaimed(db, 30, new Date(start.getTime() + 29 * DAY))).toBe(0)
    expect(await eraseUnclaimed(db, 30, new Date(start.getTime() + 31 * DAY))).toBe(1)
    expect(await traces(gone.patientId)).toEqual([])
    expect((await gone.person.call('me')).status).toBe(401)
    expect(await traces(kept.patientId)).toContain('task')
    expect(await traces(used.patientId)).toContain('patient')
  })

  it('by the person takes everything at once, and the secret with it', async () => {
    const { person, patientId } = await somebody(true)
    const secret = person.cookies.get('dorsal_me') ?? ''
    await person.ok('eraseMe')
    expect(person.cookies.has('dorsal_me')).toBe(false)
    expect(await traces(patientId)).toEqual([])
    person.cookies.set('dorsal_me', secret)
    expect((await person.call('me')).status).toBe(401)
  })
})
