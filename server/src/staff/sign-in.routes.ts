import { Refusal } from '@dorsal/care'
import { closeSession } from '../access/sessions.ts'
import { askByMail } from '../account/email.store.ts'
import { holderOf, newChallenge } from '../account/passkey.store.ts'
import { base32, newCodeSecret, otpAddress, stepOf } from '../account/totp.ts'
import { accountKey, beginTry, codeKey, type Try, tryFits } from '../account/tries.store.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { afterPassword, comeIn } from './come-in.ts'
import { hashPassword, isOldHash, passwordFits } from '../account/passwords.ts'
import { addGenerator, openSecret, renewBackupCodes, sealSecret, takeCode } from './second-factor.store.ts'
import { setPassword, staffByEmail, staffById } from './staff.store.ts'
import { lookAtStaffLink, takeStaffLink } from './staff-link.routes.ts'
import { keepSecret, tryStep } from './step.store.ts'

async function signIn(call: Call<'signIn'>) {
  const { db, body, cookies, network, now } = call
  const attempt: Try = { account: accountKey(body.email), network, device: cookies.read('device') }
  const tryId = await beginTry(db, attempt, now)
  const staff = await staffByEmail(db, body.email)
  const fits = await passwordFits(staff?.password_hash, body.password)
  if (staff === undefined || !fits) throw new Refusal('wrong-credentials')
  await tryFits(db, tryId)
  if (isOldHash(staff.password_hash)) await setPassword(db, staff.staff_id, await hashPassword(body.password))
  return afterPassword(call, staff)
}

async function signInCode(call: Call<'signInCode'>) {
  const { db, deps, body, cookies, network, now } = call
  const { staff } = await tryStep(db, cookies.read('step'), 'code', now)
  const attempt: Try = { account: codeKey(staff.staff_id), network, device: cookies.read('device') }
  const tryId = await beginTry(db, attempt, now)
  const given = { staffId: staff.staff_id, code: body.code, now }
  if (!(await takeCode(db, deps.vault, given))) throw new Refusal('wrong-code')
  await tryFits(db, tryId)
  return { step: 'in' as const, staff: await comeIn(call, staff) }
}

async function enrolGenerator({ db, deps, cookies, now }: Call<'enrolGenerator'>) {
  const { ticket, staff } = await tryStep(db, cookies.read('step'), 'enrol', now)
  const secret = newCodeSecret()
  await keepSecret(db, ticket, sealSecret(deps.vault, staff.staff_id, secret))
  return { address: otpAddress(secret, deps.config.clinicName, staff.email), secret: base32(secret) }
}

async function enrolCode(call: Call<'enrolCode'>) {
  const { db, deps, body, cookies, now } = call
  const { staff, sealed } = await tryStep(db, cookies.read('step'), 'enrol', now)
  const staffId = staff.staff_id
  const secret = sealed === null ? null : openSecret(deps.vault, staffId, sealed)
  if (sealed === null || secret === null) throw new Refusal('sign-in-anew')
  const step = stepOf(secret, body.code, 0, now)
  if (step === null) throw new Refusal('wrong-code')
  const backupCodes = await db.transaction().execute(async (tx) => {
    // Somebody else with the same password may have been quicker: then theirs holds, and this one asks for its codes.
    if (!(await addGenerator(tx, { staffId, sealed, step, now }))) throw new Refusal('sign-in-anew')
    return renewBackupCodes(tx, deps.vault, staffId, now)
  })
  return { staff: await comeIn(call, staff), backupCodes }
}

export const signInRoutes: HandlersOf<
  | 'signIn'
  | 'signInCode'
  | 'enrolGenerator'
  | 'enrolCode'
  | 'staffPasskeyChallenge'
  | 'staffPasskeySignIn'
  | 'signOut'
  | 'lookAtStaffLink'
  | 'takeStaffLink'
  | 'askStaffReset'
> = {
  signIn,
  signInCode,
  enrolGenerator,
  enrolCode,
  staffPasskeyChallenge: ({ db, deps, browser, now }) =>
    newChallenge(db, { purpose: 'staff-sign-in', owner: null, browser, clinic: deps.config.clinicName, now }),
  staffPasskeySignIn: async (call) => {
    const staffId = await holderOf(call.db, 'staff', call.body, call)
    const staff = await staffById(call.db, staffId)
    if (staff === undefined) throw new Refusal('passkey-unknown')
    return { staff: await comeIn(call, staff) }
  },
  signOut: async ({ db, cookies, now }) => {
    await closeSession(db, cookies.read('staff'), now)
    cookies.clear('staff')
    cookies.clear('step')
    return { done: true }
  },
  lookAtStaffLink,
  takeStaffLink,
  askStaffReset: (call) => askByMail(call, { email: call.body.email, lang: call.lang, template: 'reset' }),
}
