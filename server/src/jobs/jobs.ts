import type { Content } from '@dorsal/care'
import { PgBoss } from 'pg-boss'
import type { Config } from '../config.ts'
import type { Db } from '../db/connect.ts'
import { forgetTries } from '../account/tries.store.ts'
import { noteCalls } from '../message/call.store.ts'
import { eraseOldReplays } from '../replay/replay.store.ts'
import { eraseUnclaimed } from './erase-unclaimed.ts'
import { lookAtCourses } from './look-at-courses.ts'
import { JOB_SCHEMA, QUEUES } from './queues.ts'

export type Jobs = { boss: PgBoss; stop: () => Promise<void> }

/** Starts the job queue as the product's own role: the tables and queues are there already, made by the migration. */
export async function startJobs(
  url: string,
  db: Db,
  config: Pick<Config, 'anonRetentionDays'>,
  content: Content,
  onError: (error: Error) => void,
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
  await boss.work('look-at-courses', async () => {
    await lookAtCourses(db, content, new Date())
  })
  await boss.work('note-message-calls', async () => {
    await noteCalls(db, new Date())
  })
  await boss.work('erase-unclaimed', async () => {
    const now = new Date()
    await eraseUnclaimed(db, config.anonRetentionDays, now)
    await forgetTries(db, now)
    await eraseOldReplays(db, now)
  })
  return { boss, stop: () => boss.stop({ graceful: true, timeout: 5_000 }) }
}
