/** Making a new database folder, and giving an existing one a new password when its state was lost. */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Binaries } from './embedded-postgres-binaries.ts'
import type { DatabaseUser } from './embedded-postgres-place.ts'
import { newState, readState, type State, writeState } from './embedded-postgres-state.ts'

/** Makes the database folder on first start; returns its secrets. Nothing that exists is ever deleted but half-made folders. */
export async function openCluster(home: string, binaries: Binaries, user: DatabaseUser): Promise<State> {
  const data = path.join(home, 'data')
  const state = readState(home)
  if (existsSync(path.join(data, 'PG_VERSION'))) return state ?? newPassword(home, binaries, user)
  if (existsSync(data) && readdirSync(data).length > 0) {
    throw new Error(
      `${data} is not empty and holds no database. Move it away, or set DATA_DIR to another folder.`,
    )
  }
  return initialize(home, binaries, user)
}

/** Made beside and renamed when whole: a kill in between leaves a half-made folder that the next start sweeps away. */
async function initialize(home: string, binaries: Binaries, user: DatabaseUser): Promise<State> {
  sweep(home)
  const half = path.join(home, `init-${randomBytes(6).toString('hex')}`)
  mkdirSync(half, { mode: 0o700 })
  const state = newState()
  const passwordFile = `${half}.password`
  writeFileSync(passwordFile, state.passwords.postgres, { mode: 0o600 })
  if (user.drop) for (const file of [half, passwordFile]) chownSync(file, user.drop.uid, user.drop.gid)
  try {
    await initdb(binaries, user, half, passwordFile)
    writeState(home, state)
    renameSync(half, path.join(home, 'data'))
    return state
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function initdb(binaries: Binaries, user: DatabaseUser, folder: string, passwordFile: string): Promise<void> {
  const options = ['-D', folder, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile]
  const format = ['-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--data-checksums']
  return new Promise((done, fail) => {
    const child = spawn(binaries.initdb, [...options, ...format], {
      ...user.drop,
      env: binaries.env,
      cwd: path.parse(folder).root,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('error', (error) => fail(cannotMake(error.message)))
    child.on('close', (code) => (code === 0 ? done() : fail(cannotMake(said || `initdb ended with ${code}`))))
  })
}

const cannotMake = (reason: string) =>
  new Error(
    `The built-in database could not be made: ${reason.trim()}\n` +
      'A PostgreSQL server of your own works too: set DATABASE_URL and DATABASE_MIGRATE_URL.',
  )

function sweep(home: string): void {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith('init-'))) {
    try {
      rmSync(path.join(home, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
    } catch {
      // A program orphaned by a killed first start may still be writing there; a later start sweeps it.
    }
  }
}

/** The state file is gone but the data is there: the single-user mode needs no password and sets a new one. */
function newPassword(home: string, binaries: Binaries, user: DatabaseUser): State {
  const state = newState()
  const run = spawnSync(binaries.postgres, ['--single', '-D', path.join(home, 'data'), 'postgres'], {
    ...user.drop,
    env: binaries.env,
    cwd: path.parse(home).root,
    encoding: 'utf8',
    input: `ALTER ROLE postgres PASSWORD '${state.passwords.postgres}';\n`,
  })
  if (run.status !== 0 || /ERROR|FATAL/.test(run.stderr)) {
    throw new Error(
      `The database in ${home} has lost its state file and could not be opened: ${run.stderr.trim()}`,
    )
  }
  writeState(home, state)
  return state
}
