import { type Content, isQuiet, quietEnds, type ReminderDue, stillHolds } from '@dorsal/care'
import type { Vault } from '../account/vault.ts'
import type { Db, Tx } from '../db/connect.ts'
import { inClinic } from '../db/connect.ts'
import { langOf } from '../mail/mailbox.ts'
import type { Prepare } from '../mail/send-due.ts'
import type { Send } from '../mail/smtp.ts'
import { addressOf, remindInput } from './facts.store.ts'
import { reminderLetter } from './letter.ts'
import { offToken } from './off-token.ts'
import { deviceOf, removeDevice } from './push.store.ts'
import type { Push } from './push.ts'
import { pushBody } from './words.ts'

export type Ways = {
  db: Db
  vault: Vault
  content: Content
  clinic: string
  base: string
  send: Send | null
  push: Push
}

/**
 * Where a reminder leads: one visit alone has a page, which asks what is to be asked before it; several are in the calendar; the page of the
 * day has whatever else it was about.
 */
function pathOf(holds: readonly ReminderDue[]): string {
  if (holds.some(({ kind }) => kind !== 'visit')) return '/today'
  const [visitId, ...others] = new Set(holds.map((due) => due.visitId))
  return visitId === undefined || others.length > 0 ? '/calendar' : `/visits/${visitId}`
}

type Found = { tenantId: string; patientId: string; lang: string; holds: readonly ReminderDue[]; now: Date }

async function byMail({ vault, clinic, base, send }: Ways, tx: Tx, found: Found) {
  const to = await addressOf(tx, found.patientId)
  if (to === null || send === null) return null
  const { holds, lang } = found
  const kinds = [...new Set(holds.map(({ kind }) => kind))]
  const off = `${base}/off/${offToken(vault, { ...found, kinds })}`
  const letter = reminderLetter({
    to,
    lang: langOf(lang),
    clinic,
    items: holds,
    link: base + pathOf(holds),
    off,
  })
  return () => send(letter)
}

async function byPush(ways: Ways, tx: Tx, found: Found, subscriptionId: string | null) {
  const { db, vault, clinic, push } = ways
  const { tenantId, holds, lang, now } = found
  if (subscriptionId === null) return null
  const device = await deviceOf(tx, vault, tenantId, subscriptionId)
  if (device === null) return null
  const words = {
    title: clinic,
    body: pushBody(holds, langOf(lang), clinic),
    path: pathOf(holds),
  }
  const keep = (Math.max(...holds.map(({ until }) => until)) - now.getTime()) / 1000
  return async () => {
    const how = await push(device, words, keep)
    if (how !== 'gone') return how
    await inClinic(db, tenantId, (gone) => removeDevice(gone, subscriptionId))
    return 'never' as const
  }
}

/**
 * Looks at a reminder again in the transaction that takes it out for sending: what was cancelled, moved, done, read or turned off since is left
 * out of it, and where nothing is left nothing is sent. In quiet hours it waits.
 */
export const prepareBy =
  (ways: Ways): Prepare =>
  async (tx, row, now) => {
    const reminder = await tx
      .selectFrom('app.reminder')
      .select(['patient_id', 'way', 'keys'])
      .where('reminder_id', '=', row.reminder_id)
      .executeTakeFirst()
    if (reminder === undefined) return null
    const { patient_id: patientId, way, keys } = reminder
    const { content, send } = ways
    const input = await remindInput(tx, patientId, { content, mail: send !== null, now })
    const { settings } = input
    const holds = stillHolds(input, new Set(keys), now.getTime())
    if (!holds.some(({ kind }) => settings.by[kind] === way)) return null
    if (isQuiet(settings, now.getTime())) return { notBefore: new Date(quietEnds(settings, now.getTime())) }
    const found = { tenantId: row.tenant_id, patientId, lang: settings.lang, holds, now }
    return way === 'mail' ? byMail(ways, tx, found) : byPush(ways, tx, found, row.subscription_id)
  }
