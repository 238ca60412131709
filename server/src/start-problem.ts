import { ContentError } from '@dorsal/content'
import type { Config } from './config.ts'

const database = ({ databaseUrl }: Config): string =>
  databaseUrl === null
    ? 'The built-in database'
    : `The database at ${new URL(databaseUrl).host} (DATABASE_URL)`
const unreachable = (config: Config) =>
  `${database(config)} cannot be reached. Is it running, and is the address right?`
const closed = (config: Config) =>
  `${database(config)} does not let this role in. Check role, password and database name.`
const folder = ({ dataDir }: Config) => `DATA_DIR (${dataDir}) is not a folder that this user can write to.`
const full = ({ dataDir }: Config) => `The disk that holds DATA_DIR (${dataDir}) is full.`

/** What stops a start from outside, by the code of the system or of PostgreSQL, in words for whoever hosts. */
const WORDS: Readonly<Record<string, (config: Config) => string>> = {
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  '28P01': closed,
  '28000': closed,
  '3D000': closed,
  EEXIST: folder,
  ENOENT: folder,
  ENOTDIR: folder,
  EACCES: folder,
  EPERM: folder,
  EROFS: folder,
  ENOSPC: full,
  '53100': full,
  EADDRINUSE: ({ port }) => `Port ${port} is taken. Choose another: PORT=8081`,
}

/** Why the product could not start: in words where the cause is known, else with the stack that a developer needs. Never a password. */
export function startProblem(error: unknown, config: Config): string {
  if (error instanceof ContentError) return `the content cannot be used.\n${error.message}`
  const { code, name, message, stack } = error as Partial<NodeJS.ErrnoException>
  const words = WORDS[code ?? '']
  if (words !== undefined) return words(config)
  return name === 'Error' && code === undefined ? String(message) : String(stack ?? error)
}
