import { PgBoss } from 'pg-boss'
import type { Config } from '../config.ts'
import type { Db } from '../db/connect.ts'
import { eraseUnclaimed } from './erase-unclaimed.ts'
import { JOB_SCHEMA, QUEUES } from './queues.ts'

/** Starts the job queue as the product's own role: the tables and queues are there already, made by the migration. */
export async function startJobs(url: string, db: Db, config: Config): Promise<{ stop: () => Promise<void> }> {
  const boss = new PgBoss({
    connectionString: url,
    schema: JOB_SCHEMA,
    migrate: false,
    createSchema: false,
    max: 3,
  })
  boss.on('error', () => {})
  await boss.start()
  for (const { name, cron } of QUEUES) await boss.schedule(name, cron)
  await boss.work('erase-unclaimed', async () => {
    await eraseUnclaimed(db, config.anonRetentionDays, new Date())
  })
  return { stop: () => boss.stop({ graceful: true, timeout: 5_000 }) }
}
