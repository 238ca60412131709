import {
  ANYBODY,
  fewRanges,
  fitsReasons,
  fitsRest,
  type PanelPage,
  type PanelWish,
  plainName,
  rangeBrief,
  type ReasonChip,
  type SessionReport,
} from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic, type Tx } from '../db/connect.ts'
import { planOfCareDays } from '../note/plan-of-care.ts'
import { addPatient } from '../patient/patient.store.ts'
import { testApp, type TestApp } from '../test-app.ts'
import { type Member, staffMember, superuser } from '../test-staff.ts'
import { type Dice, dice, happenings, oneOf } from './happenings-fixture.ts'
import { freshNeeds } from './kept-need.store.ts'
import { type Needy, needsOf } from './need.store.ts'

let host: TestApp
let db: Client
let people: string[]
const staff: Member[] = []
const HOUR = 3_600_000

beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
  db = await superuser(host)
  for (const name of ['Ada', 'Bo', 'Cy']) staff.push(await staffMember(host, { role: 'therapist', name }))
  people = await Promise.all(
    Array.from({ length: 12 }, () => asClinic((tx) => addPatient(tx, tenant(), now()))),
  )
})
afterAll(async () => {
  await db.end()
  await host.close()
})

const tenant = () => host.database.tenantId
const now = () => host.clock.now
const asClinic = <T>(work: (tx: Tx) => Promise<T>) => inClinic(host.database.db, tenant(), work)
const days = () => planOfCareDays(host.content)

const own = (id: string) => [tenant(), id]
const HAPPENS = happenings({ tenant, now, staff })

/** What must have happened first, that there is something to change. */
const AFTER: Readonly<Record<string, string>> = {
  'tasks done': 'a task',
  'tasks gone': 'a task',
  'an answer to proposals': 'a proposal',
  'an answer to messages': 'a message',
}

async function happen(roll: Dice, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    const [text, values] = oneOf(roll, Object.values(HAPPENS))(oneOf(roll, people), roll)
    await db.query(text, values)
  }
}

const isOn = (row: Needy, id: string, cover: boolean) =>
  row.team.some(({ staff_id, part }) => staff_id === id && (part === 'cover') === cover)

/** The page as it comes out by opening every record and asking the rules about each. */
async function plainly(by: Member, wish: PanelWish) {
  const asked = { ids: null, now: now(), planOfCareDays: days() }
  const everybody = await asClinic((tx) => needsOf(tx, asked))
  // By the policy of a clinic without places: those whom the caller cares for, and those for whom nobody does.
  const open = everybody.filter(
    ({ team }) => team.length === 0 || team.some(({ staff_id }) => staff_id === by.staffId),
  )
  const rest = open.filter((row) =>
    fitsRest(
      {
        ...row,
        cares: row.team.map(({ staff_id }) => staff_id),
        mine: isOn(row, by.staffId, false),
        covered: isOn(row, by.staffId, true),
      },
      wish,
    ),
  )
  const fitting = rest.filter((row) => fitsReasons(row, wish.reasons))
  const counts: Partial<Record<ReasonChip, number>> = {}
  for (const reason of rest.flatMap(({ reasons }) => reasons)) counts[reason] = (counts[reason] ?? 0) + 1
  const near = open.flatMap(({ team }) => team).filter(({ staff_id }) => staff_id !== by.staffId)
  return {
    ids: fitting.map(({ patientId }) => patientId),
    needs: fitting.map(({ need }) => need),
    total: fitting.length,
    everybody: open.length,
    counts,
    phases: [...new Set(open.flatMap(({ phase }) => phase ?? []))].sort(),
    colleagues: [...new Set(near.map(({ name }) => name))].sort(),
  }
}

async function asked(by: Member, wish: PanelWish) {
  const page = await by.visitor.ok<PanelPage>('panelPage', { body: wish })
  return {
    ids: page.rows.map(({ patientId }) => patientId),
    needs: page.rows.map(({ need }) => need),
    total: page.total,
    everybody: page.everybody,
    counts: page.counts,
    phases: page.phases,
    colleagues: page.colleagues.map(({ name }) => name),
  }
}

const someWish = (roll: Dice): PanelWish => ({
  ...ANYBODY,
  whose: oneOf(roll, ['all', 'all', 'mine', 'covered', 'nobody', oneOf(roll, staff).staffId]),
  reasons: oneOf(roll, [[], [], ['missed-days'], ['red-flag', 'flare', 'check-in-due']]),
  phase: oneOf(roll, [null, null, 'early']),
  name: oneOf(roll, ['', '', 'ROSA', ' nunez', '娜']),
})

/** What is kept against what the rules say, of everybody. */
async function keptAndMade() {
  const kept = await db.query(
    `select patient_id as id, need, reasons, label, plain_name as plain, phase, pending, waits_since as since from app.panel_need
     where tenant_id = $1 order by need desc, plain_name, patient_id`,
    [tenant()],
  )
  const made = await asClinic((tx) => needsOf(tx, { ids: null, now: now(), planOfCareDays: days() }))
  return {
    kept: kept.rows,
    made: made.map((row) => ({
      id: row.patientId,
      need: row.need,
      reasons: row.reasons,
      label: row.label,
      plain: plainName(row.label),
      phase: row.phase,
      pending: row.pendingProposals,
      since: row.waitsSince,
    })),
  }
}
/** What the database keeps of measured sessions, and what the rules say of all reports of each. */
async function rangesKeptAndMade() {
  const kept = await db.query<{ id: string; ranges: unknown }>(
    `select patient_id as id, ranges from app.panel_facts where tenant_id = $1 and ranges <> '[]' order by patient_id`,
    [tenant()],
  )
  const reports = await db.query<{ id: string; body: SessionReport; at: Date }>(
    `select patient_id as id, body, ended_at as at from app.session_report where tenant_id = $1 order by began_at, session_id`,
    [tenant()],
  )
  const made = people.toSorted().flatMap((id) => {
    const own = reports.rows
      .filter((row) => row.id === id)
      .flatMap(({ body, at }) => rangeBrief({ ...body, endedAt: at.toISOString() }) ?? [])
    return own.length === 0 ? [] : [{ id, ranges: fewRanges(own) }]
  })
  const born = await db.query(
    `select from app.panel_facts f join app.episode e using (tenant_id, patient_id)
     where f.born is distinct from (e.intake ->> 'yearOfBirth')::int`,
  )
  expect(born.rowCount).toBe(0)
  return { kept: kept.rows, made }
}
const fresh = (tx: Tx) => freshNeeds(tx, { now: now(), planOfCareDays: days() })

describe('the page asked of what is kept', () => {
  it('is the page that comes out by opening every record, whatever happened and however late it is', async () => {
    const roll = dice(24)
    let stalled = 0
    for (const what of ['an intake', 'a session of every movement'])
      for (const id of people) await db.query(...(HAPPENS[what]?.(id, roll) ?? ['', []]))
    for (let round = 0; round < 20; round += 1) {
      await happen(roll, 1 + roll(12))
      host.clock.now = new Date(now().getTime() + oneOf(roll, [0, 1, 7, 30]) * HOUR)
      await db.query('update auth.staff_session set last_seen_at = $1, expires_at = $2', [
        now(),
        new Date(now().getTime() + HOUR),
      ])
      const wish = someWish(roll)
      const by = oneOf(roll, staff)
      expect(await asked(by, wish), `round ${round}`).toEqual(await plainly(by, wish))
      const { kept, made } = await keptAndMade()
      expect(kept, `round ${round}`).toEqual(made)
      const ranges = await rangesKeptAndMade()
      expect(ranges.kept, `round ${round}`).toEqual(ranges.made)
      stalled += made.filter(({ reasons }) => reasons.includes('stalled-range')).length
    }
    expect(stalled).toBeGreaterThan(5)
  })

  it.each(Object.keys(HAPPENS).filter((name) => !name.includes('team')))('notices %s', async (name) => {
    const roll = dice(name.length)
    const id = oneOf(roll, people)
    const first = HAPPENS[AFTER[name] ?? '']?.(id, roll)
    if (first !== undefined) await db.query(...first)
    await asClinic(fresh)
    const [text, values] = HAPPENS[name]?.(id, roll) ?? ['', []]
    await db.query(text, values)
    const { rows } = await db.query('select distinct patient_id as id from app.panel_mark')
    expect(rows).toEqual([{ id }])
    await asClinic(fresh)
    const { kept, made } = await keptAndMade()
    expect(kept).toEqual(made)
    expect((await db.query('select from app.panel_mark')).rowCount).toBe(0)
  })

  it('does not lose what is committed while the page is made, and nobody who writes waits for it', async () => {
    const [id = ''] = people
    await asClinic(fresh)
    const note = (words: string) =>
      db.query(
        `insert into app.message (tenant_id, patient_id, message_id, author, words, lang, answers, received_at)
         values ($1, $2, $3, 'patient', $4, 'en', '{}', $5)`,
        [...own(id), randomUUID(), words, now()],
      )
    const settle = () =>
      db.query('update app.message set answered_at = $2 where patient_id = $1', [id, now()])
    await settle()
    await note('first')
    const second: Promise<unknown>[] = []
    await asClinic(async (tx) => {
      await fresh(tx)
      // Committed by somebody else, between this one's look and its end; and one more reader, who has to wait for it.
      await settle()
      second.push(asClinic(fresh))
    })
    await Promise.all(second)
    const { kept, made } = await keptAndMade()
    expect(kept).toEqual(made)
    expect(made.find((row) => row.id === id)?.reasons).not.toContain('message-waiting')
  })

  it('is made anew by other rules, and leaves nothing of somebody who is erased', async () => {
    await asClinic(fresh)
    await db.query(`update app.panel_need set need = 7, rules = 'need/0'`)
    await asClinic(fresh)
    const { kept, made } = await keptAndMade()
    expect(kept).toEqual(made)
    const gone = people.at(-1) ?? ''
    people = people.slice(0, -1)
    await db.query(...(HAPPENS['a message']?.(gone, dice(1)) ?? ['', []]))
    await db.query('delete from app.patient where patient_id = $1', [gone])
    const left = `select from app.panel_need where patient_id = $1 union all select from app.panel_mark where patient_id = $1`
    expect((await db.query(left, [gone])).rowCount).toBe(0)
  })
})
