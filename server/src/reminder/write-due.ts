import { type Content, lookAgain, remind, type Reminder } from '@dorsal/care'
import { sql } from 'kysely'
import { type Db, inClinic, type Tx } from '../db/connect.ts'
import { newId } from '../ids.ts'
import { remindInput } from './facts.store.ts'
import { devicesOf } from './push.store.ts'

/** `wake`: tells whoever sends that there is something, once the transaction has ended well. */
export type Reminding = {
  db: Db
  content: Content
  mail: boolean
  wake: (tx: Tx) => Promise<void>
}

type Key = { tenantId: string; patientId: string }

/** Somebody else has written the same down meanwhile: nothing of this letter stays. */
class WrittenAlready extends Error {}

/** Of a visit in the next two days somebody may have to be told at any minute. */
const VISITS_WITHIN_MS = 49 * 3_600_000

/**
 * Whom to look at now: whoever can be reached and is due to be, has a visit soon, or was written to since. `full` false: only their visits
 * have to be looked at.
 */
async function whom({ mail }: Reminding, tx: Tx, now: Date) {
  const soon = new Date(now.getTime() + VISITS_WITHIN_MS)
  const { rows } = await sql<{ patient_id: string; whole: boolean; visits: boolean }>`
    select * from (
      select p.patient_id,
        (l.patient_id is null or l.again_at <= ${now} or exists (
          select from app.message m where m.tenant_id = p.tenant_id and m.patient_id = p.patient_id
            and m.author = 'clinic' and m.read_at is null and m.received_at > l.looked_at)) as whole,
        exists (select from app.visit v where v.tenant_id = p.tenant_id and v.patient_id = p.patient_id
          and v.state = 'booked' and v.starts_at between ${now} and ${soon}) as visits
      from app.patient p
      left join app.reminder_look l on l.tenant_id = p.tenant_id and l.patient_id = p.patient_id
      where exists (select from app.push_subscription s where s.tenant_id = p.tenant_id and s.patient_id = p.patient_id)
        or (${mail} and exists (select from app.sign_in_email e where e.tenant_id = p.tenant_id
          and e.patient_id = p.patient_id and e.confirmed_at is not null))
    ) who where whole or visits`.execute(tx)
  return rows
}

/**
 * Writes one letter down: what it tells of, its place among those that count, and a row for each way out. The keys of all that are unique, so
 * that of any number of processes that come to the same letter one writes it.
 */
async function write(tx: Tx, { tenantId, patientId }: Key, reminder: Reminder, now: Date): Promise<void> {
  const reminder_id = newId(now)
  const own = { tenant_id: tenantId, patient_id: patientId }
  const keys = reminder.items.map(({ key }) => key)
  const { before } = await tx
    .selectFrom('app.reminder')
    .select((eb) => eb.fn.countAll<string>().as('before'))
    .where('patient_id', '=', patientId)
    .where('counts', '=', true)
    .executeTakeFirstOrThrow()
  const effects = [...keys, ...(reminder.counts ? [`place:${before}`] : [])].sort()
  const { numInsertedOrUpdatedRows: added } = await tx
    .insertInto('app.reminder_effect')
    .values(effects.map((effect_key) => ({ ...own, effect_key, reminder_id })))
    .onConflict((c) => c.columns(['tenant_id', 'patient_id', 'effect_key']).doNothing())
    .executeTakeFirstOrThrow()
  if (Number(added) < effects.length) throw new WrittenAlready()
  await tx
    .insertInto('app.reminder')
    .values({ ...own, reminder_id, way: reminder.by, keys, counts: reminder.counts, at: now })
    .execute()
  const to = reminder.by === 'mail' ? [null] : await devicesOf(tx, patientId)
  for (const subscription_id of to)
    await tx
      .insertInto('app.mail')
      .values({
        tenant_id: tenantId,
        mail_id: newId(now),
        effect_key: `reminder:${reminder_id}:${subscription_id ?? 'mail'}`,
        sealed: null,
        state: 'waiting',
        next_at: now,
        created_at: now,
        done_at: null,
        reminder_id,
        subscription_id,
      })
      .execute()
}

/** Looks at one person and writes down what they are told of now, if anything. True when something was. */
async function lookAt(reminding: Reminding, key: Key, whole: boolean, now: Date): Promise<boolean> {
  const { db, content, mail, wake } = reminding
  return inClinic(db, key.tenantId, async (tx) => {
    const only = whole ? {} : { only: 'visits' as const }
    const input = await remindInput(tx, key.patientId, { content, mail, now, ...only })
    const { send } = remind(input, now.getTime())
    if (whole) {
      const again_at = new Date(lookAgain(input, now.getTime()))
      await tx
        .insertInto('app.reminder_look')
        .values({ tenant_id: key.tenantId, patient_id: key.patientId, looked_at: now, again_at })
        .onConflict((c) => c.columns(['tenant_id', 'patient_id']).doUpdateSet({ looked_at: now, again_at }))
        .execute()
    }
    if (send === null) return false
    await write(tx, key, send, now)
    await wake(tx)
    return true
  })
}

/**
 * Looks at everybody who may have to be reminded now and writes down what is due. One person's trouble stops nobody else's reminder. Says how
 * many letters were written.
 */
export async function writeDue(reminding: Reminding, now: Date): Promise<number> {
  const { db } = reminding
  const clinics = await db.selectFrom('auth.tenant').select('tenant_id').execute()
  const failed: unknown[] = []
  let written = 0
  for (const { tenant_id: tenantId } of clinics) {
    const people = await inClinic(db, tenantId, (tx) => whom(reminding, tx, now))
    for (const { patient_id: patientId, whole } of people)
      try {
        if (await lookAt(reminding, { tenantId, patientId }, whole, now)) written += 1
      } catch (error) {
        if (!(error instanceof WrittenAlready)) failed.push(error)
      }
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} people could not be reminded`)
  return written
}
