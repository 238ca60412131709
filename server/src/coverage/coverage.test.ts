import type { CoverageWish } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../test-app.ts'
import { type Member, otherClinic, staffMember, superuser } from '../test-staff.ts'

let host: TestApp
let admin: Member
beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1' } })
  admin = await staffMember(host, { role: 'clinic-admin', name: 'Ada' })
})
afterAll(() => host.close())

const wish = (name: string, rest: Partial<CoverageWish> = {}): CoverageWish => ({
  kind: 'health-plan',
  name,
  aliases: [],
  state: 'accepted',
  note: '',
  pays: '',
  ...rest,
})
const put = (said: CoverageWish, id = randomUUID()) => admin.visitor.ok('putCoverage', { id, body: said })
const search = (typed: string, who = host.person()) =>
  who.ok<{ listed: unknown[]; perhaps: unknown[] }>('searchCoverage', { body: { typed } })
const paste = (text: string, confirmed: boolean) =>
  admin.visitor.ok<{ kept: boolean; lines: { fault: string | null; does: string | null }[] }>(
    'pasteCoverage',
    { body: { text, usual: 'employer', confirmed } },
  )

describe('what a clinic accepts', () => {
  it('is told to anybody: what is listed whole, what is like it by name alone', async () => {
    expect(await host.person().ok('coverage')).toEqual({ payYourself: '', freePath: '', kept: false })
    const id = randomUUID()
    await put(wish('Northwind Health', { aliases: ['NWH'], note: 'Bring a referral.', pays: '20' }), id)
    expect(await search('nwh')).toEqual({
      listed: [
        {
          kind: 'health-plan',
          name: 'Northwind Health',
          state: 'accepted',
          note: 'Bring a referral.',
          pays: '20',
        },
      ],
      perhaps: [],
    })
    expect(await search('nortwind')).toEqual({
      listed: [],
      perhaps: [{ kind: 'health-plan', name: 'Northwind Health', called: 'Northwind Health' }],
    })
    await put(wish('Northwind Health', { state: 'ended' }), id)
    expect(await search('Northwind Health')).toMatchObject({ listed: [{ state: 'ended' }] })
    await admin.visitor.ok('dropCoverage', { id })
    expect(await search('Northwind Health')).toEqual({ listed: [], perhaps: [] })
    expect((await admin.visitor.call('dropCoverage', { id })).status).toBe(404)
  })

  it('and what it costs and what is free, in the clinic’s words', async () => {
    const words = { payYourself: '60 a visit.', freePath: 'The programme at home is free.' }
    await admin.visitor.ok('setCoverageWords', { body: words })
    expect(await host.person().ok('coverage')).toMatchObject(words)
    expect(await admin.visitor.ok('coverageEntries')).toMatchObject({ words })
  })

  it('is another clinic’s own affair', async () => {
    const elsewhere = await otherClinic(host)
    const far = await staffMember(host, { role: 'clinic-admin', name: 'Far', tenantId: elsewhere })
    await put(wish('Only Here'))
    expect(await search('Only Here')).toMatchObject({ listed: [{ name: 'Only Here' }] })
    expect(await search('Only Here', far.visitor)).toEqual({ listed: [], perhaps: [] })
    expect(await far.visitor.ok('coverageEntries')).toMatchObject({ entries: [] })
  })

  it('is the same whoever asks, and nothing of the question is kept or logged', async () => {
    const typed = 'Canary Employer 7731'
    const person = host.person()
    await person.agree(host.clock.now.toISOString())
    const [known, unknown] = [
      await person.call('searchCoverage', { body: { typed } }),
      await host.person().call('searchCoverage', { body: { typed } }),
    ]
    expect(known.raw.body).toBe(unknown.raw.body)
    expect(host.lines.join('\n')).not.toContain('Canary')
    const db = await superuser(host)
    const tables = await db.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('app', 'auth')",
    )
    expect(tables.rows.length).toBeGreaterThan(20)
    for (const { name } of tables.rows) {
      const { rows } = await db.query(`select 1 from ${name} t where t::text like '%Canary%'`)
      expect([name, rows.length]).toEqual([name, 0])
    }
    await db.end()
  })
})

describe('a pasted list', () => {
  const names = async () =>
    (await admin.visitor.ok<{ entries: { name: string }[] }>('coverageEntries')).entries.map(
      ({ name }) => name,
    )

  it('changes nothing until it was confirmed, nor while one line has a fault', async () => {
    const before = await names()
    const text = 'Pasted One\nPasted Two;plan'
    expect(await paste(text, false)).toMatchObject({ kept: false, lines: [{ does: 'add' }, { does: 'add' }] })
    expect(await names()).toEqual(before)
    expect(await paste(`${text}\nPasted Three;club`, true)).toMatchObject({
      kept: false,
      lines: [{}, {}, { at: 3, fault: 'unknown-kind' }],
    })
    expect(await names()).toEqual(before)
    expect(await paste(text, true)).toMatchObject({ kept: true })
    expect(await names()).toEqual([...before, 'Pasted One', 'Pasted Two'].sort())
    expect(await paste(text, true)).toMatchObject({ lines: [{ does: 'nothing' }, { does: 'nothing' }] })
    expect(await names()).toHaveLength(before.length + 2)
  })

  it('adds nothing twice, however often it is pasted at the same time: one after the other', async () => {
    const other = await superuser(host)
    await other.query('begin')
    await other.query('select 1 from app.clinic where tenant_id = $1 for update', [host.database.tenantId])
    let ended = 0
    const all = Array.from({ length: 4 }, () => paste('Raced', true).then(() => void (ended += 1)))
    await new Promise((done) => setTimeout(done, 300))
    expect(ended).toBe(0)
    await other.query('commit')
    await Promise.all(all)
    expect((await names()).filter((name) => name === 'Raced')).toHaveLength(1)
    await other.end()
  })

  it('is the administrator’s alone', async () => {
    for (const role of ['therapist', 'front-desk', 'benefit-manager'] as const) {
      const { visitor } = await staffMember(host, { role, name: role })
      const body = { text: 'x', usual: 'employer', confirmed: true }
      expect((await visitor.call('pasteCoverage', { body })).status).toBe(403)
    }
  })
})

it('asking over and over is held up', async () => {
  const limited = await testApp({ env: { DEMO: '1' }, limits: true })
  const person = limited.person()
  const answers: number[] = []
  for (let n = 0; n < 62; n += 1)
    answers.push((await person.call('searchCoverage', { body: { typed: 'x1' } })).status)
  expect(answers.filter((status) => status === 200)).toHaveLength(60)
  expect(answers.at(-1)).toBe(429)
  await limited.close()
})
