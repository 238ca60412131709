/**
 * Who runs the built-in database and where its files lie.
 * PostgreSQL refuses to run as root, so a start by root runs it as uid 65534. That user cannot pass through a closed folder
 * (mode 0700 of root, a common home): the files then lie in the system's own folder, and a pointer is left where they
 * were asked for. The pointer, not the path, decides from then on, so that a moved folder still finds its data.
 */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** `drop` holds what a child process is started with where the database must not run as the present user. */
export type DatabaseUser = { drop: { uid: number; gid: number } | null }

const NOBODY = 65534
const POINTER = 'the-database-is-elsewhere.txt'

export function databaseUser(): DatabaseUser {
  return { drop: process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : null }
}

/** True where any user may pass through every folder down to this one. */
export function enterable(folder: string): boolean {
  for (let at = realpathSync(folder); ; at = path.dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

/** The folder of the database asked for at `asked`: that folder, or the one its pointer names, or a new one elsewhere. */
export function homeOf(asked: string, user: DatabaseUser, log: (line: string) => void): string {
  makeFolder(asked, user)
  const pointer = path.join(asked, POINTER)
  if (existsSync(pointer)) {
    const home = pointed(pointer)
    makeFolder(home, user)
    return home
  }
  if (!user.drop || enterable(asked)) return asked
  if (existsSync(path.join(asked, 'data'))) {
    throw new Error(
      `The database in ${asked} cannot be opened: it runs as user ${NOBODY}, and a folder above it is now closed to that user. ` +
        `Open the folders above it for passing through (chmod o+x), or start as the user who owns the folder.`,
    )
  }
  const name = createHash('sha256').update(realpathSync(asked)).digest('hex').slice(0, 16)
  const home = path.join(systemFolder(user), name)
  makeFolder(home, user)
  writeFileSync(
    pointer,
    `The database of this folder lies in the folder below, because the user it runs as cannot enter this one.\n${home}\n`,
    { mode: 0o600 },
  )
  log(
    `The database's files lie in ${home}, because ${asked} is closed to the user that the database runs as.`,
  )
  return home
}

function pointed(pointer: string): string {
  const home = readFileSync(pointer, 'utf8').trim().split('\n').at(-1) ?? ''
  if (!path.isAbsolute(home))
    throw new Error(`${pointer} names no folder. Put the database's folder on its last line.`)
  return home
}

/** A folder that root owns and every user may pass through; nobody else may write into it. */
export function systemFolder(user: DatabaseUser): string {
  for (const folder of ['/var/lib/dorsal', '/var/tmp/dorsal-root', path.join(tmpdir(), 'dorsal-root')]) {
    try {
      mkdirSync(folder, { recursive: true })
      openFolder(folder)
      const { uid, mode } = statSync(folder)
      if (uid === process.getuid?.() && (mode & 0o022) === 0 && (!user.drop || enterable(folder)))
        return folder
    } catch {
      // Not writable here (a read-only image, for one): the next place is tried.
    }
  }
  throw new Error(
    'No folder was found that the database can use: /var/lib/dorsal, /var/tmp and the temporary folder are all closed. ' +
      'Start as an ordinary user, or set DATABASE_URL and DATABASE_MIGRATE_URL.',
  )
}

export function openFolder(folder: string): void {
  chmodSync(folder, 0o755)
}

/** Makes the folder; the levels that are new let the database's user pass, whatever the umask. */
function makeFolder(folder: string, user: DatabaseUser): void {
  const first = mkdirSync(folder, { recursive: true })
  if (first === undefined || !user.drop) return
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    chmodSync(at, 0o711)
    if (at === path.resolve(first) || at === path.dirname(at)) return
  }
}
