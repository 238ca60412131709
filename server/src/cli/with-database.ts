import { loadContent } from '@dorsal/content'
import { attached } from './attach.ts'
import { homeTenant } from '../clinic/clinic.store.ts'
import { type Config, readConfig } from '../config.ts'
import { connect, type Db } from '../db/connect.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase, type Say } from '../start.ts'

export type Opened = {
  db: Db
  config: Config
  tenantId: string
  content: ReturnType<typeof loadContent>
  migrated: string[]
}

/**
 * Work on the database of this installation, brought up to date first. The built-in one is joined where the product runs on it, else
 * started for the command and stopped after it.
 */
export async function withDatabase<T>(say: Say, work: (opened: Opened) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  const database = (await attached(config)) ?? (await openDatabase(config, say))
  try {
    const home = { name: config.clinicName, now: new Date() }
    const migrated =
      database.migrateUrl === null ? [] : await migrate(database.migrateUrl, database.url, home)
    const db = connect(database.url)
    try {
      return await work({
        db,
        config,
        tenantId: await homeTenant(db),
        content: loadContent('en', config.contentDir),
        migrated,
      })
    } finally {
      await db.destroy()
    }
  } finally {
    await database.stop()
  }
}
