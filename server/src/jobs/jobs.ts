import type { Content } from '@dorsal/care'
import { CompiledQuery } from 'kysely'
import { PgBoss } from 'pg-boss'
import type { Config } from '../config.ts'
import type { Vault } from '../account/vault.ts'
import type { Db, Tx } from '../db/connect.ts'
import { forgetTries } from '../account/tries.store.ts'
import { mailCall } from '../mail/mail-call.ts'
import { houseOf } from '../calendar/entries.ts'
import { mailbox } from '../mail/mailbox.ts'
import { sendDue } from '../mail/send-due.ts'
import { smtp } from '../mail/smtp.ts'
import { noteCalls } from '../message/call.store.ts'
import { eraseOldReplays } from '../replay/replay.store.ts'
import { endHolds } from '../schedule/end-holds.ts'
import { forgetSignals } from '../video/room.store.ts'
import { eraseUnclaimed } from './erase-unclaimed.ts'
import { lookAtCourses } from './look-at-courses.ts'
import { JOB_SCHEMA, QUEUES } from './queues.ts'

export type Jobs = {
  boss: PgBoss
  /** Wakes whoever sends mail, once the transaction has ended well. */
  wakeMail: (tx: Tx) => Promise<void>
  stop: () => Promise<void>
}

/** Starts the job queue as the product's own role: the tables and queues are there already, made by the migration. */
export async function startJobs(
  url: string,
  db: Db,
  config: Pick<Config, 'anonRetentionDays' | 'mail' | 'clinicName' | 'calendarName' | 'publicUrl'>,
  content: Content,
  onError: (error: Error) => void,
  vault: Vault,
): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: url,
    schema: JOB_SCHEMA,
    migrate: false,
    createSchema: false,
    max: 3,
  })
  boss.on('error', onError)
  await boss.start()
  for (const { name, cron } of QUEUES) await boss.schedule(name, cron)
  const wakeMail = async (tx: Tx): Promise<void> => {
    const executeSql = async (text: string, values: unknown[] = []) => ({
      rows: (await tx.executeQuery(CompiledQuery.raw(text, values))).rows,
    })
    await boss.send('send-mail', {}, { db: { executeSql } })
  }
  const box = mailbox(config.mail !== null, vault, wakeMail)
  const { mail } = config
  if (mail !== null) {
    const send = smtp(mail.url, mail.from)
    const house = houseOf(config)
    const post = { db, vault, send, clinic: config.clinicName, base: house.base, house }
    await boss.work('send-mail', { pollingIntervalSeconds: 1 }, async () => {
      await sendDue(post, () => new Date())
    })
  }
  await boss.work('look-at-courses', async () => {
    await lookAtCourses(db, content, new Date())
  })
  await boss.work('note-message-calls', async () => {
    const now = new Date()
    await noteCalls(db, now, (tx, tenantId, call) => mailCall(tx, box, { tenantId, ...call }, now))
  })
  await boss.work('end-holds', async () => {
    await endHolds(db, new Date())
  })
  await boss.work('erase-unclaimed', async () => {
    const now = new Date()
    await eraseUnclaimed(db, config.anonRetentionDays, now)
    await forgetTries(db, now)
    await eraseOldReplays(db, now)
  })
  await boss.work('forget-signals', () => forgetSignals(db, new Date()))
  return { boss, wakeMail, stop: () => boss.stop({ graceful: true, timeout: 5_000 }) }
}
