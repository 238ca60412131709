import type { Content } from '@dorsal/care'
import { loadContent } from '@dorsal/content'
import type { FastifyInstance } from 'fastify'
import { join } from 'node:path'
import { buildApp } from './app.ts'
import { startSealer } from './audit/sealer.ts'
import { secretKey } from './account/secret-key.ts'
import { checkAgainstContent, type Config, ConfigError } from './config.ts'
import { homeTenant } from './clinic/clinic.store.ts'
import { connect, type Db } from './db/connect.ts'
import { startPostgres } from './db/embedded-postgres.ts'
import { migrate, missingMigrations, roleFaults } from './db/migrate.ts'
import { prepareLanguages } from './language/language.ts'
import { startJobs } from './jobs/jobs.ts'
import { retireDemo, seedDemo } from './seed/seed.ts'
import { firstAdminLink, staffLinkAddress } from './staff/first-admin.ts'

export type Say = (line: string) => void

export type Running = { app: FastifyInstance; address: string; stop: () => Promise<void> }

/** The database addresses to use: the built-in server's, started here, or the given ones. */
export async function openDatabase(config: Config, say: Say) {
  if (config.databaseUrl !== null)
    return {
      url: config.databaseUrl,
      migrateUrl: config.databaseMigrateUrl,
      stop: async (): Promise<void> => {},
    }
  return startPostgres(join(config.dataDir, 'postgres'), say)
}

/** Whether any part of the content still waits for a clinician's signature. */
export function hasUnsigned(content: Content): boolean {
  return JSON.stringify(content).includes('"state":"draft"')
}

/** Starts everything in order: database, migrations, checks, demo clinic, jobs, pages. `stop` undoes it in reverse. */
export async function start(config: Config, say: Say): Promise<Running> {
  const content = loadContent('en', config.contentDir)
  const unsigned = hasUnsigned(content)
  checkAgainstContent(config, unsigned)
  prepareLanguages(content, config.contentDir)
  const database = await openDatabase(config, say)
  const undo: (() => Promise<void>)[] = [database.stop]
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const home = { name: config.clinicName, now: new Date() }
    if (database.migrateUrl !== null) await migrate(database.migrateUrl, database.url, home)
    const db = connect(database.url)
    undo.push(() => db.destroy())
    const faults = await roleFaults(db)
    if (faults.length > 0) throw new ConfigError(faults)
    if ((await missingMigrations(db)).length > 0)
      throw new ConfigError([
        'The database is older than this version. Set DATABASE_MIGRATE_URL, or run: npm run -s dorsal -- migrate',
      ])
    const tenantId = await homeTenant(db)
    const now = new Date()
    if (!config.demo) await retireDemo(db, now)
    else if (await seedDemo({ db, content, tenantId, config, now }))
      say('The demo clinic was filled with made-up people.')
    const key = secretKey(config)
    const jobs = await startJobs(
      database.url,
      db,
      config,
      content,
      ({ name }) => say(`A job failed (${name}).`),
      key,
    )
    undo.push(jobs.stop)
    const sealer = startSealer(db, () => say('The trail could not be sealed; it is tried again.'))
    undo.push(sealer.stop)
    const app = await buildApp(config, {
      db,
      content,
      unsigned,
      homeTenant: tenantId,
      secretKey: key,
      wakeMail: jobs.wakeMail,
      databaseUrl: database.url,
    })
    undo.push(() => app.close())
    const address = await app.listen({ host: config.host, port: config.port })
    const reached = config.publicUrl ?? address
    if (!config.demo) await sayFirstAdmin(db, tenantId, { now, reached, say })
    return { app, address: reached, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type Told = { now: Date; reached: string; say: Say }

/** As long as the clinic has no administrator, each start says how to become its first, once, to whoever reads the log. */
async function sayFirstAdmin(db: Db, tenantId: string, { now, reached, say }: Told): Promise<void> {
  const token = await firstAdminLink(db, tenantId, now)
  if (token === null) return
  say(
    'This clinic has no administrator yet. Become the first by this address (works once, for seven days, until the next start):',
  )
  say(`  ${staffLinkAddress(reached, token)}`)
}
