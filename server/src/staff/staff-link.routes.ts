import { Refusal, type SignInReply } from '@dorsal/care'
import { sql } from 'kysely'
import { closeAllSessions } from '../access/sessions.ts'
import { accountKey, beginTry, tryFits } from '../account/tries.store.ts'
import { nameOf } from '../clinic/clinic.store.ts'
import type { Db, Tx } from '../db/connect.ts'
import type { Call } from '../http/contract-routes.ts'
import { afterPassword } from './come-in.ts'
import { hasAdmin } from './first-admin.ts'
import { newPasswordHash, passwordFits } from '../account/passwords.ts'
import { dropSecondFactors } from './second-factor.store.ts'
import { endLinks, staffLink, takeLink } from './staff-link.store.ts'
import { addStaff, setPassword, staffByEmail, type StaffRow, staffById } from './staff.store.ts'
import { closeSteps } from './step.store.ts'

export async function lookAtStaffLink({ db, deps, body, now }: Call<'lookAtStaffLink'>) {
  const seen = await staffLink(db, body.token, now)
  const { kind, email, name, dropsSecondFactor } = seen
  const known = (await accountOf(db, seen)) !== undefined
  return {
    known,
    kind,
    email,
    name,
    clinic: await nameOf(deps, seen.tenantId),
    newSecondFactor: !known && (kind !== 'reset' || dropsSecondFactor),
  }
}

/** Whose account an invitation finds: somebody who works at another clinic of this installation. */
async function accountOf(db: Db, { kind, email }: Seen): Promise<StaffRow | undefined> {
  return kind === 'join' && email !== null ? staffByEmail(db, email) : undefined
}

type Seen = Awaited<ReturnType<typeof staffLink>>

/**
 * Joins one more clinic with the account that there is: by its own password, wrong ones counted as at the door. The invitation gives no
 * new one: whoever can invite somebody cannot take over what they are elsewhere.
 */
async function joinKnown(call: Call<'takeStaffLink'>, staff: StaffRow): Promise<SignInReply> {
  const { db, body, cookies, network, now } = call
  const attempt = { account: accountKey(staff.email), network, device: cookies.read('device') }
  const tryId = await beginTry(db, attempt, now)
  if (!(await passwordFits(staff.password_hash, body.password))) throw new Refusal('wrong-credentials')
  await tryFits(db, tryId)
  await db.transaction().execute(async (tx) => {
    const link = await takeLink(tx, body.token, now)
    const role = link.role ?? 'front-desk'
    await tx
      .insertInto('auth.membership')
      .values({ tenant_id: link.tenant_id, staff_id: staff.staff_id, role, since: now, ended_at: null })
      .onConflict((c) => c.columns(['tenant_id', 'staff_id']).doUpdateSet({ role, ended_at: null }))
      .execute()
  })
  return afterPassword(call, staff)
}

type Taken = Awaited<ReturnType<typeof takeLink>>
type Chosen = { passwordHash: string; email: string | undefined; name: string | undefined; now: Date }

async function added(tx: Tx, staff: Parameters<typeof addStaff>[1], now: Date): Promise<string> {
  const staffId = await addStaff(tx, staff, now)
  if (staffId === null) throw new Refusal('email-taken')
  return staffId
}

const needed = (value: string | null | undefined, path: string): string => {
  if (value == null)
    throw new Refusal('bad-input', [{ path, message: 'This is missing or of the wrong kind.' }])
  return value
}

/** What each kind of link does with the new password; says whose it is now. */
const USES: Readonly<Record<Taken['kind'], (tx: Tx, link: Taken, chosen: Chosen) => Promise<string>>> = {
  // The address is the invited one: whoever holds the link cannot put in another.
  join: (tx, link, { passwordHash, now }) => {
    const [email, name] = [needed(link.email, 'email'), needed(link.name, 'name')]
    const role = link.role ?? 'front-desk'
    return added(tx, { tenantId: link.tenant_id, email, name, role, passwordHash }, now)
  },
  reset: async (tx, link, { passwordHash, now }) => {
    const staff = link.staff_id === null ? undefined : await staffById(tx, link.staff_id)
    if (staff === undefined) throw new Refusal('link-ended')
    await setPassword(tx, staff.staff_id, passwordHash)
    if (link.drops_second_factor) await dropSecondFactors(tx, staff.staff_id)
    await closeAllSessions(tx, staff.staff_id, now)
    await closeSteps(tx, staff.staff_id)
    await endLinks(tx, link.tenant_id, 'reset', staff.staff_id)
    return staff.staff_id
  },
  'first-admin': async (tx, link, { passwordHash, email, name, now }) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`first admin ${link.tenant_id}`}, 0))`.execute(
      tx,
    )
    if (await hasAdmin(tx, link.tenant_id)) throw new Refusal('link-ended')
    await endLinks(tx, link.tenant_id, 'first-admin')
    const who = { email: needed(email, 'email'), name: needed(name, 'name') }
    return added(tx, { tenantId: link.tenant_id, ...who, role: 'clinic-admin', passwordHash }, now)
  },
}

/** A new password by a link from the clinic, once. The second step is still asked for: a link is no second factor. */
export async function takeStaffLink(call: Call<'takeStaffLink'>): Promise<SignInReply> {
  const { db, deps, body, now } = call
  const seen = await staffLink(db, body.token, now)
  const known = await accountOf(db, seen)
  if (known !== undefined) return joinKnown(call, known)
  const own = [seen.email ?? body.email ?? '', seen.name ?? body.name ?? '', deps.config.clinicName]
  const passwordHash = await newPasswordHash(body.password, own)
  const chosen = { passwordHash, email: body.email, name: body.name, now }
  const staff = await db.transaction().execute(async (tx): Promise<StaffRow | undefined> => {
    const link = await takeLink(tx, body.token, now)
    return staffById(tx, await USES[link.kind](tx, link, chosen))
  })
  if (staff === undefined) throw new Refusal('link-ended')
  return afterPassword(call, staff)
}
