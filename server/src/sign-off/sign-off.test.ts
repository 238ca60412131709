import type { Content, ContentReview, Reviewed, ReviewRow, ReviewSheet } from '@dorsal/care'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inClinic } from '../db/connect.ts'
import { connect } from '../db/connect.ts'
import type { Visitor } from '../seed/visitor.ts'
import { setLicence } from '../staff/licence.store.ts'
import { testApp, type TestApp } from '../test-app.ts'
import { asOwner, type Member, otherClinic, staffMember } from '../test-staff.ts'
import { reviewItems } from './review-items.ts'

const CAT = 'exercises/cat-cow'
const FLAG = 'red-flags/RF02'
const licence = {
  kind: 'Physical therapist',
  number: '12345',
  country: 'PT',
  region: null,
  expiresOn: '2099-12-31',
}

let host: TestApp
let admin: Member
let lead: Member

async function licensed(member: Member, changed: Partial<typeof licence> = {}): Promise<void> {
  const { db, tenantId } = host.database
  await inClinic(db, tenantId, (tx) =>
    setLicence(
      tx,
      member.staffId,
      { ...licence, ...changed },
      { checkedBy: member.staffId, now: host.clock.now },
    ),
  )
}

beforeAll(async () => {
  host = await testApp({ env: { DEMO: '1', COUNTRY: 'PT' } })
  admin = await staffMember(host, { role: 'clinic-admin', name: 'Ada' })
})
afterAll(() => host.close())
beforeEach(async () => {
  lead = await staffMember(host, { role: 'therapist', name: 'Lea Lead' })
  await licensed(lead)
  await admin.visitor.ok('setContentLead', { id: lead.staffId, body: { lead: true } })
})

const open = (who: Visitor, key: string) => who.ok<ReviewSheet>('openForReview', { body: { key } })
const act = (who: Visitor, name: string, rows: readonly { key: string; hash: string }[], words = '') =>
  who.call('reviewContent', {
    body: { act: name, items: rows.map(({ key, hash }) => ({ key, hash })), words },
  })
const rowOf = async (who: Visitor, key: string): Promise<ReviewRow | undefined> =>
  (await who.ok<ContentReview>('contentReview')).rows.find((row) => row.key === key)
const shown = () => host.person().ok<Reviewed>('reviewed')

/** Signed by the lead and taken back at the end, so that the next case begins unsigned. */
async function signed(key: string, then: (row: ReviewRow) => Promise<void>): Promise<void> {
  const { row } = await open(lead.visitor, key)
  expect(await act(lead.visitor, 'sign', [row])).toMatchObject({ status: 200 })
  await then(row)
  await act(lead.visitor, 'withdraw', [row], 'End of the case.')
}

describe('a signature', () => {
  it('is of exactly what was opened, and everybody reads by whom and when', async () => {
    expect((await shown()).signed[CAT]).toBeUndefined()
    await signed(CAT, async (row) => {
      expect(await rowOf(lead.visitor, CAT)).toMatchObject({
        state: 'signed',
        by: 'Lea Lead',
        licence: 'Physical therapist, PT 12345',
        hash: row.hash,
      })
      expect((await shown()).signed[CAT]).toEqual({ by: 'Lea Lead', at: host.clock.now.toISOString() })
    })
    expect((await shown()).signed[CAT]).toBeUndefined()
  })

  it('is not given to what its signer never opened, alone or among others', async () => {
    const { row } = await open(lead.visitor, CAT)
    const unread = await rowOf(lead.visitor, FLAG)
    if (unread === undefined) throw new Error('no such row')
    expect(unread.opened).toBe(false)
    expect((await act(lead.visitor, 'sign', [unread])).status).toBe(400)
    expect(await act(lead.visitor, 'sign', [row, unread])).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'items.1', message: 'not-opened' }] },
    })
    expect((await rowOf(lead.visitor, CAT))?.state).toBe('unsigned')
    const ada = await open(admin.visitor, FLAG)
    expect((await act(lead.visitor, 'sign', [ada.row])).status).toBe(400)
  })

  it('is refused for another mark than the item has now', async () => {
    const { row } = await open(lead.visitor, CAT)
    expect((await act(lead.visitor, 'sign', [{ key: CAT, hash: 'f'.repeat(64) }])).status).toBe(409)
    expect((await act(lead.visitor, 'sign', [{ key: 'exercises/nothing', hash: row.hash }])).status).toBe(404)
  })

  it.each([
    ['licence-expired', { expiresOn: '2020-01-01' }],
    ['licence-elsewhere', { country: 'BR' }],
  ] as const)('%s: is not given, and the page says so before', async (code, changed) => {
    const { row } = await open(lead.visitor, CAT)
    await licensed(lead, changed)
    expect(await act(lead.visitor, 'sign', [row])).toMatchObject({ status: 403, body: { code } })
    expect((await lead.visitor.ok<ContentReview>('contentReview')).refusal).toBe(code)
    expect((await rowOf(lead.visitor, CAT))?.state).toBe('unsigned')
  })

  it('is not given without a licence, nor by whom nobody appointed, nor after the appointment has ended', async () => {
    const row = (await open(admin.visitor, CAT)).row
    expect(await act(admin.visitor, 'sign', [row])).toMatchObject({
      status: 403,
      body: { code: 'licence-missing' },
    })
    const other = await staffMember(host, { role: 'therapist', name: 'Olu' })
    await licensed(other)
    await open(other.visitor, CAT)
    expect(await act(other.visitor, 'sign', [row])).toMatchObject({ status: 403, body: { code: 'not-lead' } })
    const appoint = (who: Member) =>
      who.visitor.call('setContentLead', { id: other.staffId, body: { lead: true } })
    expect((await appoint(other)).status).toBe(403)
    expect((await appoint(admin)).status).toBe(200)
    expect((await act(other.visitor, 'sign', [row])).status).toBe(200)
    await act(other.visitor, 'withdraw', [row], 'End of the case.')
    await admin.visitor.ok('setContentLead', { id: other.staffId, body: { lead: false } })
    expect((await act(other.visitor, 'sign', [row])).status).toBe(403)
  })

  it('that is taken back, or an item that is returned, needs words, and both stay in its history', async () => {
    await signed(FLAG, async (row) => {
      expect((await act(lead.visitor, 'withdraw', [row], 'no')).status).toBe(400)
      expect((await act(lead.visitor, 'return', [row], 'no')).status).toBe(400)
      expect((await act(lead.visitor, 'return', [row], 'The question is not plain.')).status).toBe(200)
      expect(await rowOf(admin.visitor, FLAG)).toMatchObject({
        state: 'returned',
        words: 'The question is not plain.',
      })
      expect((await shown()).signed[FLAG]).toBeUndefined()
    })
    const { history } = await open(admin.visitor, FLAG)
    expect(history.map((line) => line.act)).toEqual(['withdraw', 'return', 'sign'])
  })
})

describe('what was signed', () => {
  it('stays for the product’s own role and for the owner of the tables: no line is changed or taken away', async () => {
    await signed(CAT, async () => {
      const { db, tenantId } = host.database
      for (const change of [
        sql`update app.content_sign_off set act = 'withdraw'`,
        sql`delete from app.content_sign_off`,
      ])
        await expect(inClinic(db, tenantId, (tx) => change.execute(tx))).rejects.toThrow(/permission denied/)
      await asOwner(host, async (owner) => {
        await owner.query(`select set_config('app.tenant_id', $1, false)`, [tenantId])
        await expect(owner.query('delete from app.content_sign_off')).rejects.toThrow(/a sign-off stays/)
        await expect(owner.query(`update app.content_sign_off set hash = ''`)).rejects.toThrow(
          /a sign-off stays/,
        )
      })
    })
  })

  it('is of one clinic: another one sees and keeps nothing of it', async () => {
    const far = await otherClinic(host)
    const stranger = await staffMember(host, { role: 'clinic-admin', name: 'Far', tenantId: far })
    await signed(CAT, async () => {
      expect(await rowOf(stranger.visitor, CAT)).toMatchObject({ state: 'unsigned', opened: false })
      expect((await stranger.visitor.ok<ContentReview>('contentReview')).leads).toEqual([])
      const { db } = host.database
      const rows = await inClinic(db, far, (tx) =>
        tx.selectFrom('app.content_sign_off').selectAll().execute(),
      )
      expect(rows).toEqual([])
      expect(
        (await stranger.visitor.call('setContentLead', { id: lead.staffId, body: { lead: true } })).status,
      ).toBe(404)
    })
    const bare = connect(host.database.url)
    expect(await bare.selectFrom('app.content_sign_off').selectAll().execute()).toEqual([])
    await bare.destroy()
  })

  it('falls to "changed since" with any change of the item: a number, a word, its figure, a word in another language', () => {
    const before = reviewItems(host.content, null).get(CAT)
    if (before === undefined) throw new Error('no such item')
    const changed = (change: (one: Content['exercises'][number]) => object): Content => ({
      ...host.content,
      exercises: host.content.exercises.map((one) =>
        one.id === 'cat-cow' ? { ...one, ...change(one) } : one,
      ),
    })
    for (const change of [
      (one: Content['exercises'][number]) => ({ version: one.version + 1 }),
      (one: Content['exercises'][number]) => ({ steps: [...one.steps, 'More.'] }),
      () => ({ contraindicationTags: ['bone_fragile'] }),
      (one: Content['exercises'][number]) => ({ movement: { ...one.movement, figure: undefined } }),
    ])
      expect(reviewItems(changed(change), null).get(CAT)?.hash).not.toBe(before.hash)
    const same = reviewItems(
      changed(() => ({ signOff: { state: 'reviewed', by: 'x', at: 'y' } })),
      null,
    )
    expect(same.get(CAT)?.hash).toBe(before.hash)
    expect(before.others.map(({ lang }) => lang)).toEqual(['es', 'pt'])
  })
})
