import type { Reply } from './reply.ts'
import { withDatabase } from './with-database.ts'

/** `migrate`: brings the database up to this version and says what it did. */
export function migrateCommand(say: (line: string) => void): Promise<Reply> {
  return withDatabase(say, async ({ migrated }) => ({ code: 0, out: { migrated }, messages: [] }))
}
