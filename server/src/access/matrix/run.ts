import { ACTIONS, type Actor, ERRORS, may } from '@dorsal/care'
import type { LightMyRequestResponse } from 'fastify'
import { inClinic } from '../../db/connect.ts'
import { hashOf } from '../../ids.ts'
import { doorsOf } from '../doors.ts'
import { type Cell, cellsOf, namesKnown, rowOf } from './cells.ts'
import { sampleOf } from './sample.ts'
import { awaited, trailSince } from './trail.ts'
import { type Caller, callersOf, type Who } from './principals.ts'
import type { World } from './world.ts'

export type Outcome = {
  routes: number
  callers: number
  /** Questions asked; `letIn` and `refused` of them were expected to be. */
  cells: number
  letIn: number
  refused: number
  /** Writes without a body that would be let in: not asked, since they would change the world under the others. */
  unasked: number
  /** Pairs of answers about what is another clinic's and what is not there, compared to the byte. */
  pairs: number
  /** Lines that the trail has of it: one for each look that was let in, or refused at a record of the caller's own clinic. */
  lines: number
  faults: string[]
}

/** What cannot be sent as a body to any row: whoever is let in is told so, and nothing is changed. */
const NO_BODY = '[]'
const AT_ONCE = 4

/** A write without a body does what it does at once; a read and a write that needs one change nothing when asked this way. */
const harmless = ({ route }: Cell): boolean => route.method === 'GET' || (rowOf(route)?.body ?? null) !== null

/**
 * The body of a question. What a whole clinic is asked about by an id that is not its own is asked in earnest: the gate has let the
 * caller in, and only the handler can tell whose that id is.
 */
function bodyOf(cell: Cell): string | null {
  const body = rowOf(cell.route)?.body ?? null
  if (body === null) return null
  const foreign = isNone(cell) || cell.named === 'absent'
  const inEarnest = cell.expected === null && foreign && namesKnown(cell.route)
  return inEarnest && ACTIONS[cell.route.action].about === 'clinic' ? sampleOf(body) : NO_BODY
}

async function ask({ host }: World, cell: Cell): Promise<LightMyRequestResponse> {
  const { route, caller, url } = cell
  const payload = bodyOf(cell)
  return host.app.inject({
    method: route.method as 'GET',
    url,
    headers: {
      host: '127.0.0.1',
      ...(caller.bearer !== undefined && { authorization: `Bearer ${caller.bearer}` }),
      ...(payload !== null && { 'content-type': 'application/json' }),
    },
    cookies: caller.cookies,
    ...(payload !== null && { payload }),
  })
}

const codeOf = (answer: LightMyRequestResponse): string => {
  try {
    return answer.json<{ code?: string }>().code ?? ''
  } catch {
    return ''
  }
}

/** Whether an answer says what was expected; a sentence where it does not. */
function fault({ route, expected }: Cell, answer: LightMyRequestResponse): string | null {
  const { statusCode: status } = answer
  const code = codeOf(answer)
  if (expected !== null)
    return status === ERRORS[expected].status && code === expected
      ? null
      : `answers ${status} ${code}, not ${expected}`
  if (status >= 500) return `answers ${status}`
  const refused = status === 401 || status === 403
  // A door at which a caller proves who they are may well say that they have not; so may a link that names nothing.
  if (ACTIONS[route.action].door === 'anyone') return null
  return refused ? `answers ${status} ${code} to somebody who may` : null
}

/** An answer to the byte, without what differs between any two: when it was given. */
const bytes = ({ statusCode, headers, body }: LightMyRequestResponse): string => {
  const { date: _, ...rest } = headers
  return JSON.stringify([statusCode, rest, body])
}

/** Whether this caller may read words of this person by this route: their own, a record that is open to them, a name in a list of names. */
function mayRead(cell: Cell, who: Who, field: string): boolean {
  const { caller, route } = cell
  const actor: Actor = caller.as?.actor ?? { kind: 'anyone' }
  const relation = caller.stands[who]
  if (relation === 'self') return ACTIONS[route.action].door === 'patient'
  if (relation === 'link') return field === 'shown'
  if (actor.kind !== 'staff' || relation === 'none') return false
  if (may(actor, 'record.read', relation)) return true
  const listsNames = route.action === 'clinic.teams' || route.action === 'clinic.trail'
  return listsNames && field === 'name' && may(actor, route.action, 'same-clinic')
}

function leaks(cell: Cell, answer: LightMyRequestResponse): string[] {
  const said = JSON.stringify(answer.headers) + answer.body
  return [...said.matchAll(/CANARY-([A-Z]+)-(\w+)/g)].flatMap(([whole, name = '', field = '']) =>
    mayRead(cell, name.toLowerCase() as Who, field) ? [] : [`shows ${whole}`],
  )
}

/** What the database holds of everybody else: people of the clinic other than `own`, and all that the other clinic is. */
async function keptOf({ host, people, places }: World): Promise<string> {
  const { db } = host.database
  const { own, peer, free, far } = people
  const of = (tenantId: string, ids: readonly string[]) =>
    inClinic(db, tenantId, async (tx) => [
      (await tx.selectFrom('app.patient').selectAll().where('patient_id', 'in', ids).execute()).map(
        (row) => ({
          ...row,
          last_seen_at: null,
        }),
      ),
      await tx.selectFrom('app.episode').selectAll().where('patient_id', 'in', ids).execute(),
      await tx.selectFrom('app.proposal').selectAll().where('patient_id', 'in', ids).execute(),
      await tx.selectFrom('app.task').selectAll().where('patient_id', 'in', ids).execute(),
      await tx.selectFrom('app.share').selectAll().where('patient_id', 'in', ids).execute(),
      await tx.selectFrom('app.care_team').selectAll().where('patient_id', 'in', ids).execute(),
    ])
  const elsewhere = await inClinic(db, far.tenantId, async (tx) => [
    await tx.selectFrom('app.location').selectAll().where('location_id', '=', places.far).execute(),
    await tx.selectFrom('app.workplace').selectAll().execute(),
    await tx.selectFrom('app.broken_glass').selectAll().execute(),
    await tx.selectFrom('auth.membership').selectAll().where('tenant_id', '=', far.tenantId).execute(),
    await tx.selectFrom('auth.staff').selectAll().where('tenant_id', '=', far.tenantId).execute(),
  ])
  const all = [
    await of(own.tenantId, [peer.patientId, free.patientId]),
    await of(far.tenantId, [far.patientId]),
  ]
  // Rows come in no order of their own: each table's are compared as a set.
  const sets = [...all, elsewhere].map((tables) =>
    tables.map((rows) => rows.map((row) => hashOf(JSON.stringify(row))).sort()),
  )
  return hashOf(sets)
}

const named = ({ caller, route, named: who }: Cell): string =>
  `${caller.id} at ${route.method} ${route.url}${who === null ? '' : ` (${who})`}`

/** The same question about what is another clinic's, and about what is not there. */
const pairOf = ({ caller, route }: Cell): string => `${caller.id} ${route.method} ${route.url}`

const isNone = ({ caller, named: who }: Cell): boolean =>
  who !== null && who !== 'absent' && caller.as !== null && caller.stands[who] === 'none'

/** Asks the running server everything, and says what differs from the policy. */
export async function runMatrix(world: World): Promise<Outcome> {
  const callers: readonly Caller[] = callersOf(world)
  const routes = doorsOf(world.host.app)
  const all = cellsOf(world, routes, callers)
  // What is let in and has no body to fail by is asked only about what is not the caller's: there it must do nothing.
  const elsewhere = (cell: Cell): boolean =>
    namesKnown(cell.route) && (isNone(cell) || cell.named === 'absent')
  const safe = (cell: Cell): boolean => harmless(cell) || cell.expected !== null || elsewhere(cell)
  const asked = all.filter((cell) => safe(cell) && cell.route.action !== 'account.enter')
  const before = await keptOf(world)
  const began = await trailSince(world, new Map())
  const due = new Map<string, number>()
  const faults: string[] = []
  const absent = new Map<string, string>()
  const none: { cell: Cell; said: string }[] = []
  const left = [...asked]
  const work = async (): Promise<void> => {
    for (let cell = left.pop(); cell !== undefined; cell = left.pop()) {
      const answer = await ask(world, cell)
      const wrong = fault(cell, answer)
      awaited(cell, answer.statusCode, due)
      for (const what of [...(wrong === null ? [] : [wrong]), ...leaks(cell, answer)])
        faults.push(`${named(cell)} ${what}`)
      if (cell.named === 'absent') absent.set(pairOf(cell), bytes(answer))
      else if (isNone(cell)) none.push({ cell, said: bytes(answer) })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  for (const { cell, said } of none)
    if (said !== absent.get(pairOf(cell)))
      faults.push(`${named(cell)} is answered otherwise than what is not there`)
  if ((await keptOf(world)) !== before) faults.push('what is somebody else’s was changed')
  const lines = await trailSince(world, began)
  for (const line of new Set([...due.keys(), ...lines.keys()]))
    if (due.get(line) !== lines.get(line))
      faults.push(`the trail has ${lines.get(line) ?? 0} lines of ${line}, not ${due.get(line) ?? 0}`)
  const told = world.host.lines.filter((line) => line.includes('CANARY-'))
  if (told.length > 0) faults.push(`the log shows ${told.length} words of records`)
  return {
    routes: new Set(asked.map(({ route }) => `${route.method} ${route.url}`)).size,
    callers: callers.length,
    cells: asked.length,
    letIn: asked.filter(({ expected }) => expected === null).length,
    refused: asked.filter(({ expected }) => expected !== null).length,
    unasked: all.length - asked.length,
    pairs: none.length,
    lines: [...lines.values()].reduce((sum, n) => sum + n, 0),
    faults,
  }
}
