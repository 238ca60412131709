import {
  ACTIONS,
  type Actor,
  type Body,
  type Contract,
  contract,
  type Door,
  type Endpoint,
  type EndpointName,
  Refusal,
  type Reply,
} from '@dorsal/care'
import type { Language } from '@dorsal/content'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { admit, enter, RefusedAt } from '../access/gate.ts'
import type { Known, Subject } from '../access/subject.ts'
import { type Browser, browserOf } from '../account/browser.ts'
import { recordAccess } from '../audit/audit.ts'
import type { Deps } from '../deps.ts'
import { type Db, inClinic, type Tx } from '../db/connect.ts'
import { inLanguage, languageOf } from '../language/language.ts'
import { sendFile } from './send-file.ts'
import { actorOf, type Cookies, cookiesOf } from './cookies.ts'

/** Whom a handler can meet, by the door of its row. */
type Behind = {
  anyone: Actor
  patient: Extract<Actor, { kind: 'patient' }>
  caregiver: Extract<Actor, { kind: 'caregiver' }>
  link: Extract<Actor, { kind: 'helper' }>
  staff: Extract<Actor, { kind: 'staff' }>
  machine: never
}
type DoorOf<N extends EndpointName> = (typeof ACTIONS)[Contract[N]['action']]['door']
type Params<N extends EndpointName> = Contract[N]['params'] extends z.ZodMiniType
  ? z.infer<Contract[N]['params']>
  : undefined

/** What a handler gets. Inside a clinic `tx` is the request's one transaction; rows for `anyone` have the bare database. */
export type Call<N extends EndpointName> = {
  actor: Behind[DoorOf<N>]
  params: Params<N>
  body: Body<N>
  now: Date
  deps: Deps
  cookies: Cookies
  network: string
  browser: Browser
  requestId: string
  /** In which language the one who asks reads. */
  lang: Language
  /** The record that this request is about, and how its caller stands to it. */
  subject: Subject
  /** Names everybody whom a list shows, for the trail. A record that the address names is known already. */
  saw: (patientIds: readonly string[]) => void
} & (DoorOf<N> extends 'anyone' ? { db: Db } : { tx: Tx })

/** One handler for each row of the contract: leaving one out does not compile. */
export type Handlers = { [N in EndpointName]: (call: Call<N>) => Promise<Reply<N>> }
export type HandlersOf<N extends EndpointName> = Pick<Handlers, N>

const fieldsOf = (error: z.core.$ZodError): Refusal['fields'] =>
  error.issues.slice(0, 20).map((i) => ({ path: i.path.join('.'), message: messageOf(i.code) }))

/** Says what is wrong without repeating what was sent. */
const MESSAGES: Readonly<Record<string, string>> = {
  invalid_type: 'This is missing or of the wrong kind.',
  too_big: 'This is too long or too large.',
  too_small: 'This is too short or too small.',
  invalid_value: 'This is not one of the choices.',
  invalid_format: 'This does not look right.',
}
const messageOf = (code: string | undefined): string => MESSAGES[code ?? ''] ?? 'This does not fit.'

function parsed(schema: z.ZodMiniType, value: unknown): unknown {
  const result = z.safeParse(schema, value)
  if (!result.success) throw new Refusal('bad-input', fieldsOf(result.error))
  return result.data
}

/** An id that is no id names nothing: the same answer as for an id that is not there. */
function parsedParams(row: Endpoint, value: unknown): { id?: string } | undefined {
  if (row.params === null) return undefined
  const result = z.safeParse(row.params, value)
  if (!result.success) throw new Refusal('not-found')
  return result.data as { id?: string }
}

/**
 * A page of the clinic says which one it shows. Whoever has gone on at another one in the same browser, and comes back to a page that was
 * open, changes nothing there by what they believe to change here.
 */
function holdClinic(actor: Actor, { headers }: FastifyRequest): void {
  const shown = headers['x-dorsal-clinic']
  if (actor.kind === 'staff' && shown !== undefined && shown !== actor.tenantId)
    throw new Refusal('other-clinic')
}

async function answer(
  name: EndpointName,
  row: Endpoint,
  run: Run,
  request: FastifyRequest,
  reply: FastifyReply,
  deps: Deps,
) {
  const now = deps.now()
  const { door } = ACTIONS[row.action]
  const actor = await actorOf(deps, request, door, now)
  admit(actor, row.action)
  holdClinic(actor, request)
  const params = parsedParams(row, request.params)
  const base = {
    actor,
    params,
    now,
    deps,
    cookies: cookiesOf(deps.config, request, reply),
    network: deps.networkOf(request),
    browser: browserOf(deps.config, request),
    requestId: request.id,
    lang: languageOf(request),
  }
  // Only whoever may learns what is wrong with what they sent.
  const said = async (call: object) => {
    const body = row.body === null ? undefined : parsed(row.body, request.body)
    return z.parse(row.reply, await run({ ...call, body }))
  }
  if (actor.kind === 'anyone' || door === 'anyone')
    return said({ ...base, subject: NOBODY, saw: () => {}, db: deps.db })
  const line = { actor, action: name, requestId: request.id, at: now }
  return inClinic(deps.db, actor.tenantId, async (tx) => {
    const subject = await enter(tx, actor, { action: row.action, id: params?.id, now })
    let listed: readonly string[] = []
    const saw = (patientIds: readonly string[]): void => void (listed = patientIds)
    const result = await said({ ...base, tx, subject, saw })
    await recordAccess(tx, { ...line, patientId: subject.patientId, listed })
    return result
  }).catch((error: unknown) => keptRefusal(deps, line, error))
}

const NOBODY: Subject = { patientId: null, relation: 'none' }

type Tried = { actor: Known; action: string; requestId: string; at: Date }

/** Whoever tried a record of their own clinic that is not theirs leaves a line; then they are refused as they would have been. */
async function keptRefusal(deps: Deps, line: Tried, error: unknown): Promise<never> {
  if (error instanceof RefusedAt && error.patientId !== null) {
    const { patientId } = error
    await inClinic(deps.db, line.actor.tenantId, (tx) =>
      recordAccess(tx, { ...line, patientId, outcome: 'refused' }),
    )
  }
  throw error
}

/** Whose replies are said in the language of their device. */
const SPOKEN_TO: ReadonlySet<Door> = new Set(['patient', 'caregiver', 'link'])

const asksForStream = ({ headers }: FastifyRequest): boolean =>
  headers.accept?.includes('text/event-stream') === true

type Run = (call: unknown) => Promise<unknown>

/**
 * Turns each row of the contract into a route: caller, access, input, one transaction with its audit row, reply. A reply passes through
 * its schema, so that no column can leave that the contract does not name; within the transaction, so that nothing is kept that
 * could never be answered for.
 */
export function serveContract(app: FastifyInstance, handlers: Handlers, deps: Deps): void {
  for (const [key, row] of Object.entries<Endpoint>(contract)) {
    const name = key as EndpointName
    const run = handlers[name] as Run
    app.route({
      method: row.method,
      url: row.path,
      ...(row.mostBytes !== undefined && { bodyLimit: row.mostBytes }),
      // What comes bit by bit is not gathered up to be packed, and a file is sent as it is kept.
      ...((row.streams === true || row.file === true) && { compress: false }),
      config: {
        action: row.action,
        ...(row.perMinute !== null && { rateLimit: { max: row.perMinute, timeWindow: 60_000 } }),
      },
      handler: async (request, reply) => {
        const result = await answer(name, row, run, request, reply, deps)
        if (row.streams === true && asksForStream(request)) {
          const find = () => actorOf(deps, request, ACTIONS[row.action].door, deps.now())
          return deps.live.open(reply, { action: row.action, find })
        }
        if (row.file === true) return sendFile(reply, result)
        reply.header('content-type', 'application/json; charset=utf-8')
        const lang = SPOKEN_TO.has(ACTIONS[row.action].door) ? languageOf(request) : 'en'
        return JSON.stringify(inLanguage(result, lang, deps.content, deps.config.contentDir))
      },
    })
  }
}
