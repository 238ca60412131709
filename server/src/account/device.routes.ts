import { Refusal } from '@dorsal/care'
import { issueSecret, type Patient, patientOf } from '../access/patient-secret.ts'
import { recordAccess } from '../audit/audit.ts'
import { inClinic } from '../db/connect.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { accountOf, claim, recordOfAccount } from './account.store.ts'
import { devicesOf, endDevices, isMailInto, makeEntry, takeEntry } from './device.store.ts'
import { askByMail, confirmEmail, emailOf, setOwnEmail } from './email.store.ts'
import { hasPassword, setOwnPassword, takePassword } from './password.store.ts'
import { addPasskey, holderOf, newChallenge, passkeysOf, removePasskey } from './passkey.store.ts'

type Entering = Pick<Call<'enterByLink'>, 'db' | 'cookies' | 'browser' | 'requestId' | 'now'>

/** Opens a record on this device: a secret of its own, and a line in the trail. */
async function open({ db, cookies, browser, requestId, now }: Entering, actor: Patient, action: string) {
  const { tenantId, patientId } = actor
  const secret = await inClinic(db, tenantId, async (tx) => {
    await recordAccess(tx, { actor, action, patientId, requestId, at: now })
    return issueSecret(tx, tenantId, patientId, now, browser.words)
  })
  cookies.set('me', secret)
  return { patientId }
}

/**
 * Opens a record on this device. A device that has one already keeps it: nobody can slip another record under a person's own, and nothing
 * that was told here gets into the wrong one.
 */
async function enterByLink(call: Call<'enterByLink'>) {
  const { db, body, cookies, now } = call
  const here = await patientOf(db, cookies.read('me'), now)
  // A letter that comes back to the device that asked for it says that the address is right, and there is nothing to open.
  const own = here !== null && (await isMailInto(db, body.token, here, now))
  if (here !== null && !own) throw new Refusal('record-here')
  const { actor, byMail } = await takeEntry(db, body.token, now)
  if (byMail) await confirmEmail(db, actor, now)
  return own ? { patientId: actor.patientId } : open(call, actor, 'enterByLink')
}

/** The same by what somebody has or knows; where this device opens that very record already there is nothing to do. */
async function openOwn(call: Entering, action: string, find: () => Promise<Patient>) {
  const here = await patientOf(call.db, call.cookies.read('me'), call.now)
  const actor = await find()
  if (here?.patientId === actor.patientId) return { patientId: actor.patientId }
  if (here !== null) throw new Refusal('record-here')
  return open(call, actor, action)
}

async function newOwnPasskey({ tx, actor, deps, browser, now }: Call<'newOwnPasskey'>) {
  const id = await claim(tx, actor, now)
  const known = await passkeysOf(tx, { kind: 'account', id })
  const clinic = deps.config.clinicName
  const challenge = await newChallenge(tx, { purpose: 'account-add', owner: id, browser, clinic, now })
  const userId = Buffer.from(id).toString('base64url')
  return { ...challenge, userId, userName: clinic, known: known.map((k) => k.credentialId) }
}

async function ownPasskeys(call: Pick<Call<'myDevices'>, 'tx' | 'actor'>) {
  const id = await accountOf(call.tx, call.actor)
  return id === null ? [] : (await passkeysOf(call.tx, { kind: 'account', id })).map(({ shown }) => shown)
}

async function ownEmail({ tx, actor }: Pick<Call<'myDevices'>, 'tx' | 'actor'>) {
  const email = await emailOf(tx, actor)
  return email && { ...email, hasPassword: email.confirmed && (await hasPassword(tx, actor)) }
}

export const deviceRoutes: HandlersOf<
  | 'myDevices'
  | 'makeEntry'
  | 'endDevice'
  | 'endOtherDevices'
  | 'setOwnPassword'
  | 'newOwnPasskey'
  | 'addOwnPasskey'
  | 'removeOwnPasskey'
  | 'entryChallenge'
  | 'enterByPasskey'
  | 'enterByPassword'
  | 'enterByLink'
  | 'setOwnEmail'
  | 'askEntryMail'
> = {
  myDevices: async (call) => ({
    devices: await devicesOf(call.tx, call.actor, call.cookies.read('me')),
    passkeys: await ownPasskeys(call),
    email: await ownEmail(call),
  }),
  setOwnPassword,
  newOwnPasskey,
  addOwnPasskey: async (call) => {
    await addPasskey(
      call.tx,
      { kind: 'account', id: await claim(call.tx, call.actor, call.now) },
      call.body,
      call,
    )
    return { done: true }
  },
  removeOwnPasskey: async ({ tx, actor, params }) => {
    const id = await accountOf(tx, actor)
    if (id !== null) await removePasskey(tx, { kind: 'account', id }, params.id)
    return { done: true }
  },
  entryChallenge: ({ db, deps, browser, now }) =>
    newChallenge(db, {
      purpose: 'account-sign-in',
      owner: null,
      browser,
      clinic: deps.config.clinicName,
      now,
    }),
  enterByPasskey: (call) =>
    openOwn(call, 'enterByPasskey', async () =>
      recordOfAccount(call.db, await holderOf(call.db, 'account', call.body, call)),
    ),
  enterByPassword: (call) => openOwn(call, 'enterByPassword', () => takePassword(call)),
  makeEntry: ({ tx, actor, now }) => makeEntry(tx, actor, now),
  endDevice: async ({ tx, actor, params }) => {
    await endDevices(tx, actor, { id: params.id })
    return { done: true }
  },
  endOtherDevices: async ({ tx, actor, cookies }) => {
    await endDevices(tx, actor, { allBut: cookies.read('me') })
    return { done: true }
  },
  enterByLink,
  setOwnEmail,
  askEntryMail: (call) => askByMail(call, { ...call.body, template: 'enter' }),
}
