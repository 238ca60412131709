import type { Content } from '@dorsal/care'
import { CompiledQuery } from 'kysely'
import { PgBoss } from 'pg-boss'
import type { Config } from '../config.ts'
import { vaultOf } from '../account/vault.ts'
import type { Db, Tx } from '../db/connect.ts'
import { forgetTries } from '../account/tries.store.ts'
import { mailCall } from '../mail/mail-call.ts'
import { houseOf } from '../calendar/entries.ts'
import { mailbox } from '../mail/mailbox.ts'
import { sendDue } from '../mail/send-due.ts'
import { smtp } from '../mail/smtp.ts'
import { noteCalls } from '../message/call.store.ts'
import { prepareBy } from '../reminder/prepare.ts'
import { pushBy } from '../reminder/push.ts'
import { pushContact, vapidOf } from '../reminder/vapid.ts'
import { writeDue } from '../reminder/write-due.ts'
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
  secretKey: Buffer,
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
  const vault = vaultOf(secretKey)
  const box = mailbox(config.mail !== null, vault, wakeMail)
  const { mail } = config
  const send = mail === null ? null : smtp(mail.url, mail.from)
  const house = houseOf(config)
  const ways = { db, vault, send, clinic: config.clinicName, base: house.base, house }
  const push = pushBy({ vapid: vapidOf(secretKey, pushContact(config)), now: () => new Date() })
  const post = { ...ways, prepare: prepareBy({ ...ways, content, push }) }
  await boss.work('send-mail', { pollingIntervalSeconds: 1 }, async () => {
    await sendDue(post, () => new Date())
  })
  await boss.work('remind', async () => {
    await writeDue({ db, content, mail: mail !== null, wake: wakeMail }, new Date())
  })
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
