import { Refusal } from '@dorsal/care'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { OPEN } from '../access/doors.ts'
import type { Config } from '../config.ts'
import { isLoopback } from '../config.ts'
import { inClinic, poolOf } from '../db/connect.ts'
import type { Deps } from '../deps.ts'
import { sha256 } from '../ids.ts'
import { JOB_SCHEMA } from '../jobs/queues.ts'

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

const same = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(a)), Buffer.from(sha256(b)))

/**
 * Who may read the figures: whoever has the token; without one this machine alone, and nobody where there is a public address, because
 * behind a proxy everybody comes from this machine.
 */
function mayRead({ metricsToken, publicUrl }: Config, { headers, ip }: FastifyRequest): boolean {
  if (metricsToken !== null) return same(headers.authorization ?? '', `Bearer ${metricsToken}`)
  const near = isLoopback(ip) || ip === '::ffff:127.0.0.1'
  return near && (publicUrl === null || isLoopback(new URL(publicUrl).hostname))
}

/** How many letters wait in each state, over all clinics, and how many lines of the trail wait for their seal. */
async function backlog({ db }: Deps): Promise<{ mail: number; unsealed: number; jobs: number }> {
  const clinics = await db.selectFrom('auth.tenant').select('tenant_id').execute()
  let mail = 0
  for (const { tenant_id } of clinics) {
    const row = await inClinic(db, tenant_id, (tx) =>
      tx
        .selectFrom('app.mail')
        .select((eb) => eb.fn.countAll<string>().as('n'))
        .where('state', 'in', ['waiting', 'sending'])
        .executeTakeFirstOrThrow(),
    )
    mail += Number(row.n)
  }
  const { rows } = await sql<{ unsealed: string; jobs: string }>`
    select (select count(*) from auth.unsealed) as unsealed,
      (select count(*) from ${sql.raw(JOB_SCHEMA)}.job where state < 'completed') as jobs`.execute(db)
  return { mail, unsealed: Number(rows[0]?.unsealed ?? 0), jobs: Number(rows[0]?.jobs ?? 0) }
}

/**
 * Figures for the operator, in the text form of Prometheus: how many requests by route, how long they took, what waits. Routes are named by
 * their pattern and nobody by anything: no id, no address, nothing of anybody's. Comes before the routes that it counts.
 */
export function serveMetrics(app: FastifyInstance, deps: Deps): void {
  const registry = new Registry()
  const registers = [registry]
  const requests = new Counter({
    name: 'dorsal_http_requests_total',
    help: 'Requests answered, by method, pattern of the route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  })
  const seconds = new Histogram({
    name: 'dorsal_http_request_seconds',
    help: 'How long answers took, by method and pattern of the route; streams are left out.',
    labelNames: ['method', 'route'] as const,
    buckets: SECONDS,
    registers,
  })
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers })
  const connections = new Gauge({
    name: 'dorsal_db_connections',
    help: 'Connections to the database, and requests that wait for one.',
    labelNames: ['state'] as const,
    registers,
  })
  const streams = gauge('dorsal_open_streams', 'Pages that hear of changes now.')
  const mail = gauge('dorsal_mail_waiting', 'Letters that are not out yet.')
  const jobs = gauge('dorsal_jobs_waiting', 'Jobs that are not done yet.')
  const unsealed = gauge('dorsal_trail_unsealed', 'Lines of the trail that wait for their seal.')
  const memory = gauge('dorsal_process_resident_bytes', 'Memory of this server process.')

  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    const route = request.routeOptions.url ?? 'none'
    requests.inc({ method, route, status: String(reply.statusCode) })
    const isStream = String(reply.getHeader('content-type')).startsWith('text/event-stream')
    if (!isStream) seconds.observe({ method, route }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', OPEN, async (request, reply) => {
    if (!mayRead(deps.config, request)) throw new Refusal('not-found')
    const { open, idle, waitedFor } = poolOf(deps.db)
    connections.set({ state: 'open' }, open)
    connections.set({ state: 'idle' }, idle)
    connections.set({ state: 'waited-for' }, waitedFor)
    streams.set(deps.live.count())
    memory.set(process.memoryUsage.rss())
    const waits = await backlog(deps)
    mail.set(waits.mail)
    jobs.set(waits.jobs)
    unsealed.set(waits.unsealed)
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}
