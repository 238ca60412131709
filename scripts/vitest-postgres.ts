/**
 * One database server for a run of the tests: its own folder, its own port, so that it runs beside a running product.
 * Tests find it under DORSAL_TEST_PG (superuser), DORSAL_TEST_PG_OWNER and DORSAL_TEST_PG_APP (the product's two roles).
 * Nothing in it outlives the run, so it need not wait for the disk.
 */
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beganAt } from '../server/src/db/embedded-postgres-lock.ts'
import { startPostgres } from '../server/src/db/embedded-postgres.ts'

const PREFIX = 'dorsal-test-pg-'

const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }

export async function setup(): Promise<() => Promise<void>> {
  await sweep()
  const began = beganAt(process.pid)?.replaceAll(/[^\w]/g, '') ?? ''
  const folder = mkdtempSync(path.join(tmpdir(), `${PREFIX}${process.pid}-${began.slice(-12)}-`))
  // Passed through, not read: started as root the database runs as another user.
  chmodSync(folder, 0o711)
  const database = await startPostgres(path.join(folder, 'postgres'), () => undefined, FAST)
  process.env['DORSAL_TEST_PG'] = database.superUrl
  process.env['DORSAL_TEST_PG_OWNER'] = database.migrateUrl
  process.env['DORSAL_TEST_PG_APP'] = database.url
  return async () => {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A run that was killed leaves its server behind: taken over, stopped and removed here. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const [pid = '', mark = ''] = name.slice(PREFIX.length).split('-')
    const began = beganAt(Number(pid))?.replaceAll(/[^\w]/g, '')
    if (began !== undefined && began.slice(-12) === mark) continue
    const folder = path.join(tmpdir(), name)
    try {
      await (await startPostgres(path.join(folder, 'postgres'))).stop()
      rmSync(folder, { recursive: true, force: true })
    } catch {
      // Another run sweeps it at the same time.
    }
  }
}
