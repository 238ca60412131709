/**
 * Where the PostgreSQL programs are, made ready to run.
 * They come as an npm package for each platform. Install scripts are off in this project, so the links between library
 * names that the package would have made are made here. Where the database's user cannot read the package (a clone in a
 * closed folder, started as root), a copy is used that it can read.
 */
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { type DatabaseUser, enterable, openFolder, systemFolder } from './embedded-postgres-place.ts'

export type Binaries = { initdb: string; postgres: string; pgCtl: string; env: NodeJS.ProcessEnv }

/** The programs for this machine, readable by `user`. Throws with words for people where the platform has none. */
export function readyBinaries(user: DatabaseUser, { native, version } = packaged()): Binaries {
  const direct = readableBy(user, native) && hydrate(native)
  const root = direct ? native : copyOf(native, version, user)
  const program = (name: string) =>
    path.join(root, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return {
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    env: {
      ...(process.platform === 'win32' ? process.env : {}),
      PATH: process.env['PATH'] ?? '',
      LC_ALL: 'C',
      TZ: 'UTC',
      ...(process.platform === 'linux' ? { LD_LIBRARY_PATH: path.join(root, 'lib') } : {}),
    },
  }
}

export function packaged(): { native: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const root = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      version: string
    }
    return { native: path.join(root, 'native'), version }
  } catch (cause) {
    throw new Error(
      `There is no built-in PostgreSQL for this machine (${platform}-${process.arch}, package ${name}). ` +
        'Install the dependencies again with `npm ci`, or point DATABASE_URL and DATABASE_MIGRATE_URL at a PostgreSQL server of your own.',
      { cause },
    )
  }
}

/** Makes the missing library links; false where the package folder cannot be written and a link is missing. */
function hydrate(native: string): boolean {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    // The list names them from the package's folder; a copy has another name than `native`.
    const from = path.join(native, path.relative('native', source))
    const to = path.join(native, path.relative('native', target))
    if (existsSync(to)) continue
    try {
      symlinkSync(path.relative(path.dirname(to), from), to)
    } catch (error) {
      // Another process may have made the same link a moment ago.
      if (!existsSync(to)) {
        if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) return false
        throw error
      }
    }
  }
  return true
}

function readableBy(user: DatabaseUser, native: string): boolean {
  if (!user.drop) return true
  const open = (file: string) => (lstatSync(file).mode & 0o005) === 0o005
  return enterable(native) && ['bin', 'lib', 'bin/postgres'].every((part) => open(path.join(native, part)))
}

function copyOf(native: string, version: string, user: DatabaseUser): string {
  const copy = path.join(systemFolder(user), `postgres-${version}-${process.platform}-${process.arch}`)
  if (existsSync(copy)) return copy
  const half = `${copy}.${randomBytes(4).toString('hex')}`
  cpSync(native, half, { recursive: true, verbatimSymlinks: true })
  openTree(half)
  hydrate(half)
  mkdirSync(path.dirname(copy), { recursive: true })
  openFolder(path.dirname(copy))
  try {
    renameSync(half, copy)
  } catch (error) {
    // Two first starts at once: the other one's copy is as good.
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

function openTree(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) openTree(file)
    else if (entry.isFile())
      chmodSync(file, lstatSync(file).mode | 0o444 | (lstatSync(file).mode & 0o100 ? 0o111 : 0))
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
