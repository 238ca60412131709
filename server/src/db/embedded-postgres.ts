/**
 * The built-in database: a real PostgreSQL from npm, with no set-up. This is its supervisor. It makes the database on first
 * start, takes over one that a killed supervisor left running, refuses a second start on the same folder, starts it again
 * when it dies, and stops it in order.
 */
import { mkdirSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Binaries, readyBinaries } from './embedded-postgres-binaries.ts'
import { openCluster } from './embedded-postgres-cluster.ts'
import { lock } from './embedded-postgres-lock.ts'
import { databaseUser, type DatabaseUser, homeOf } from './embedded-postgres-place.ts'
import { halt, launch, type Postmaster, running, type Settings } from './embedded-postgres-process.ts'
import { ensureRoles, serves, urlOf } from './embedded-postgres-roles.ts'
import { type State, writeState } from './embedded-postgres-state.ts'

export type Postgres = {
  /** Signs in as the application: owns nothing, row-level security holds. */
  url: string
  /** Signs in as the owner of the database: migrations. */
  migrateUrl: string
  /** Signs in as superuser; for tests and for taking copies, never for the application. */
  superUrl: string
  port: number
  pid: number
  /** True where a server left by a killed supervisor was taken over. */
  adopted: boolean
  /** Ends the database in order; a second call does nothing. */
  stop: () => Promise<void>
}

const ADOPT_WITHIN = 30_000
const RESTARTS_PER_MINUTE = 5

/** Starts (or takes over) the database whose files lie in `dir`. `log` hears one line at a time, for people. */
export async function startPostgres(
  dir: string,
  log: (line: string) => void = () => undefined,
  settings: Settings = {},
): Promise<Postgres> {
  const user = databaseUser()
  const asked = path.resolve(dir)
  mkdirSync(path.dirname(asked), { recursive: true })
  const home = realpathSync(homeOf(asked, user, log))
  const release = lock(home)
  try {
    const cluster: Cluster = {
      home,
      data: path.join(home, 'data'),
      binaries: readyBinaries(user),
      user,
      settings,
      log,
    }
    return await start(cluster, release)
  } catch (error) {
    release()
    throw error
  }
}

type Cluster = {
  home: string
  data: string
  binaries: Binaries
  user: DatabaseUser
  settings: Settings
  log: (line: string) => void
}

async function start(cluster: Cluster, release: () => void): Promise<Postgres> {
  const { home, data, binaries, user } = cluster
  const state = await openCluster(home, binaries, user)
  const adopted = await adopt(state, data)
  const keeper = keep(cluster, adopted)
  const { port, pid } = adopted ?? (await keeper.launch())
  if (!state.ready) {
    await ensureRoles(state, port)
    writeState(home, { ...state, ready: true })
  }
  if (adopted) cluster.log('The database was still running and has been taken over.')
  return {
    url: urlOf(state, 'dorsal_app', port),
    migrateUrl: urlOf(state, 'dorsal_owner', port),
    superUrl: urlOf(state, 'postgres', port),
    port,
    pid,
    adopted: adopted !== null,
    stop: () => keeper.stop().finally(release),
  }
}

/** A server left running by a killed supervisor; null where there is none (any more). */
async function adopt(state: State, data: string): Promise<Postmaster | null> {
  const giveUp = Date.now() + ADOPT_WITHIN
  while (Date.now() < giveUp) {
    const found = running(data)
    if (!found) return null
    if (found.ready && (await serves(state, found.port, data))) return { pid: found.pid, port: found.port }
    await pause(100)
  }
  throw new Error(
    `A database process (${running(data)?.pid ?? 'unknown'}) holds ${data} but does not answer. End that process and start again.`,
  )
}

/** Starts the database again on its port when it dies, a few times a minute at most; and stops it in order. */
function keep(cluster: Cluster, adopted: Postmaster | null) {
  const { home, data, binaries, user, settings, log } = cluster
  let now = adopted
  let stopping: Promise<void> | null = null
  let restarting: Promise<unknown> = Promise.resolve()
  const deaths: number[] = []
  const begin = async (port?: number) =>
    (now = await launch(home, binaries, user, { port, settings, onExit: died }))
  function died() {
    if (stopping) return
    const at = Date.now()
    deaths.push(at)
    if (deaths.filter((death) => at - death < 60_000).length > RESTARTS_PER_MINUTE) {
      log(`The database keeps ending and is left alone now. Its own log: ${path.join(home, 'postgres.log')}`)
      return
    }
    log('The database ended by itself and is being started again.')
    restarting = begin(now?.port).catch((error: unknown) => {
      log(error instanceof Error ? error.message : String(error))
    })
  }
  const watch = adopted ? watchAdopted(adopted.pid, data, died) : undefined
  const stop = async () => {
    clearInterval(watch)
    await restarting
    if (now) await halt(now.pid, data, binaries, user)
  }
  return { launch: () => begin(), stop: () => (stopping ??= stop()) }
}

/** A process taken over is no child of ours, so nobody tells when it ends: looked at each second. */
function watchAdopted(pid: number, data: string, died: () => void) {
  const timer = setInterval(() => {
    if (running(data)?.pid === pid) return
    clearInterval(timer)
    died()
  }, 1_000)
  return timer.unref()
}
