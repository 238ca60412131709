import { Refusal, type StaffMe } from '@dorsal/care'
import { closeSession, openSession, type Staff } from '../access/sessions.ts'
import type { HandlersOf } from '../http/contract-routes.ts'
import { passwordFits } from './passwords.ts'
import { beginTry, staffByEmail, tryFits, tryOf } from './staff.store.ts'

const shown = (staff: Omit<Staff, 'kind' | 'tenantId'>, clinic: string): StaffMe => ({
  staffId: staff.staffId,
  name: staff.name,
  role: staff.role,
  clinic,
})

export const staffRoutes: HandlersOf<'signIn' | 'signOut' | 'staffMe'> = {
  signIn: async ({ db, deps, body, cookies, network, now }) => {
    const attempt = tryOf(body.email, network)
    const tryId = await beginTry(db, attempt, now)
    if (tryId === null) throw new Refusal('too-many')
    const staff = await staffByEmail(db, body.email)
    const fits = await passwordFits(staff?.password_hash, body.password)
    if (staff === undefined || !fits) throw new Refusal('wrong-credentials')
    await tryFits(db, tryId, attempt)
    await closeSession(db, cookies.read('staff'), now)
    cookies.set('staff', await openSession(db, staff.staff_id, network, now))
    return shown({ staffId: staff.staff_id, name: staff.name, role: staff.role }, deps.config.clinicName)
  },
  signOut: async ({ db, cookies, now }) => {
    await closeSession(db, cookies.read('staff'), now)
    cookies.clear('staff')
    return { done: true }
  },
  staffMe: async ({ actor, deps }) => shown(actor, deps.config.clinicName),
}
