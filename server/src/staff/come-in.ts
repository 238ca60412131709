import type { SignInReply, StaffMe } from '@dorsal/care'
import { closeSession, openSession, type Staff } from '../access/sessions.ts'
import type { Browser } from '../account/browser.ts'
import { accountKey, codeKey, rememberDevice } from '../account/tries.store.ts'
import type { Db } from '../db/connect.ts'
import type { Deps } from '../deps.ts'
import type { Cookies } from '../http/cookies.ts'
import { secondFactorsOf } from './second-factor.store.ts'
import { closeSteps, openStep } from './step.store.ts'
import { signsInForDemo, type StaffRow } from './staff.store.ts'

export const shownStaff = (staff: Omit<Staff, 'kind' | 'tenantId'>, clinic: string): StaffMe => ({
  staffId: staff.staffId,
  name: staff.name,
  role: staff.role,
  clinic,
})

export const shownRow = (row: StaffRow, clinic: string): StaffMe =>
  shownStaff({ staffId: row.staff_id, name: row.name, role: row.role }, clinic)

/** What signing in needs of a request. */
export type Door = { db: Db; deps: Deps; cookies: Cookies; network: string; browser: Browser; now: Date }

/** Lets somebody in who has shown all that is asked for: a new session, and a browser that is known from now on. */
export async function comeIn(door: Door, staff: StaffRow): Promise<StaffMe> {
  const { db, deps, cookies, network, browser, now } = door
  await closeSession(db, cookies.read('staff'), now)
  await closeSteps(db, staff.staff_id)
  const from = { staffId: staff.staff_id, network, device: browser.words }
  cookies.set('staff', await openSession(db, from, now))
  cookies.clear('step')
  const accounts = [accountKey(staff.email), codeKey(staff.staff_id)]
  cookies.set('device', await rememberDevice(db, cookies.read('device'), accounts, now))
  return shownRow(staff, deps.config.clinicName)
}

/** After a right password: the second step. Only the made-up clinician of a demo has none, and only while it is a demo. */
export async function afterPassword(door: Door, staff: StaffRow): Promise<SignInReply> {
  const { db, deps, cookies, now } = door
  if (deps.config.demo && (await signsInForDemo(db, staff.staff_id)))
    return { step: 'in', staff: await comeIn(door, staff) }
  const factors = await secondFactorsOf(db, staff.staff_id)
  const step = factors.generator || factors.passkeys > 0 ? 'code' : 'enrol'
  cookies.set('step', await openStep(db, staff.staff_id, step, now))
  return step === 'enrol' ? { step } : { step, backupCodesLeft: factors.backupCodesLeft }
}
