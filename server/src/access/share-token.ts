import type { Actor } from '@dorsal/care'
import type { Deps } from '../deps.ts'
import { sha256 } from '../ids.ts'

const DAY = 86_400_000

/**
 * Whose exercises this link opens; null where it opens nothing. Unknown, ended and taken back are told apart nowhere: one question to the
 * database, whatever was sent, and no row in each of these cases. A limit that the clinic has lowered since counts for links made before.
 */
export async function helperOf(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  token: string | undefined,
  now: Date,
): Promise<Extract<Actor, { kind: 'helper' }> | null> {
  const row = await db
    .selectFrom('auth.share_token')
    .select(['tenant_id', 'patient_id', 'share_id'])
    .where('token_hash', '=', sha256(token ?? ''))
    .where('expires_at', '>', now)
    .where('created_at', '>', new Date(now.getTime() - config.shareDays * DAY))
    .executeTakeFirst()
  if (row === undefined) return null
  return { kind: 'helper', tenantId: row.tenant_id, patientId: row.patient_id, shareId: row.share_id }
}
