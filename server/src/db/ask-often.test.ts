import { afterAll, beforeAll, expect, it } from 'vitest'
import { testApp, type TestApp } from '../test-app.ts'
import { askOften, type Db } from './connect.ts'

let host: TestApp
beforeAll(async () => {
  host = await testApp()
})
afterAll(() => host.close())

const clinics = (db: Db, id: string) =>
  db.selectFrom('auth.tenant').select('tenant_id').where('tenant_id', '=', id)

it('a question that is asked often is answered anew for each value', async () => {
  const { db, tenantId } = host.database
  const other = '00000000-0000-7000-8000-00000000abcd'
  for (const [id, rows] of [
    [tenantId, 1],
    [other, 0],
    [tenantId, 1],
  ] as const)
    expect(await askOften(db, 'clinics', id, clinics)).toHaveLength(rows)
})

it('one that asks by more than its value is refused: the next time it would be another one', async () => {
  const { db, tenantId } = host.database
  const two = (of: Db, id: string) => clinics(of, id).where('tenant_id', '<>', 'x')
  await expect(askOften(db, 'two', tenantId, two)).rejects.toThrow('more than its value')
  const other = (of: Db) => clinics(of, 'x')
  await expect(askOften(db, 'other', tenantId, other)).rejects.toThrow('more than its value')
})
