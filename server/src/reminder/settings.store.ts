import { type ReminderKind, type ReminderSettings, usualReminders } from '@dorsal/care'
import { json, type Tx } from '../db/connect.ts'

type Key = { tenantId: string; patientId: string }

/** By whose clocks somebody lives who has not said: those of their place, else of the clinic's first. */
async function zoneOf(tx: Tx, patientId: string): Promise<string> {
  const row = await tx
    .selectFrom('app.location as l')
    .leftJoin('app.patient as p', (join) =>
      join
        .onRef('p.tenant_id', '=', 'l.tenant_id')
        .onRef('p.location_id', '=', 'l.location_id')
        .on('p.patient_id', '=', patientId),
    )
    .select('l.zone')
    .where('l.zone', 'is not', null)
    .orderBy((eb) => eb('p.patient_id', 'is', null))
    .orderBy('l.created_at')
    .limit(1)
    .executeTakeFirst()
  return row?.zone ?? 'UTC'
}

/** In which language somebody last agreed to what they read. */
async function langOfPerson(tx: Tx, patientId: string): Promise<string> {
  const row = await tx
    .selectFrom('app.consent')
    .select('lang')
    .where('patient_id', '=', patientId)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.lang.slice(0, 2).toLowerCase() ?? 'en'
}

/** How this person wants to be reminded; `asked`: whether they have said so, or it is what everybody begins with. */
export async function settingsOf(
  tx: Tx,
  patientId: string,
): Promise<{ settings: ReminderSettings; asked: boolean }> {
  const row = await tx
    .selectFrom('app.reminder_setting')
    .select('body')
    .where('patient_id', '=', patientId)
    .executeTakeFirst()
  if (row !== undefined) return { settings: row.body, asked: true }
  return {
    settings: usualReminders(await zoneOf(tx, patientId), await langOfPerson(tx, patientId)),
    asked: false,
  }
}

/** Keeps how somebody wants to be reminded, and has them looked at again at once. */
export async function saveSettings(
  tx: Tx,
  { tenantId, patientId }: Key,
  settings: ReminderSettings,
  now: Date,
): Promise<void> {
  const body = json(settings)
  await tx
    .insertInto('app.reminder_setting')
    .values({ tenant_id: tenantId, patient_id: patientId, body, set_at: now })
    .onConflict((c) => c.columns(['tenant_id', 'patient_id']).doUpdateSet({ body, set_at: now }))
    .execute()
  await forgetLook(tx, patientId)
}

/** Somebody is looked at again with the next round. */
export async function forgetLook(tx: Tx, patientId: string): Promise<void> {
  await tx.deleteFrom('app.reminder_look').where('patient_id', '=', patientId).execute()
}

/** Turns kinds of reminders off and leaves the rest as it is. */
export async function turnOff(tx: Tx, key: Key, kinds: readonly ReminderKind[], now: Date): Promise<void> {
  const { settings } = await settingsOf(tx, key.patientId)
  const by = { ...settings.by }
  for (const kind of kinds) by[kind] = 'off'
  await saveSettings(tx, key, { ...settings, by }, now)
}
