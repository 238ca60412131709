import { Refusal } from '@dorsal/care'
import { closeSessions, renewSession, SESSION_LIMITS, sessionsOf } from '../access/sessions.ts'
import { addPasskey, newChallenge, passkeysOf, removePasskey } from '../account/passkey.store.ts'
import { base32, newCodeSecret, otpAddress, stepOf } from '../account/totp.ts'
import { accountKey, beginTry, type Try, tryFits } from '../account/tries.store.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { shownStaff } from './come-in.ts'
import { switchClinic } from './switch-clinic.ts'
import { newPasswordHash, passwordFits } from '../account/passwords.ts'
import { openSecret, renewBackupCodes, sealSecret, secondFactorsOf } from './second-factor.store.ts'
import { setPassword, staffById, type StaffRow } from './staff.store.ts'
import { closeSteps, openStep, tryStep } from './step.store.ts'

type Own =
  | 'staffMe'
  | 'switchClinic'
  | 'staffSecurity'
  | 'endStaffSession'
  | 'endOtherStaffSessions'
  | 'changeStaffPassword'
  | 'newGenerator'
  | 'newGeneratorCode'
  | 'newBackupCodes'
  | 'newStaffPasskey'
  | 'addStaffPasskey'
  | 'removeStaffPasskey'

async function ownRow({ tx, actor }: Pick<Call<'staffMe'>, 'tx' | 'actor'>): Promise<StaffRow> {
  const staff = await staffById(tx, actor.staffId)
  if (staff === undefined) throw new Refusal('sign-in')
  return staff
}

/**
 * Asks for the password again before anything about signing in changes: a browser left open is not enough. Wrong ones count like those at
 * the door, on a connection of their own, for a refusal undoes all that its request wrote.
 */
async function withPassword(
  call: Pick<Call<'newGenerator'>, 'tx' | 'actor' | 'deps' | 'body' | 'cookies' | 'network' | 'now'>,
): Promise<StaffRow> {
  const { deps, body, cookies, network, now } = call
  const staff = await ownRow(call)
  const attempt: Try = { account: accountKey(staff.email), network, device: cookies.read('device') }
  const tryId = await beginTry(deps.db, attempt, now)
  if (!(await passwordFits(staff.password_hash, body.password))) throw new Refusal('wrong-credentials')
  await tryFits(deps.db, tryId)
  return staff
}

/** The way of signing in has changed: a new session here, none anywhere else. */
async function renew(
  call: Pick<Call<'staffMe'>, 'tx' | 'actor' | 'cookies' | 'network' | 'browser' | 'now'>,
) {
  const { tx, actor, cookies, network, browser, now } = call
  const from = { staffId: actor.staffId, network, device: browser.words }
  cookies.set('staff', await renewSession(tx, from, now))
  await closeSteps(tx, actor.staffId)
}

async function staffSecurity(call: Call<'staffSecurity'>) {
  const { tx, actor, cookies, now } = call
  const { email } = await ownRow(call)
  const { generator, backupCodesLeft } = await secondFactorsOf(tx, actor.staffId)
  const passkeys = await passkeysOf(tx, { kind: 'staff', id: actor.staffId })
  return {
    email,
    generator,
    backupCodesLeft,
    passkeys: passkeys.map(({ shown }) => shown),
    sessions: await sessionsOf(tx, actor.staffId, cookies.read('staff'), now),
    ...SESSION_LIMITS,
  }
}

async function newGenerator(call: Call<'newGenerator'>) {
  const { tx, deps, cookies, now } = call
  const staff = await withPassword(call)
  const secret = newCodeSecret()
  const sealed = sealSecret(deps.vault, staff.staff_id, secret)
  cookies.set('step', await openStep(tx, staff.staff_id, 'enrol', now, sealed))
  return { address: otpAddress(secret, deps.config.clinicName, staff.email), secret: base32(secret) }
}

async function newGeneratorCode(call: Call<'newGeneratorCode'>) {
  const { tx, actor, deps, body, cookies, now } = call
  const { staff, sealed } = await tryStep(deps.db, cookies.read('step'), 'enrol', now)
  const secret = sealed === null ? null : openSecret(deps.vault, actor.staffId, sealed)
  if (staff.staff_id !== actor.staffId || sealed === null || secret === null)
    throw new Refusal('sign-in-anew')
  const step = stepOf(secret, body.code, 0, now)
  if (step === null) throw new Refusal('wrong-code')
  const held = { sealed_secret: sealed, last_step: step, created_at: now }
  await tx
    .insertInto('auth.code_generator')
    .values({ staff_id: actor.staffId, ...held })
    .onConflict((c) => c.column('staff_id').doUpdateSet(held))
    .execute()
  const backupCodes = await renewBackupCodes(tx, deps.vault, actor.staffId, now)
  await renew(call)
  cookies.clear('step')
  return { backupCodes }
}

async function newStaffPasskey(call: Call<'newStaffPasskey'>) {
  const { tx, actor, deps, browser, now } = call
  const staff = await withPassword(call)
  const known = await passkeysOf(tx, { kind: 'staff', id: actor.staffId })
  const given = {
    purpose: 'staff-add',
    owner: actor.staffId,
    browser,
    clinic: deps.config.clinicName,
    now,
  } as const
  const challenge = await newChallenge(tx, given)
  const userId = Buffer.from(actor.staffId).toString('base64url')
  return { ...challenge, userId, userName: staff.email, known: known.map((k) => k.credentialId) }
}

export const securityRoutes: HandlersOf<Own> = {
  staffMe: ({ actor, deps }) => shownStaff(deps, actor),
  switchClinic,
  staffSecurity,
  endStaffSession: async ({ tx, actor, params, now }) => {
    await closeSessions(tx, actor.staffId, { id: params.id }, now)
    return { done: true }
  },
  endOtherStaffSessions: async ({ tx, actor, cookies, now }) => {
    await closeSessions(tx, actor.staffId, { allBut: cookies.read('staff') }, now)
    return { done: true }
  },
  changeStaffPassword: async (call) => {
    const staff = await withPassword(call)
    const own = [staff.email, staff.name, call.deps.config.clinicName]
    await setPassword(call.tx, staff.staff_id, await newPasswordHash(call.body.newPassword, own))
    await renew(call)
    return { done: true }
  },
  newGenerator,
  newGeneratorCode,
  newBackupCodes: async (call) => {
    await withPassword(call)
    return { backupCodes: await renewBackupCodes(call.tx, call.deps.vault, call.actor.staffId, call.now) }
  },
  newStaffPasskey,
  addStaffPasskey: async (call) => {
    await addPasskey(call.tx, { kind: 'staff', id: call.actor.staffId }, call.body, call)
    await renew(call)
    return { done: true }
  },
  removeStaffPasskey: async (call) => {
    await removePasskey(call.tx, { kind: 'staff', id: call.actor.staffId }, call.params.id)
    await renew(call)
    return { done: true }
  },
}
