import type { CoverageEntry, CoverageWish, CoverageWords } from '@dorsal/care'
import type { Tx } from '../db/connect.ts'

type Setter = { tenantId: string; staffId: string }

export async function coverageOf(tx: Tx): Promise<CoverageEntry[]> {
  const rows = await tx.selectFrom('app.coverage_entry').selectAll().orderBy('name').execute()
  return rows.map(({ entry_id: id, kind, name, aliases, state, note, pays }) => ({
    id,
    kind,
    name,
    aliases,
    state,
    note,
    pays,
  }))
}

export async function countCoverage(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom('app.coverage_entry')
    .select((e) => e.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function putCoverage(
  tx: Tx,
  by: Setter,
  id: string,
  wish: CoverageWish,
  now: Date,
): Promise<void> {
  const { kind, name, aliases, state, note, pays } = wish
  const set = { kind, name, aliases, state, note, pays, set_at: now, set_by: by.staffId }
  await tx
    .insertInto('app.coverage_entry')
    .values({ tenant_id: by.tenantId, entry_id: id, ...set })
    .onConflict((c) => c.columns(['tenant_id', 'entry_id']).doUpdateSet(set))
    .execute()
}

export async function dropCoverage(tx: Tx, id: string): Promise<boolean> {
  const dropped = await tx.deleteFrom('app.coverage_entry').where('entry_id', '=', id).executeTakeFirst()
  return dropped.numDeletedRows !== 0n
}

export async function coverageWords(tx: Tx): Promise<CoverageWords> {
  const row = await tx.selectFrom('app.coverage_words').selectAll().executeTakeFirst()
  return { payYourself: row?.pay_yourself ?? '', freePath: row?.free_path ?? '' }
}

export async function setCoverageWords(tx: Tx, by: Setter, words: CoverageWords, now: Date): Promise<void> {
  const set = {
    pay_yourself: words.payYourself,
    free_path: words.freePath,
    set_at: now,
    set_by: by.staffId,
  }
  await tx
    .insertInto('app.coverage_words')
    .values({ tenant_id: by.tenantId, ...set })
    .onConflict((c) => c.column('tenant_id').doUpdateSet(set))
    .execute()
}

/** One administrator after the other, so that two pasted lists do not add the same entry twice. */
export async function holdCoverage(tx: Tx): Promise<void> {
  await tx.selectFrom('app.clinic').select('tenant_id').forUpdate().execute()
}
