import { nextReminder, type OwnReminders, Refusal, remind, usualHour } from '@dorsal/care'
import type { Call, HandlersOf } from '../http/contract-routes.ts'
import { lockPatient } from '../patient/patient.store.ts'
import { remindInput } from './facts.store.ts'
import { addDevice, devicesOf, removeDevices } from './push.store.ts'
import { mayPush } from './push.ts'
import { saveSettings, settingsOf } from './settings.store.ts'

type Own = Pick<Call<'myReminders'>, 'tx' | 'actor' | 'deps' | 'now'>

async function addressFor(tx: Own['tx'], patientId: string): Promise<OwnReminders['address']> {
  const row = await tx
    .selectFrom('app.sign_in_email')
    .select('confirmed_at')
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
  if (row === undefined) return 'none'
  return row.confirmed_at === null ? 'unconfirmed' : 'confirmed'
}

async function myReminders({ tx, actor, deps, now }: Own): Promise<OwnReminders> {
  const { patientId } = actor
  const { content, mail } = deps
  const { settings, asked } = await settingsOf(tx, patientId)
  const input = await remindInput(tx, patientId, { content, mail: mail.on, now })
  const next = nextReminder(input, now.getTime())
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: settings.zone, dateStyle: 'short' }).format(now)
  return {
    settings,
    asked,
    mail: mail.on,
    address: await addressFor(tx, patientId),
    pushKey: deps.pushKey,
    devices: (await devicesOf(tx, patientId)).length,
    usual: usualHour(settings, today, input.facts.session.begun),
    next:
      next === null
        ? null
        : {
            at: new Date(next.at).toISOString(),
            kinds: [...new Set(next.send.items.map(({ kind }) => kind))],
          },
    because: remind(input, now.getTime()).because,
  }
}

export const reminderRoutes: HandlersOf<'myReminders' | 'setReminders' | 'addPush' | 'removePush'> = {
  myReminders,
  setReminders: async (call) => {
    await lockPatient(call.tx, call.actor.patientId, call.now)
    await saveSettings(call.tx, call.actor, call.body, call.now)
    return myReminders(call)
  },
  addPush: async ({ tx, actor, body, deps, now }) => {
    if (!mayPush(body.endpoint, deps.pushToLoopback)) throw new Refusal('bad-input')
    await lockPatient(tx, actor.patientId, now)
    await addDevice(tx, actor, { subscription: body, vault: deps.vault, now })
    return { done: true }
  },
  removePush: async ({ tx, actor, now }) => {
    await lockPatient(tx, actor.patientId, now)
    await removeDevices(tx, actor.patientId)
    return { done: true }
  },
}
