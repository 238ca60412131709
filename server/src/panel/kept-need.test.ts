import {
  ANYBODY,
  fewRanges,
  fitsReasons,
  fitsRest,
  type PanelPage,
  type PanelWish,
  plainName,
  RANGE_GOALS,
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

/** The same numbers each time for the same seed, so that what failed fails again. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
type Dice = ReturnType<typeof dice>
function oneOf<T>(roll: Dice, all: readonly T[]): T {
  const [one] = all.slice(roll(all.length))
  if (one === undefined) throw new Error('none to choose from')
  return one
}
const ago = (roll: Dice) => new Date(now().getTime() - roll(30 * 24) * HOUR)

const turned = (degrees: number, signal = 'trunk_axial_rotation') => ({
  summary: {
    range: {
      signal,
      unit: 'deg',
      left: degrees,
      right: null,
      best: degrees,
      error: 10,
    },
    seenShare: 0.9,
  },
})
/** Sets of all kinds: counted by the camera or not, of a movement with a goal or not, seen well or hardly. */
const someSets = (roll: Dice) =>
  Array.from({ length: roll(3) }, () => ({
    planItemId: oneOf(roll, ['a', 'b']),
    exerciseId: 'seated-rotation',
    counted: oneOf(roll, ['camera', 'camera', 'timer']),
    summary: oneOf(roll, [
      null,
      { range: null, seenShare: 0.3 },
      turned(20 + roll(9), oneOf(roll, Object.keys(RANGE_GOALS))).summary,
      turned(20 + roll(9)).summary,
      {
        range: { signal: 'shrug_index', unit: 'ratio', left: 1, right: 1, best: 1, error: 0.1 },
        seenShare: 1,
      },
    ]),
  }))

/** What can happen to somebody's rows, each straight in the database: whoever does it, the panel must know. */
type Happens = (id: string, roll: Dice) => [string, unknown[]]
const own = (id: string) => [tenant(), id]
const HAPPENS: Readonly<Record<string, Happens>> = {
  'a task': (id, roll) => [
    `insert into app.task (tenant_id, task_id, patient_id, kind, level, because, created_at) values ($1, gen_random_uuid(), $2, $3, $4, '[]', $5)`,
    [
      ...own(id),
      oneOf(roll, ['red-flag', 'stopped-session', 'appointment-request', 'review']),
      oneOf(roll, ['none', 'caution', 'same_day_urgent', 'emergency_now']),
      ago(roll),
    ],
  ],
  'tasks done': (id) => [
    'update app.task set closed_at = $3 where tenant_id = $1 and patient_id = $2',
    [...own(id), now()],
  ],
  'tasks gone': (id) => ['delete from app.task where tenant_id = $1 and patient_id = $2', own(id)],
  'a proposal': (id, roll) => [
    `insert into app.proposal (tenant_id, proposal_id, patient_id, kind, status, plan_version, changes, because, created_at)
     values ($1, gen_random_uuid(), $2, $3, 'pending', 1, '[]', '[]', $4) on conflict do nothing`,
    [
      ...own(id),
      oneOf(roll, ['first-plan', 'co-sign', 'beyond-bounds', 'next-phase', 'discharge']),
      ago(roll),
    ],
  ],
  'an answer to proposals': (id) => [
    `update app.proposal set status = 'rejected' where tenant_id = $1 and patient_id = $2`,
    own(id),
  ],
  'a message': (id, roll) => [
    `insert into app.message (tenant_id, patient_id, message_id, author, words, lang, answers, received_at)
     values ($1, $2, gen_random_uuid(), 'patient', 'Hello', 'en', '{}', $3)`,
    [...own(id), ago(roll)],
  ],
  'an answer to messages': (id) => [
    'update app.message set answered_at = $3 where tenant_id = $1 and patient_id = $2',
    [...own(id), now()],
  ],
  'a name': (id, roll) => [
    'update app.patient set contact = $3 where tenant_id = $1 and patient_id = $2',
    [
      ...own(id),
      JSON.stringify({
        name: oneOf(roll, ['Rosa Núñez', 'rosa', 'Örjan', '李娜', 'Åsa', null]),
        email: oneOf(roll, [null, 'a@example.org']),
        phone: null,
      }),
    ],
  ],
  'a plan': (id, roll) => [
    `insert into app.plan (tenant_id, patient_id, version, body, decided_by, at)
     select $1, $2, coalesce(max(version), 0) + 1, $3, 'test', $4 from app.plan where tenant_id = $1 and patient_id = $2`,
    [
      ...own(id),
      JSON.stringify({
        status: oneOf(roll, ['active', 'active', 'ended']),
        phase: oneOf(roll, ['early', 'middle', 'late']),
        cadence: { homeSessionsPerWeek: 5 },
        items: [],
      }),
      ago(roll),
    ],
  ],
  'a session': (id, roll) => {
    const at = ago(roll)
    const pain = oneOf(roll, [null, 1, 3, 7])
    const body = {
      startedAt: at,
      endedAt: at,
      sets: roll(2) === 0 ? [] : [{}, ...someSets(roll)],
      before: { pain, sinceLast: oneOf(roll, ['same', 'much-worse']) },
      painAfter: oneOf(roll, [null, 2, 6]),
      stop: oneOf(roll, [null, null, { rule: 'pain', planItemId: null }]),
      changes: [{ planItemId: 'a', variable: oneOf(roll, ['range', 'reps']), undone: roll(2) === 0 }],
    }
    return [
      `insert into app.session_report (tenant_id, patient_id, session_id, session_number, body, received_at)
       select $1, $2, gen_random_uuid(), count(*) + 1, $3, $4 from app.session_report where tenant_id = $1 and patient_id = $2`,
      [...own(id), JSON.stringify(body), at],
    ]
  },
  'a session of every movement': (id, roll) => {
    const at = ago(roll)
    const sets = Object.keys(RANGE_GOALS).map((signal) => ({
      planItemId: 'd',
      exerciseId: 'some',
      counted: 'camera',
      ...turned(20, signal),
    }))
    const body = { startedAt: at, endedAt: at, sets, before: {}, stop: null, changes: [] }
    return [
      `insert into app.session_report (tenant_id, patient_id, session_id, session_number, body, received_at)
       values ($1, $2, gen_random_uuid(), 1, $3, $4)`,
      [...own(id), JSON.stringify(body), at],
    ]
  },
  'weeks of measured sessions': (id, roll) => {
    const [least, most] = oneOf(roll, [
      [20, 4],
      [12, 20],
    ] as const)
    const bodies = Array.from({ length: 9 }, (_, index) => {
      const at = new Date(now().getTime() - (9 - index) * 4 * 24 * HOUR)
      const sets = [
        ...someSets(roll),
        { planItemId: 'c', exerciseId: 'cat-cow', counted: 'camera', ...turned(least + roll(most)) },
      ]
      return {
        startedAt: at,
        endedAt: at,
        sets,
        before: { pain: 1, sinceLast: 'same' },
        painAfter: 1,
        stop: oneOf(roll, [null, null, null, null, { rule: 'pain', planItemId: null }]),
        changes: [{ planItemId: oneOf(roll, ['a', 'b']), variable: 'range', undone: roll(2) === 0 }],
      }
    })
    return [
      `insert into app.session_report (tenant_id, patient_id, session_id, session_number, body, received_at)
       select $1, $2, gen_random_uuid(), n, body, (body ->> 'endedAt')::timestamptz from jsonb_array_elements($3::jsonb) with ordinality e (body, n)`,
      [...own(id), JSON.stringify(bodies)],
    ]
  },
  'an intake': (id, roll) => [
    `insert into app.episode (tenant_id, patient_id, intake, triage, warnings, clearances, next, session_number, prescription, updated_at)
     values ($1, $2, $3, '{}', '[]', '[]', 'session', 1, 'null', $4)
     on conflict (tenant_id, patient_id) do update set intake = excluded.intake`,
    [
      ...own(id),
      JSON.stringify({
        yearOfBirth: oneOf(roll, [1950, 1970, 1990]),
        measures: { nprs: { average: roll(11) } },
      }),
      now(),
    ],
  ],
  'a check-in': (id, roll) => [
    `insert into app.check_in (tenant_id, patient_id, check_in_id, body, received_at) values ($1, $2, gen_random_uuid(), '{}', $3)`,
    [...own(id), ago(roll)],
  ],
  'a note': (id, roll) => [
    `insert into app.note (tenant_id, patient_id, note_id, kind, state, lang, lock, body, author, saved, signed, hash, created_at)
     values ($1, $2, gen_random_uuid(), $3, $4, 'en', 1, '{}', '{}', '{}', jsonb_build_object('at', $5::text), 'x', $6)`,
    [
      ...own(id),
      oneOf(roll, ['plan-of-care', 'daily']),
      oneOf(roll, ['awaiting-co-sign', 'signed']),
      new Date(now().getTime() - (60 + roll(40)) * 24 * HOUR).toISOString(),
      now(),
    ],
  ],
  'somebody on the team': (id, roll) => [
    `insert into app.care_team (tenant_id, patient_id, staff_id, part, since, until, added_by) values ($1, $2, $3, $4, $5, $6, 'test')
     on conflict (tenant_id, patient_id, staff_id) do update set part = excluded.part, until = excluded.until`,
    [
      ...own(id),
      oneOf(roll, staff).staffId,
      oneOf(roll, ['lead', 'member', 'cover']),
      ago(roll),
      oneOf(roll, [null, new Date(now().getTime() + 40 * HOUR)]),
    ],
  ],
  'nobody on the team': (id) => [
    'delete from app.care_team where tenant_id = $1 and patient_id = $2',
    own(id),
  ],
}

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
