import { Refusal } from '@dorsal/care'
import { issueSecret, patientOf } from '../access/patient-secret.ts'
import { recordAccess } from '../audit/audit.ts'
import { inClinic } from '../db/connect.ts'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { devicesOf, endDevices, makeEntry, takeEntry } from './device.store.ts'

/**
 * Opens a record on this device. A device that has one already keeps it: nobody can slip another record under a person's own, and nothing
 * that was told here gets into the wrong one.
 */
async function enterByLink({ db, body, cookies, browser, requestId, now }: Call<'enterByLink'>) {
  if ((await patientOf(db, cookies.read('me'), now)) !== null) throw new Refusal('record-here')
  const actor = await takeEntry(db, body.token, now)
  const { tenantId, patientId } = actor
  const secret = await inClinic(db, tenantId, async (tx) => {
    await recordAccess(tx, { actor, action: 'enterByLink', patientId, requestId, at: now })
    return issueSecret(tx, tenantId, patientId, now, browser.words)
  })
  cookies.set('me', secret)
  return { patientId }
}

export const deviceRoutes: HandlersOf<
  'myDevices' | 'makeEntry' | 'endDevice' | 'endOtherDevices' | 'enterByLink'
> = {
  myDevices: async ({ tx, actor, cookies }) => ({ devices: await devicesOf(tx, actor, cookies.read('me')) }),
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
}
