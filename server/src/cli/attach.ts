import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import type { Config } from '../config.ts'
import { databaseUser, homeOf } from '../db/embedded-postgres-place.ts'
import { running } from '../db/embedded-postgres-process.ts'
import { serves, urlOf } from '../db/embedded-postgres-roles.ts'
import { readState } from '../db/embedded-postgres-state.ts'

/** The built-in database while the product runs on it: a command joins it and leaves it running. Null where none runs. */
export async function attached(config: Config) {
  if (config.databaseUrl !== null) return null
  const home = homeOf(path.join(config.dataDir, 'postgres'), databaseUser(), () => {})
  const state = existsSync(home) ? readState(realpathSync(home)) : null
  const data = path.join(home, 'data')
  const server = state?.ready === true ? running(data) : null
  if (state === null || server?.ready !== true || !(await serves(state, server.port, data))) return null
  return {
    url: urlOf(state, 'dorsal_app', server.port),
    migrateUrl: urlOf(state, 'dorsal_owner', server.port),
    stop: async (): Promise<void> => {},
  }
}
