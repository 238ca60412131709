import {
  type DailyDone,
  type IntakeReply,
  type Me,
  meanwhile,
  type PanelRow,
  type PatientRecord,
  type ReportReply,
} from '@dorsal/care'
import { loadContent } from '@dorsal/content'
import fc from 'fast-check'
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

const HOUR = 3_600_000
const meOf = (person: Visitor) => person.ok<Me>('me')
const later = (hours: number) => {
  host.clock.now = new Date(host.clock.now.getTime() + hours * HOUR)
}

async function planned(answers = {}): Promise<{ person: Visitor; patientId: string }> {
  const person = host.person()
  const { patientId } = await person.agree()
  await person.ok<IntakeReply>('sendIntake', { id: randomUUID(), body: someIntake(host.content, answers) })
  return { person, patientId }
}

const done = (more: Partial<DailyDone> = {}): DailyDone => ({
  id: randomUUID(),
  at: host.clock.now.toISOString(),
  startedAt: host.clock.now.toISOString(),
  timerId: 'walk',
  kind: 'walk',
  version: 1,
  minutes: 5,
  seconds: 300,
  ended: 'done',
  feel: 'better',
  stop: null,
  ...more,
})
const send = (person: Visitor, body: DailyDone) =>
  person.ok<ReportReply>('finishDaily', { id: body.id, body })
const offered = async (person: Visitor) => (await meOf(person)).daily.offers.map(({ kind }) => kind)

/** A session, with what is given of it. */
async function exercise(person: Visitor, more: Parameters<typeof someReport>[1] = {}): Promise<void> {
  const { prescription } = await meOf(person)
  const items = (prescription?.items ?? []).map(({ planItemId, exercise: { id }, dosage: { reps } }) => ({
    planItemId,
    exerciseId: id,
    reps,
  }))
  const at = host.clock.now.toISOString()
  const report = someReport(items, { startedAt: at, endedAt: at, ...more })
  await person.ok('sendReport', { id: report.id, body: report })
}

describe('a timer of daily life', () => {
  it('is kept once, however often it is sent, and only by whom it belongs to', async () => {
    const [{ person, patientId }, other] = [await planned(), await planned()]
    const body = done()
    const replies = await Promise.all(Array.from({ length: 6 }, () => send(person, body)))
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1)
    const { db, tenantId } = host.database
    const rows = await inClinic(db, tenantId, (tx) =>
      tx.selectFrom('app.daily_done').select('done_id').where('patient_id', '=', patientId).execute(),
    )
    expect(rows).toHaveLength(1)
    const changed = await person.call('finishDaily', { id: body.id, body: { ...body, seconds: 1 } })
    expect(changed).toMatchObject({ status: 409, body: { code: 'id-taken' } })
    expect((await person.call('finishDaily', { id: randomUUID(), body })).status).toBe(400)
    expect((await host.person().call('finishDaily', { id: body.id, body })).status).toBe(401)
    expect((await meOf(other.person)).daily.done).toEqual([])
  })

  it('is shown to the person and to the clinic for four weeks', async () => {
    const { person, patientId } = await planned()
    const body = done({ feel: null, ended: 'stopped', seconds: 90 })
    await send(person, body)
    expect((await meOf(person)).daily.done).toEqual([body])
    const clinician = await host.clinician()
    const record = () => clinician.ok<PatientRecord>('patient', { id: patientId })
    expect((await record()).daily).toEqual([body])
    const before = host.clock.now
    later(29 * 24)
    expect((await meOf(person)).daily.done).toEqual([])
    host.clock.now = before
  })

  it('may come before there is a plan and while it is held', async () => {
    const fresh = host.person()
    await fresh.agree()
    expect(await send(fresh, done())).toMatchObject({ next: 'questionnaire', card: null })
    const held = await planned({ RF02: 'yes' })
    expect(await send(held.person, done())).toMatchObject({ next: 'escalate', prescription: null })
  })

  it('changes no dose, no session and no count, whatever is done and however it felt', async () => {
    const { person } = await planned()
    await exercise(person)
    const standing = async () => {
      const { daily: _, ...me } = await meOf(person)
      return me
    }
    const before = await standing()
    const any = fc.record({
      kind: fc.constantFrom('micro-break', 'walk', 'breathing', 'heat', 'cold'),
      seconds: fc.nat(7200),
      minutes: fc.constantFrom(1, 5, 20),
      ended: fc.constantFrom('done', 'stopped'),
      feel: fc.constantFrom('better', 'same', 'worse', null),
      stop: fc.constantFrom(null, { rule: 'SS13' }, { rule: 'SS05' }, { rule: 'SS06' }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(any, { maxLength: 4 }), async (list) => {
        for (const one of list) await send(person, done(one))
        expect({ ...(await standing()), task: before.task }).toEqual(before)
      }),
      { numRuns: 12 },
    )
    // And the next session is adapted as if none of it had been.
    const twin = await planned()
    await exercise(twin.person)
    for (const each of [person, twin.person]) await exercise(each)
    const [mine, theirs] = [await meOf(person), await meOf(twin.person)]
    const doses = ({ plan }: Me) => plan?.items.map(({ id, dosage, state }) => [id, dosage, state])
    expect(doses(mine)).toEqual(doses(theirs))
    expect(mine.prescription?.items).toEqual(theirs.prescription?.items)
  })
})

describe('what is offered', () => {
  it('is there with a plan, in the language of the person', async () => {
    const { person } = await planned()
    expect(await offered(person)).toEqual(expect.arrayContaining(['micro-break', 'walk', 'breathing']))
    const { daily } = await person.ok<Me>('me', { headers: { 'accept-language': 'es' } })
    const spanish = loadContent('es')
    for (const { id, title, before, stop, moves } of daily.offers) {
      expect({ title, before, stop }).toEqual(
        (({ title, before, stop }) => ({ title, before, stop }))(
          spanish.timers.find((timer) => timer.id === id) ?? { title: '', before: [], stop: [] },
        ),
      )
      for (const move of moves)
        expect(move.name).toBe(spanish.exercises.find((one) => one.id === move.id)?.name)
    }
  })

  it('is nothing before a plan and while a warning sign holds', async () => {
    const fresh = host.person()
    await fresh.agree()
    expect(await offered(fresh)).toEqual([])
    expect(await offered((await planned({ RF02: 'yes' })).person)).toEqual([])
    const { person } = await planned()
    const id = randomUUID()
    const at = host.clock.now.toISOString()
    const answers = { PS1: 'yes', PS2: 'no', PS3: 'no', PS4: 'no' }
    const body = { id, at, kind: 'flare-up', pain: 5, worry: null, answers, note: null }
    await person.ok('sendDay', { id, body })
    expect(await offered(person)).toEqual([])
  })

  it('is nothing for the rest of a day on which a session was stopped, by either clock', async () => {
    const { person } = await planned()
    const old = new Date(host.clock.now.getTime() - 40 * HOUR).toISOString()
    await exercise(person, { startedAt: old, endedAt: old, stop: { rule: 'SS06', planItemId: null } })
    expect(await offered(person)).toEqual([])
    later(17)
    expect((await offered(person)).length).toBeGreaterThan(0)
    const other = await planned()
    await exercise(other.person, { stop: { rule: 'SS13', planItemId: null } })
    expect((await offered(other.person)).length).toBeGreaterThan(0)
  })
})

describe('a timer that was stopped', () => {
  it('by a danger sign shows its card, holds the plan and calls the clinic', async () => {
    const { person, patientId } = await planned()
    const reply = await send(person, done({ ended: 'stopped', stop: { rule: 'SS01' } }))
    expect([reply.next, reply.card, reply.prescription]).toEqual(['escalate', 'emergency', null])
    const me = await meOf(person)
    expect([me.next, me.prescription, me.daily.offers, me.triage?.rules]).toEqual([
      'escalate',
      null,
      [],
      expect.arrayContaining(['SS01']),
    ])
    const { rows } = await (await host.clinician()).ok<{ rows: PanelRow[] }>('panel')
    expect(rows.find((row) => row.patientId === patientId)?.reasons).toContain('red-flag')
  })

  it('holds on the device before the server knows, and takes the offers away after a symptom', async () => {
    const { person } = await planned()
    const me = await meOf(person)
    const now = host.clock.now.toISOString()
    const stands = (daily: DailyDone[]) => meanwhile({ me, ahead: null, reports: [], days: [], daily, now })
    const danger = stands([done({ stop: { rule: 'SS01' } })])
    expect([danger.next, danger.prescription, danger.daily.offers, danger.triage?.card]).toEqual([
      'escalate',
      null,
      [],
      'emergency',
    ])
    const symptom = stands([done({ stop: { rule: 'SS06' } })])
    expect([symptom.next, symptom.prescription, symptom.daily.offers]).toEqual([me.next, me.prescription, []])
    const fine = done()
    expect(stands([fine])).toEqual({ ...me, daily: { offers: me.daily.offers, done: [fine] } })
    const cleared = {
      ...me,
      cleared: { by: '', at: new Date(host.clock.now.getTime() + 1000).toISOString(), reason: '' },
    }
    const before = meanwhile({
      me: cleared,
      ahead: null,
      reports: [],
      days: [],
      daily: [done({ stop: { rule: 'SS01' } })],
      now,
    })
    expect(before.next).toBe(me.next)
  })

  it('by a symptom is for the clinic to look at, and nothing more is offered that day', async () => {
    const { person, patientId } = await planned()
    const before = await meOf(person)
    const reply = await send(person, done({ ended: 'stopped', stop: { rule: 'SS05' } }))
    expect([reply.next, reply.card, reply.changes]).toEqual(['rest', 'stop-session', []])
    const after = await meOf(person)
    expect([after.plan, after.prescription, after.next]).toEqual([
      before.plan,
      before.prescription,
      before.next,
    ])
    expect(after.daily.offers).toEqual([])
    const record = await (await host.clinician()).ok<PatientRecord>('patient', { id: patientId })
    expect(record.tasks.map(({ kind, level }) => [kind, level])).toEqual([['stopped-session', 'caution']])
  })
})
