import type { IntakeReply, Me, PanelRow, ReportReply } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import type { Visitor } from '../seed/visitor.ts'
import { someIntake, someReport, testApp, type TestApp } from '../test-app.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterAll(() => host.close())

async function ready(): Promise<{ person: Visitor; patientId: string; reply: IntakeReply }> {
  const person = host.person()
  const { patientId } = await person.agree()
  const body = someIntake(host.content)
  return { person, patientId, reply: await person.ok<IntakeReply>('sendIntake', { id: randomUUID(), body }) }
}

const stored = (patientId: string) =>
  inClinic(host.database.db, host.database.tenantId, (tx) =>
    tx.selectFrom('app.session_report').select('session_id').where('patient_id', '=', patientId).execute(),
  )

const itemsOf = (reply: IntakeReply) =>
  (reply.prescription?.items ?? []).map((i) => ({
    planItemId: i.planItemId,
    exerciseId: i.exercise.id,
    reps: i.dosage.reps,
  }))

describe('a session report', () => {
  it('lands once, however often and at once it is sent, and always gets the same reply', async () => {
    const { person, patientId, reply } = await ready()
    const report = someReport(itemsOf(reply))
    const send = () => person.ok<ReportReply>('sendReport', { id: report.id, body: report })
    const replies = await Promise.all(Array.from({ length: 8 }, send))
    const next = someReport(itemsOf(reply), { startedAt: '2026-11-22T10:00:00.000Z' })
    await person.ok('sendReport', { id: next.id, body: next })
    replies.push(await send())
    expect(new Set(replies.map((r) => JSON.stringify(r))).size).toBe(1)
    expect(await stored(patientId)).toHaveLength(2)
    expect((await person.ok<Me>('me')).history).toHaveLength(2)
  })

  it('keeps its id for itself', async () => {
    const { person, reply } = await ready()
    const report = someReport(itemsOf(reply))
    await person.ok('sendReport', { id: report.id, body: report })
    const changed = await person.call('sendReport', { id: report.id, body: { ...report, painAfter: 9 } })
    expect(changed).toMatchObject({ status: 409, body: { code: 'id-taken' } })
    const elsewhere = await person.call('sendReport', { id: randomUUID(), body: report })
    expect(elsewhere).toMatchObject({ status: 400, body: { fields: [{ path: 'id' }] } })
  })

  it('under an id that somebody else used stays one’s own', async () => {
    const [a, b] = [await ready(), await ready()]
    const report = someReport(itemsOf(a.reply))
    await a.person.ok('sendReport', { id: report.id, body: report })
    await b.person.ok('sendReport', { id: report.id, body: { ...report, painAfter: 3 } })
    expect(await stored(a.patientId)).toHaveLength(1)
    expect(await stored(b.patientId)).toHaveLength(1)
  })

  it('of a clock that runs ahead is not the last word for ever', async () => {
    const { person, patientId, reply } = await ready()
    const ahead = { startedAt: '2031-01-01T10:00:00.000Z', endedAt: '2031-01-01T10:20:00.000Z' }
    const early = someReport(itemsOf(reply), ahead)
    await person.ok('sendReport', { id: early.id, body: early })
    const before = host.clock.now
    host.clock.now = new Date(before.getTime() + 86_400_000)
    const at = host.clock.now.toISOString()
    const sore = someReport(itemsOf(reply), { startedAt: at, endedAt: at, painAfter: 9 })
    await person.ok('sendReport', { id: sore.id, body: sore })
    const { history, decisions } = await person.ok<Me>('me')
    const { rows } = await (await host.clinician()).ok<{ rows: PanelRow[] }>('panel')
    host.clock.now = before
    expect(history.map((h) => h.report.id)).toEqual([early.id, sore.id])
    const last = decisions.findLast((d) => d.kind === 'adaptation')
    expect(last?.inputs).toMatchObject({ history: [early.id] })
    const row = rows.find((r) => r.patientId === patientId)
    expect(row).toMatchObject({ painLast: 9, lastSessionAt: at })
    expect(row?.reasons).toContain('flare')
  })

  it('without a plan is held', async () => {
    const person = host.person()
    await person.agree()
    const report = someReport([])
    expect(await person.call('sendReport', { id: report.id, body: report })).toMatchObject({
      status: 409,
      body: { code: 'held' },
    })
  })

  it('makes a row for each effect outside the database, in the same transaction', async () => {
    const { person, reply } = await ready()
    const report = someReport(itemsOf(reply), { note: 'my legs went numb and weak today' })
    await person.ok('sendReport', { id: report.id, body: report })
    const effects = await inClinic(host.database.db, host.database.tenantId, (tx) =>
      tx.selectFrom('app.outbox').select('kind').execute(),
    )
    expect(effects.length).toBeGreaterThan(0)
  })
})
