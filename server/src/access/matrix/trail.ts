import { ACTIONS, relationsFor } from '@dorsal/care'
import { inClinic } from '../../db/connect.ts'
import { type Cell, nameOfRow } from './cells.ts'
import type { World } from './world.ts'

/** How many lines of each kind: the name of the row, and how it ended. */
export type Lines = Map<string, number>

/** What the trail has now, less what it had. */
export async function trailSince({ host, people }: World, before: Lines): Promise<Lines> {
  const now: Lines = new Map()
  for (const tenantId of [people.own.tenantId, people.far.tenantId])
    await inClinic(host.database.db, tenantId, async (tx) => {
      const rows = await tx
        .selectFrom('app.audit')
        .select(['action', 'outcome'])
        .select((eb) => eb.fn.countAll<string>().as('n'))
        .groupBy(['action', 'outcome'])
        .execute()
      for (const { action, outcome, n } of rows) {
        const key = `${action} ${outcome}`
        now.set(key, (now.get(key) ?? 0) + Number(n))
      }
    })
  const since = [...now].map(([key, n]): [string, number] => [key, n - (before.get(key) ?? 0)])
  return new Map(since.filter(([, n]) => n !== 0))
}

/** Counts the line that this answer must have left: of what was done, and of a refusal at a record of the caller's own clinic. */
export function awaited({ route, named, caller, expected }: Cell, status: number, due: Lines): void {
  const name = nameOfRow(route)
  const { door, about } = ACTIONS[route.action]
  if (name === undefined || door === 'anyone' || caller.as === null) return
  const isRecord = about === 'patient' || about === 'proposal' || about === 'task' || about === 'visit'
  const known = named !== null && named !== 'absent' && caller.stands[named] !== 'none'
  const refused =
    isRecord && known && caller.as.door === door && (expected === 'not-on-team' || expected === 'forbidden')
  const neverMay = expected === 'forbidden' && relationsFor(caller.as.actor, route.action).length === 0
  const outcome = status === 200 ? 'done' : refused && !neverMay ? 'refused' : null
  if (outcome !== null) due.set(`${name} ${outcome}`, (due.get(`${name} ${outcome}`) ?? 0) + 1)
}
