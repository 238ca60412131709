/**
 * One supervisor to one data folder. The lock names the process that holds it, with the moment that process began, so that
 * neither a killed holder nor a number given to another process since can keep the folder locked.
 */
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

type Holder = { pid: number; began: string }

/** Takes the lock and returns its release. Throws with words for people where a living process holds it. */
export function lock(home: string): () => void {
  const file = path.join(home, 'supervisor.lock')
  const mine = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(mine, JSON.stringify({ pid: process.pid, began: beganAt(process.pid) ?? '' }), {
    mode: 0o600,
  })
  try {
    for (;;) {
      if (linked(mine, file)) return () => rmSync(file, { force: true })
      const holder = read(file)
      if (holder && lives(holder)) throw new Error(taken(home, holder.pid))
      breakStale(file, `${mine}.stale`)
    }
  } finally {
    rmSync(mine, { force: true })
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** Moves the dead holder's lock away; puts it back if a living one took its place in between. */
function breakStale(file: string, aside: string): void {
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const holder = read(aside)
  if (holder && lives(holder)) linked(aside, file)
  rmSync(aside, { force: true })
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return null
  }
}

const lives = (holder: Holder) => beganAt(holder.pid) === holder.began

const taken = (home: string, pid: number) =>
  `Dorsal is already running on this data folder (process ${pid}, ${home}). ` +
  'Stop it first, or give this one a folder of its own with DATA_DIR.'

/** When the process began, as a word that no other process has; null where there is no such living process. */
export function beganAt(pid: number): string | null {
  if (!alive(pid)) return null
  if (process.platform === 'win32') return ''
  if (process.platform !== 'linux') return ps(pid, 'lstart=')
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // The name in brackets may hold spaces; what follows it does not: state first, the start time twentieth.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return fields[0] === 'Z' ? null : `${boot}:${fields[19]}`
  } catch {
    return null
  }
}

/** The command line of a process; empty where it cannot be read. */
export function commandOf(pid: number): string {
  if (process.platform !== 'linux') return ps(pid, 'command=') ?? ''
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function ps(pid: number, what: string): string | null {
  try {
    return execFileSync('ps', ['-o', what, '-p', String(pid)], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}
