import type { Vault } from '../account/vault.ts'
import type { House } from '../calendar/entries.ts'
import { visitLetter } from '../calendar/visit-letter.ts'
import { type Db, inClinic } from '../db/connect.ts'
import type { Errand } from './mailbox.ts'
import { errandOf } from './mailbox.ts'
import { pathFor } from './path-for.ts'
import type { Letter, Send, Sent } from './smtp.ts'
import { letterOf } from './templates.ts'

export type Post = { db: Db; vault: Vault; send: Send; clinic: string; base: string; house: House }

const FIRST_WAIT_MS = 30_000
const LONGEST_WAIT_MS = 3_600_000
/** What nobody waits for any more is not sent: a link that somebody asked for, and everything else. */
const GIVEN_UP_AFTER_MS = { asked: 10 * 60_000, other: 24 * 3_600_000 } as const
/** Longer than any sending takes: whoever began it is gone. */
const LOST_AFTER_MS = 10 * 60_000
const AT_MOST = 200

/** Takes the next letter of a clinic out for sending, before anything is sent, so that nobody else sends it too. */
async function next(db: Db, tenantId: string, now: Date) {
  return inClinic(db, tenantId, async (tx) => {
    const row = await tx
      .selectFrom('app.mail')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (row === undefined) return null
    await tx
      .updateTable('app.mail')
      .set({ state: 'sending', tries: row.tries + 1, next_at: now })
      .where('mail_id', '=', row.mail_id)
      .execute()
    return { ...row, tries: row.tries + 1 }
  })
}

type Row = NonNullable<Awaited<ReturnType<typeof next>>>

async function settle(db: Db, row: Row, errand: Errand, how: Sent | 'nobody', now: Date): Promise<void> {
  const patience = GIVEN_UP_AFTER_MS[errand.path === undefined ? 'asked' : 'other']
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
  const errand = errandOf(vault, row)
  if (errand === null) {
    await settle(db, row, { template: 'waits', to: '', lang: 'en', path: '' }, 'never', now)
    return 'never'
  }
  const letter = await written(post, row.tenant_id, errand, now)
  const how = letter === null ? 'nobody' : await send({ to: errand.to, ...letter })
  await settle(db, row, errand, how, now)
  return how
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
      const row = await next(post.db, tenant_id, clock())
      if (row === null) break
      ended.push(await sendOne(post, row, clock()))
    }
  }
  return ended
}
