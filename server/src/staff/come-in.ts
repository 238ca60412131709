import type { SignInReply, StaffMe } from '@dorsal/care'
import { closeSession, openSession, type Staff } from '../access/sessions.ts'
import type { Browser } from '../account/browser.ts'
import { accountKey, codeKey, rememberDevice } from '../account/tries.store.ts'
import { clinicsOf } from '../clinic/clinic.store.ts'
import type { Db } from '../db/connect.ts'
import type { Deps } from '../deps.ts'
import type { Cookies } from '../http/cookies.ts'
import { secondFactorsOf } from './second-factor.store.ts'
import { closeSteps, openStep } from './step.store.ts'
import { noteLanguage, signsInForDemo, type StaffRow } from './staff.store.ts'

/** Who is signed in, as their pages show it. */
export async function shownStaff(deps: Deps, staff: Omit<Staff, 'kind'>): Promise<StaffMe> {
  const { staffId, name, role, tenantId: clinicId } = staff
  const clinics = await clinicsOf(deps, staffId)
  const clinic = clinics.find((one) => one.clinicId === clinicId)?.name ?? deps.config.clinicName
  return { staffId, name, role, clinic, clinicId, clinics }
}

/** What signing in needs of a request. */
export type Door = {
  db: Db
  deps: Deps
  cookies: Cookies
  network: string
  browser: Browser
  lang: string
  now: Date
}

/** Lets somebody in who has shown all that is asked for: a new session, and a browser that is known from now on. */
export async function comeIn(door: Door, staff: StaffRow): Promise<StaffMe> {
  const { db, deps, cookies, network, browser, lang, now } = door
  await closeSession(db, cookies.read('staff'), now)
  await closeSteps(db, staff.staff_id)
  const from = { staffId: staff.staff_id, network, device: browser.words }
  cookies.set('staff', await openSession(db, from, now))
  cookies.clear('step')
  await noteLanguage(db, staff.staff_id, lang)
  const accounts = [accountKey(staff.email), codeKey(staff.staff_id)]
  cookies.set('device', await rememberDevice(db, cookies.read('device'), accounts, now))
  const { staff_id: staffId, tenant_id: tenantId, name, role } = staff
  return shownStaff(deps, { staffId, tenantId, name, role })
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
