import type { LocationWish, StaffRole } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { inClinic } from './db/connect.ts'
import { newSecret, sha256 } from './ids.ts'
import { Visitor } from './seed/visitor.ts'
import { addStaff, staffByEmail } from './staff/staff.store.ts'
import type { TestApp } from './test-app.ts'

export type Member = { visitor: Visitor; staffId: string; email: string; token: string }

type Given = { role: StaffRole; name: string; email?: string; tenantId?: string }

/** Somebody of the clinic, signed in: how they came in is told by the tests of signing in. With `email`: the same person once more. */
export async function staffMember(host: TestApp, given: Given): Promise<Member> {
  const { db, tenantId } = host.database
  const now = host.clock.now
  const email = given.email ?? `${randomUUID()}@clinic.example`
  const known = await staffByEmail(db, email)
  const staff = { tenantId: given.tenantId ?? tenantId, email, name: given.name, role: given.role }
  const staffId = known?.staff_id ?? (await addStaff(db, { ...staff, passwordHash: 'none' }, now))
  if (staffId === null) throw new Error('this address is taken')
  const token = newSecret()
  await db
    .insertInto('auth.staff_session')
    .values({
      token_hash: sha256(token),
      staff_id: staffId,
      network: '127.0.0.1',
      device: 'test',
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + 12 * 3_600_000),
      revoked_at: null,
    })
    .execute()
  const visitor = new Visitor(host.app)
  visitor.cookies.set('dorsal_staff', token)
  return { visitor, staffId, email, token }
}

/** A place as it is told to the clinic. */
export const somePlace = (name: string, given: Partial<LocationWish> = {}): LocationWish => ({
  name,
  address: '1 Main Street',
  phone: '',
  zone: 'Europe/Lisbon',
  open: true,
  ...given,
})

/** Work past every wall, for what fills a database rather than uses it. */
export async function superuser(host: TestApp): Promise<Client> {
  const db = new Client(host.database.superUrl)
  await db.connect()
  return db
}

/** Work as the owner of the tables, for what the product's own role must not do. */
export async function asOwner(host: TestApp, work: (owner: Client) => Promise<unknown>): Promise<void> {
  const owner = new Client(host.database.ownerUrl)
  await owner.connect()
  try {
    await work(owner)
  } finally {
    await owner.end()
  }
}

/** One more clinic in the same database. */
export async function otherClinic(host: TestApp): Promise<string> {
  const tenantId = randomUUID()
  await asOwner(host, (owner) =>
    owner.query('insert into auth.tenant values ($1, $2, now())', [tenantId, tenantId]),
  )
  await inClinic(host.database.db, tenantId, (tx) =>
    tx
      .insertInto('app.clinic')
      .values({ tenant_id: tenantId, name: 'Other', created_at: new Date() })
      .execute(),
  )
  return tenantId
}
