import type { superuser } from '../../server/src/test-staff.ts'

type Client = Awaited<ReturnType<typeof superuser>>
type Query = { text: string; values: unknown[] }

const queryOf = ([first, values]: unknown[]): Query[] => {
  const { text, values: own }: Partial<Query> =
    typeof first === 'object' && first !== null ? first : { text: String(first) }
  if (text === undefined) return []
  return [{ text, values: own ?? (Array.isArray(values) ? values : []) }]
}

/** What the product asks its database while something is done. */
async function queriesOf(db: Client, work: () => Promise<unknown>): Promise<Query[]> {
  const seen: Query[] = []
  const every: object = Object.getPrototypeOf(db)
  const real = Reflect.get(every, 'query') as (...given: unknown[]) => unknown
  const listening = function (this: Client, ...given: unknown[]): unknown {
    seen.push(...queryOf(given))
    return real.apply(this, given)
  }
  Object.assign(every, { query: listening })
  try {
    await work()
  } finally {
    Object.assign(every, { query: real })
  }
  return seen
}

/**
 * What PostgreSQL says (EXPLAIN), to the product's own role, of all that is asked while something is done: how much that is, and which tables
 * it would read from end to end.
 */
export async function endToEnd(
  db: Client,
  tenantId: string,
  work: () => Promise<unknown>,
): Promise<{ asked: number; tables: string[] }> {
  const queries = (await queriesOf(db, work)).filter(({ text }) =>
    /^\s*(?:select|with|insert|update|delete)\b/i.test(text),
  )
  try {
    await db.query('begin')
    await db.query('set local role dorsal_app')
    await db.query(`select set_config('app.tenant_id', $1, true)`, [tenantId])
    const found = new Set<string>()
    for (const { text, values } of queries) {
      const { rows } = await db.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values)
      for (const row of rows)
        for (const [, table] of row['QUERY PLAN'].matchAll(/Seq Scan on (\w+)/g)) found.add(table ?? '')
    }
    return { asked: queries.length, tables: [...found].sort() }
  } finally {
    await db.query('rollback')
  }
}
