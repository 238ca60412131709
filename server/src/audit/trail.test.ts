import type { TrailCheck, TrailPage } from '@dorsal/care'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { asOwner, type Member, otherClinic, staffMember } from '../test-staff.ts'
import { testApp, type TestApp } from '../test-app.ts'
import { sealTrail } from './sealer.ts'
import { verifyTrail } from './verify.ts'

let host: TestApp
let admin: Member
beforeAll(async () => {
  host = await testApp()
  admin = await staffMember(host, { role: 'clinic-admin', name: 'Ada' })
})
afterAll(() => host.close())

const page = () => admin.visitor.ok<TrailPage>('trail')
const check = () => admin.visitor.ok<TrailCheck>('checkTrail')
const seal = () => sealTrail(host.database.db, host.clock.now)

it('the administrator reads who did what to whose record, newest first, and what is sealed', async () => {
  const person = host.person()
  const { patientId } = await person.agree()
  await person.ok('me')
  await seal()
  const first = await page()
  expect(first.lines.find(({ what }) => what === 'me')).toMatchObject({
    kind: 'patient',
    by: null,
    about: { patientId },
    sealed: true,
  })
  const { lines } = await page()
  expect(lines[0]).toMatchObject({ what: 'trail', kind: 'staff', by: 'Ada', about: null, sealed: false })
  expect(lines.map(({ at }) => at)).toEqual(
    lines
      .map(({ at }) => at)
      .sort()
      .reverse(),
  )
})

it('a hundred at a time, and each line once', async () => {
  for (let n = 0; n < 130; n += 1) await admin.visitor.ok('trailHead')
  const first = await page()
  expect(first.lines).toHaveLength(100)
  const second = await admin.visitor.ok<TrailPage>('trailBefore', { id: first.older ?? '' })
  expect(second.lines.length).toBeGreaterThan(29)
  const ids = [...first.lines, ...second.lines].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

it('shows nothing of another clinic', async () => {
  const tenantId = await otherClinic(host)
  const far = await staffMember(host, { role: 'clinic-admin', name: 'Far', tenantId })
  await page()
  const { lines } = await far.visitor.ok<TrailPage>('trail')
  expect(lines.filter(({ by }) => by !== 'Far')).toEqual([])
  const [line] = (await page()).lines
  expect(
    (await far.visitor.ok<TrailPage>('trailBefore', { id: line?.id ?? '' })).lines.map(({ by }) => by),
  ).not.toContain('Ada')
})

it('says that the links fit their lines, and no longer once a line was changed past the product', async () => {
  await page()
  await seal()
  const whole = await check()
  expect(whole.faults).toEqual([])
  expect(whole.checked).toBe(whole.sealed)
  await seal()
  const { db, tenantId } = host.database
  const behind = (after: number) =>
    inClinic(db, tenantId, (tx) => verifyTrail(tx, tenantId, { now: host.clock.now, after }))
  expect((await behind(whole.sealed - 5)).faults).toEqual([])
  await asOwner(host, async (owner) => {
    await owner.query(`select set_config('app.tenant_id', $1, false)`, [tenantId])
    await owner.query(
      `update app.audit set action = 'nothing' where audit_id = (select audit_id from app.audit_seal where seq = $1)`,
      [whole.sealed - 2],
    )
  })
  expect((await check()).faults).toHaveLength(1)
  expect((await behind(whole.sealed - 5)).faults).toHaveLength(1)
  expect((await behind(whole.sealed - 1)).faults).toEqual([])
})
