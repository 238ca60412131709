import type { Vault } from '../account/vault.ts'
import type { House } from '../calendar/entries.ts'
import { visitLetter } from '../calendar/visit-letter.ts'
import { type Db, inClinic, type Tx } from '../db/connect.ts'
import type { Errand } from './mailbox.ts'
import { errandOf } from './mailbox.ts'
import { pathFor } from './path-for.ts'
import type { Letter, Send, Sent } from './smtp.ts'
import { letterOf } from './templates.ts'

/** A reminder as it is looked at again right before it goes: how it is sent, when it may be, or null where it no longer holds. */
export type Prepare = (
  tx: Tx,
  row: { tenant_id: string; reminder_id: string; subscription_id: string | null },
  now: Date,
) => Promise<(() => Promise<Sent>) | { notBefore: Date } | null>

/** `send` null: no mail server is set up; what goes by other ways goes all the same. */
export type Post = {
  db: Db
  vault: Vault
  send: Send | null
  clinic: string
  base: string
  house: House
  prepare?: Prepare
}

const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 3_600_000
/** What nobody waits for any more is not sent: a link that somebody asked for, and everything else. */
const GIVEN_UP_AFTER_MS = { asked: 10 * 60_000, other: 24 * 3_600_000 } as const
/** Longer than any sending takes: whoever began it is gone. */
const LOST_AFTER_MS = 10 * 60_000
const AT_MOST = 200

const dueRow = (tx: Tx, now: Date) =>
  tx
    .selectFrom('app.mail')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

type Due = NonNullable<Awaited<ReturnType<typeof dueRow>>>
type Row = Due & { go: (() => Promise<Sent>) | null }
/** What nobody is told of any more. */
const OVER = 'over'

/** How a row goes out; null where it is an errand, whose words stand sealed in it. */
async function wayOf({ prepare }: Post, tx: Tx, row: Due, now: Date) {
  const { reminder_id } = row
  return reminder_id === null ? null : ((await prepare?.(tx, { ...row, reminder_id }, now)) ?? OVER)
}

/**
 * Takes the next letter of a clinic out for sending, before anything is sent, so that nobody else sends it too. A reminder is looked at again
 * in the same transaction: what was cancelled or done since is not sent.
 */
async function next(post: Post, tenantId: string, now: Date): Promise<Row | typeof OVER | null> {
  let taken: Due | null = null
  const work = inClinic(post.db, tenantId, async (tx) => {
    const row = await dueRow(tx, now)
    if (row === undefined) return null
    taken = row
    const set = (values: object) =>
      tx.updateTable('app.mail').set(values).where('mail_id', '=', row.mail_id).execute()
    const way = await wayOf(post, tx, row, now)
    if (way === OVER) await set({ state: 'nobody', done_at: now, sealed: null })
    else if (way !== null && 'notBefore' in way) await set({ next_at: way.notBefore })
    else {
      const tries = row.tries + 1
      await set({ state: 'sending', tries, next_at: now })
      return { ...row, tries, go: way }
    }
    return OVER
  })
  return work.catch(async (error: unknown) => {
    if (taken !== null) await putOff(post.db, taken, now)
    throw error
  })
}

/** What cannot be looked at goes to the end of the row, so that it holds up nothing else. */
const putOff = (db: Db, { tenant_id, mail_id, created_at }: Due, now: Date): Promise<unknown> =>
  inClinic(db, tenant_id, (tx) =>
    tx
      .updateTable('app.mail')
      .set(
        now.getTime() - created_at.getTime() > GIVEN_UP_AFTER_MS.other
          ? { state: 'given-up', done_at: now, sealed: null }
          : { next_at: new Date(now.getTime() + 10 * FIRST_WAIT_MS) },
      )
      .where('mail_id', '=', mail_id)
      .where('state', '=', 'waiting')
      .execute(),
  )

async function settle(
  db: Db,
  row: Row,
  patience: number,
  how: Sent | 'nobody',
  now: Date,
): Promise<Sent | 'nobody'> {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** (row.tries - 1), LONGEST_WAIT_MS)
  const next_at = new Date(now.getTime() + wait)
  const late = next_at.getTime() - row.created_at.getTime() > patience
  const again = how === 'again' && !late
  const state = how === 'again' || how === 'never' ? 'given-up' : how
  await inClinic(db, row.tenant_id, (tx) =>
    tx
      .updateTable('app.mail')
      .set(again ? { state: 'waiting', next_at } : { state, done_at: now, sealed: null })
      .where('mail_id', '=', row.mail_id)
      .execute(),
  )
  return how
}

/** What is to be sent, found when it is sent; null where there is nobody to send it to, or nothing to say any more. */
async function written(
  post: Post,
  tenantId: string,
  errand: Errand,
  now: Date,
): Promise<Omit<Letter, 'to'> | null> {
  const { db, clinic, base, house } = post
  if (errand.visit !== undefined) return visitLetter({ db, tenantId, clinic, house, now }, errand)
  const path = errand.path ?? (await pathFor(db, errand, now))
  return path === null ? null : letterOf(errand.template, errand.lang, { clinic, link: base + path })
}

async function sendOne(post: Post, row: Row, now: Date): Promise<Sent | 'nobody'> {
  const { db, vault, send } = post
  if (row.go !== null) return settle(db, row, GIVEN_UP_AFTER_MS.other, await row.go(), now)
  const errand = errandOf(vault, row)
  if (errand === null) return settle(db, row, GIVEN_UP_AFTER_MS.other, 'never', now)
  const asked = errand.path === undefined && errand.visit === undefined
  const patience = GIVEN_UP_AFTER_MS[asked ? 'asked' : 'other']
  const letter = await written(post, row.tenant_id, errand, now)
  const how = letter === null || send === null ? 'nobody' : await send({ to: errand.to, ...letter })
  return settle(db, row, patience, how, now)
}

/**
 * Sends what is due, in every clinic, one letter after the other. One that somebody began to send and never came back from may have
 * arrived: it counts as unsure and is not sent again. Says how each ended.
 */
export async function sendDue(post: Post, clock: () => Date): Promise<(Sent | 'nobody')[]> {
  const clinics = await post.db.selectFrom('auth.tenant').select('tenant_id').execute()
  const ended: (Sent | 'nobody')[] = []
  for (const { tenant_id } of clinics) {
    const now = clock()
    await inClinic(post.db, tenant_id, (tx) =>
      tx
        .updateTable('app.mail')
        .set({ state: 'unsure', done_at: now, sealed: null })
        .where('state', '=', 'sending')
        .where('next_at', '<', new Date(now.getTime() - LOST_AFTER_MS))
        .execute(),
    )
    while (ended.length < AT_MOST) {
      const row = await next(post, tenant_id, clock())
      if (row === null) break
      ended.push(row === OVER ? 'nobody' : await sendOne(post, row, clock()))
    }
  }
  return ended
}
