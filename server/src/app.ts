import type { Content } from '@dorsal/care'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import { fastify, type FastifyInstance, LogController } from 'fastify'
import { randomUUID } from 'node:crypto'
import { constants } from 'node:zlib'
import { nameDoors, OPEN } from './access/doors.ts'
import { guardOrigin } from './access/origin.ts'
import { networkOf } from './access/network.ts'
import { vaultOf } from './account/vault.ts'
import { serveFeeds } from './calendar/calendar.routes.ts'
import type { Config } from './config.ts'
import type { Db, Tx } from './db/connect.ts'
import { missingMigrations } from './db/migrate.ts'
import type { Deps } from './deps.ts'
import { serveLearn } from './education/learn.routes.ts'
import { handlers } from './handlers.ts'
import { serveApiPage } from './http/api-page.ts'
import { serveContent } from './http/content-routes.ts'
import { serveContract } from './http/contract-routes.ts'
import { setHeaders } from './http/headers.ts'
import { takeJsonOnly } from './http/json-body.ts'
import { BODY_LIMIT, limitRate } from './http/limits.ts'
import { loggerOptions, logRequests } from './http/logging.ts'
import { serveMetrics } from './http/metrics.ts'
import { openapi } from './http/openapi.ts'
import { servePages } from './http/pages.ts'
import { answerProblems, sendProblem } from './http/problems.ts'
import { mailbox } from './mail/mailbox.ts'
import { liveStreams } from './live/live.ts'
import { textsOf } from './patient/texts.ts'
import { serveOff } from './reminder/off.routes.ts'
import { pushContact, vapidOf } from './reminder/vapid.ts'

export type AppOptions = {
  db: Db
  content: Content
  unsigned: boolean
  homeTenant: string
  secretKey: Buffer
  /** Where the database is, for the one connection that hears of changes. Left out: there are no streams. */
  databaseUrl?: string
  /** Tells the jobs that there is mail. Left out: they find it within a minute. */
  wakeMail?: (tx: Tx) => Promise<void>
  /** Only for tests: a push service on this machine is one, too. */
  pushToLoopback?: boolean
  now?: () => Date
  limits?: boolean
  webDist?: string
  logTo?: { write(line: string): void }
}

/** An address that cannot be decoded is one that is not there, and is answered like any other, headers and all. */
function readableUrl(url = '/'): string {
  try {
    decodeURIComponent(url)
    return url
  } catch {
    return '/unreadable'
  }
}

/** The whole server without its socket: `inject` runs it in tests, `main.ts` listens. */
export async function buildApp(config: Config, options: AppOptions): Promise<FastifyInstance> {
  const now = options.now ?? ((): Date => new Date())
  const vault = vaultOf(options.secretKey)
  const deps: Deps = {
    config,
    db: options.db,
    content: options.content,
    unsigned: options.unsigned,
    homeTenant: options.homeTenant,
    now,
    live: liveStreams(options.db, options.databaseUrl ?? null, now),
    vault,
    mail: mailbox(config.mail !== null, vault, options.wakeMail ?? (async () => {})),
    pushKey: vapidOf(options.secretKey, pushContact(config)).publicKey,
    pushToLoopback: options.pushToLoopback ?? false,
    networkOf: (request) => networkOf(request.ip),
    texts: textsOf(options.content),
  }
  const logger = loggerOptions(config.logLevel)
  const app = fastify({
    logger: typeof logger === 'object' && options.logTo ? { ...logger, stream: options.logTo } : logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 100 },
    rewriteUrl: (request) => readableUrl(request.url),
  })
  // Before the server waits for its answers to end: a stream ends only when it is told to.
  app.addHook('preClose', () => deps.live.close())
  nameDoors(app)
  answerProblems(app)
  logRequests(app)
  await setHeaders(app, config)
  guardOrigin(app, config)
  takeJsonOnly(app)
  await app.register(cookie)
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  if (options.limits !== false) await limitRate(app, deps)
  serveMetrics(app, deps)
  serveContract(app, handlers, deps)
  serveFixed(app, deps)
  serveContent(app, deps)
  serveFeeds(app, deps)
  serveLearn(app, deps)
  serveOff(app, deps)
  await servePages(app, deps, options.webDist)
  return app
}

/** What needs no caller: health and the API's description. */
function serveFixed(app: FastifyInstance, { db }: Deps): void {
  const api = openapi()
  const described = JSON.stringify(api)
  serveApiPage(app, api)
  const asJson = 'application/json; charset=utf-8'
  app.get('/livez', OPEN, async () => ({ live: true }))
  app.get('/readyz', OPEN, async (_, reply) => {
    const ready = await missingMigrations(db).then(
      (missing) => missing.length === 0,
      () => false,
    )
    return ready ? { ready: true } : sendProblem(reply, 'unavailable')
  })
  app.get('/openapi.json', OPEN, (_, reply) => reply.type(asJson).send(described))
}
