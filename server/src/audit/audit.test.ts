import type { Looker, PatientRecord } from '@dorsal/care'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { someIntake, testApp, type TestApp } from '../test-app.ts'
import { asOwner, staffMember } from '../test-staff.ts'
import { LINE_COLUMNS, type Line, linkOf } from './chain.ts'
import { SEALER_LOCK, sealTrail } from './sealer.ts'
import { type Verdict, verifyTrail } from './verify.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
})
afterAll(() => host.close())

const trail = () =>
  inClinic(host.database.db, host.database.tenantId, (tx) =>
    tx.selectFrom('app.audit').selectAll().orderBy('at').orderBy('audit_id').execute(),
  )
const therapist = async () => (await staffMember(host, { role: 'therapist', name: 'Dana' })).visitor

describe('the trail', () => {
  it('has one line for every look at a record and every change: who, what, whose', async () => {
    const person = host.person()
    const { patientId } = await person.agree()
    await person.ok('sendIntake', { id: randomUUID(), body: someIntake(host.content, { RF02: 'yes' }) })
    await person.ok('me')
    const clinician = await therapist()
    await clinician.ok('panel')
    const record = await clinician.ok<PatientRecord>('patient', { id: patientId })
    await clinician.ok('acknowledgeTask', { id: record.tasks[0]?.id ?? '' })
    expect((await trail()).map((l) => [l.actor_kind, l.action, l.patient_id, l.patient_ids])).toEqual([
      ['patient', 'giveConsent', patientId, []],
      ['patient', 'sendIntake', patientId, []],
      ['patient', 'me', patientId, []],
      ['staff', 'panel', null, [patientId]],
      ['staff', 'patient', patientId, []],
      ['staff', 'acknowledgeTask', patientId, []],
    ])
  })

  it('has no line of what is not there, and one of whoever tried a record that is not theirs', async () => {
    const before = (await trail()).length
    const clinician = await therapist()
    expect((await clinician.call('patient', { id: randomUUID() })).status).toBe(404)
    expect(await trail()).toHaveLength(before)
    const { patientId } = await host.person().agree()
    const admin = await staffMember(host, { role: 'clinic-admin', name: 'Ada' })
    const body = { part: 'lead', until: null }
    await admin.visitor.ok('joinTeam', { id: patientId, params: { staffId: admin.staffId }, body })
    expect((await clinician.call('patient', { id: patientId })).status).toBe(403)
    expect((await trail()).at(-1)).toMatchObject({
      action: 'patient',
      outcome: 'refused',
      patient_id: patientId,
    })
  })

  it('is open to the person whose record it is, as far as it is about others, by name and day', async () => {
    const person = host.person()
    const { patientId } = await person.agree()
    const clinician = await therapist()
    for (const _ of [1, 2]) await clinician.ok('patient', { id: patientId })
    const { lookers } = await person.ok<{ lookers: Looker[] }>('lookers')
    expect(lookers).toMatchObject([
      { by: 'Dana', kind: 'staff', role: 'therapist', what: 'patient', outcome: 'done', times: 2 },
    ])
    expect((await host.person().call('lookers')).status).toBe(401)
  })
})

const verdict = (kept?: Parameters<typeof verifyTrail>[2]['kept']): Promise<Verdict> => {
  const { db, tenantId } = host.database
  return inClinic(db, tenantId, (tx) => verifyTrail(tx, tenantId, { now: host.clock.now, kept }))
}

/** What is found after somebody who owns the tables did this; then all is as it was. They can step round the wall and drop a constraint. */
async function tampered(change: (owner: Client) => Promise<unknown>): Promise<string[]> {
  await sealTrail(host.database.db, host.clock.now)
  expect((await verdict()).faults).toEqual([])
  await asOwner(host, async (owner) => {
    await owner.query('alter table app.audit no force row level security')
    await owner.query('alter table app.audit_seal no force row level security')
    await owner.query('create table public.kept_audit as table app.audit')
    await owner.query('create table public.kept_seal as table app.audit_seal')
    await owner.query('alter table app.audit_seal drop constraint audit_seal_tenant_id_audit_id_key')
    await change(owner)
  })
  const { faults } = await verdict()
  await asOwner(host, async (owner) => {
    await owner.query('delete from app.audit_seal')
    await owner.query('delete from app.audit')
    await owner.query('insert into app.audit table public.kept_audit')
    await owner.query('insert into app.audit_seal table public.kept_seal')
    await owner.query(
      'alter table app.audit_seal add constraint audit_seal_tenant_id_audit_id_key unique (tenant_id, audit_id)',
    )
    await owner.query('drop table public.kept_audit, public.kept_seal')
    await owner.query('alter table app.audit force row level security')
    await owner.query('alter table app.audit_seal force row level security')
  })
  expect((await verdict()).faults).toEqual([])
  return faults
}

describe('the seals', () => {
  it('are set apart from the requests, each line once, also by two at a time', async () => {
    const { db } = host.database
    const lines = (await trail()).length
    expect(await verdict()).toMatchObject({ sealed: 0, unsealed: lines, head: null, faults: [] })
    const now = host.clock.now
    await Promise.all([sealTrail(db, now), sealTrail(db, now), sealTrail(db, now)])
    await sealTrail(db, now)
    expect(await verdict()).toMatchObject({ sealed: lines, unsealed: 0, head: { seq: lines }, faults: [] })
    await host.person().agree()
    expect(await verdict()).toMatchObject({ sealed: lines, unsealed: 1 })
    await sealTrail(db, now)
    const head = await (await staffMember(host, { role: 'clinic-admin', name: 'Ada' })).visitor.ok(
      'trailHead',
    )
    expect(head).toMatchObject({ head: { seq: lines + 1 }, unsealed: 0 })
  })

  it.each([
    ['a line is changed', `update app.audit set actor_id = 'somebody' where audit_id = $1`, /does not fit/],
    [
      'a list is shortened',
      `update app.audit set patient_ids = array[$1::uuid] where audit_id = $1`,
      /does not fit/,
    ],
    [
      'a moment is moved',
      `update app.audit set at = at + interval '1 microsecond' where audit_id = $1`,
      /does not fit/,
    ],
    ['a line is left out', `delete from app.audit where audit_id = $1`, /is gone/],
    [
      'a line is left out with its seal',
      `with gone as (delete from app.audit_seal where audit_id = $1) delete from app.audit where audit_id = $1`,
      /are gone|does not fit/,
    ],
    [
      'two lines change places',
      `update app.audit_seal s set audit_id = case when audit_id = $1 then $2::uuid else $1 end where audit_id in ($1, $2)`,
      /does not fit/,
    ],
    [
      'a line is put in',
      `insert into app.audit (tenant_id, audit_id, at, actor_kind, actor_id, action, request_id) select tenant_id, gen_random_uuid(), at - interval '1 hour', 'staff', 'x', 'patient', 'x' from app.audit where audit_id = $1`,
      /has waited/,
    ],
  ])('show it when %s', async (_, change, fault) => {
    const [first, second] = (await trail()).slice(1)
    const ids = [first?.audit_id, second?.audit_id].slice(0, change.includes('$2') ? 2 : 1)
    const faults = await tampered((owner) => owner.query(change, ids))
    expect(faults.join('\n')).toMatch(fault)
  })

  it('show it when a line is changed together with its own seal: the next link does not fit', async () => {
    const faults = await tampered(async (owner) => {
      const { rows: seals } = await owner.query<{ hash: string }>(
        'select hash from app.audit_seal order by seq',
      )
      const { rows } = await owner.query<Line>(
        `select ${LINE_COLUMNS} from app.audit a join app.audit_seal s using (tenant_id, audit_id) where s.seq = 2`,
      )
      const [line] = rows
      if (line === undefined) throw new Error('there is no second line')
      const forged = linkOf(seals[0]?.hash ?? '', 2, { ...line, actor_id: 'somebody' })
      await owner.query(`update app.audit set actor_id = 'somebody' where audit_id = $1`, [line.audit_id])
      await owner.query('update app.audit_seal set hash = $1 where seq = 2', [forged])
    })
    expect(faults).toEqual(['link 3 does not fit its line or the link before it'])
  })

  it('are left to whoever seals already', async () => {
    const { db, tenantId } = host.database
    await host.person().agree()
    const now = host.clock.now
    await inClinic(db, tenantId, async (tx) => {
      await sql`select pg_advisory_xact_lock(${SEALER_LOCK}, hashtext(${tenantId}))`.execute(tx)
      expect(await sealTrail(db, now)).toBe(0)
    })
    expect(await sealTrail(db, now)).toBe(1)
  })

  it('cannot tell that the end was cut off, but a head that was kept elsewhere can', async () => {
    const { head } = await verdict()
    await host.person().agree()
    await sealTrail(host.database.db, host.clock.now)
    const later = (await verdict()).head
    expect((await verdict(head ?? undefined)).faults).toEqual([])
    await asOwner(host, async (owner) => {
      await owner.query('alter table app.audit no force row level security')
      await owner.query('alter table app.audit_seal no force row level security')
      await owner.query(
        `with cut as (delete from app.audit_seal where seq > $1 returning audit_id)
        delete from app.audit where audit_id in (select audit_id from cut)`,
        [head?.seq],
      )
      await owner.query('alter table app.audit force row level security')
      await owner.query('alter table app.audit_seal force row level security')
    })
    expect((await verdict()).faults).toEqual([])
    expect((await verdict(later ?? undefined)).faults.join()).toMatch(/was cut or made anew/)
  })

  it('are beyond the product’s own role: it can neither change nor remove one', async () => {
    const { db, tenantId } = host.database
    for (const table of ['app.audit', 'app.audit_seal'] as const)
      await expect(inClinic(db, tenantId, (tx) => tx.deleteFrom(table).execute())).rejects.toThrow(
        /permission denied/,
      )
  })
})
