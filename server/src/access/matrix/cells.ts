import {
  ACTIONS,
  type Actor,
  contract,
  type Endpoint,
  type ErrorCode,
  may,
  refusalOf,
  relationsFor,
} from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { DoorRow } from '../doors.ts'
import { ONLY } from './only.ts'
import type { Caller, Who } from './principals.ts'
import type { World } from './world.ts'

/** What an address can name: somebody of the world, or nobody. */
export type Named = Who | 'absent'

/** One question to the running server, and what the policy says to it. `null`: let in. */
export type Cell = {
  route: DoorRow
  caller: Caller
  named: Named | null
  url: string
  expected: ErrorCode | null
}

const ROWS = new Map(
  Object.entries<Endpoint>(contract).map(([name, row]) => [`${row.method} ${row.path}`, { name, row }]),
)
export const rowOf = ({ method, url }: DoorRow): Endpoint | undefined => ROWS.get(`${method} ${url}`)?.row
/** What the trail calls this route. */
export const nameOfRow = ({ method, url }: DoorRow): string | undefined => ROWS.get(`${method} ${url}`)?.name

/** The id by which an address names somebody, or something of theirs. What has no such thing is asked with ids that name nothing. */
const NAMES: readonly { path: RegExp; of: (world: World, who: Who) => string | undefined }[] = [
  { path: /^\/api\/patients\/:id/, of: ({ people }, who) => people[who].patientId },
  { path: /^\/api\/proposals\/:id/, of: ({ people }, who) => people[who].proposal },
  { path: /^\/api\/tasks\/:id/, of: ({ people }, who) => people[who].task },
  { path: /^\/api\/(?:me\/)?visits\/:id/, of: ({ visits }, who) => visits[who as 'own'] },
  { path: /^\/api\/me\/shares\/:id/, of: ({ people }, who) => people[who].share },
  { path: /^\/api\/opened\/:id/, of: ({ glass }, who) => ({ own: glass.own, far: glass.far })[who as 'own'] },
  {
    path: /^\/api\/locations\/:id/,
    of: ({ places }, who) => ({ own: places.own, far: places.far })[who as 'own'],
  },
  {
    path: /^\/api\/(?:people|staff)\/:id/,
    of: ({ staff }, who) => ({ own: staff['onTeam'], far: staff['farTherapist'] })[who as 'own']?.staffId,
  },
]

/** Whether the world has such things as this address names. */
export const namesKnown = ({ url }: DoorRow): boolean => NAMES.some(({ path }) => path.test(url))

/** Everything that the address of this route can name. */
function namedBy(world: World, route: DoorRow): readonly { named: Named; id: string }[] {
  const find = NAMES.find(({ path }) => path.test(route.url))
  const known = (Object.keys(world.people) as Who[]).flatMap((named) => {
    const id = find?.of(world, named)
    return id === undefined ? [] : [{ named, id }]
  })
  return [...known, { named: 'absent', id: randomUUID() }]
}

/** Who this caller is at this door. */
const actorAt = (route: DoorRow, { as }: Caller): Actor =>
  as !== null && as.door === ACTIONS[route.action].door ? as.actor : { kind: 'anyone' }

/** What the policy says, by the written-down relation: an error, or null for being let in. */
function expected(route: DoorRow, caller: Caller, named: Named | null): ErrorCode | null {
  const { door, about } = ACTIONS[route.action]
  const actor = actorAt(route, caller)
  if (door === 'anyone') return null
  if (relationsFor(actor, route.action).length === 0) return refusalOf(actor, route.action)
  if (about === 'nothing' || about === 'own' || about === 'clinic') return null
  const relation = named === null || named === 'absent' ? 'none' : caller.stands[named]
  return may(actor, route.action, relation) ? null : refusalOf(actor, route.action, relation)
}

/** What else an address names: something that is nowhere, but looks as if it might be. */
const UNKNOWN = '00000000-0000-7000-8000-00000000abcd'

/** A value that this part of the address takes: the first of its choices, or an id. */
function fitting(route: DoorRow, part: string): string {
  const params = rowOf(route)?.params ?? null
  const shape =
    params === null ? {} : (z.toJSONSchema(params) as { properties?: Record<string, { enum?: string[] }> })
  return shape.properties?.[part]?.enum?.[0] ?? UNKNOWN
}

const filled = (world: World, route: DoorRow, id: string): string =>
  route.url
    .replace(':id', id)
    .replace(':staffId', world.staff['onTeam']?.staffId ?? '')
    .replace(/:(\w+)/g, (_, part: string) => fitting(route, part))
    .replace('*', 'nothing')

/** A page shows everybody the same: three callers are enough to see that it does. */
const AT_PAGES = new Set(['anonymous', 'the patient', 'onTeam'])

/** The matrix: every route that the server serves, every caller, everything that the address can name. */
export function cellsOf(world: World, routes: readonly DoorRow[], callers: readonly Caller[]): Cell[] {
  return routes
    .filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS')
    .filter(({ method, url }) => ONLY === null || ONLY === `${method} ${url}`)
    .flatMap((route) => {
      const isApi = route.url.startsWith('/api/')
      const names = route.url.includes(':id') && isApi ? namedBy(world, route) : [null]
      const asking = isApi ? callers : callers.filter(({ id }) => AT_PAGES.has(id))
      return asking.flatMap((caller) =>
        names.map((one): Cell => {
          const named = one?.named ?? null
          const url = filled(world, route, one?.id ?? 'nothing')
          return { route, caller, named, url, expected: expected(route, caller, named) }
        }),
      )
    })
}
