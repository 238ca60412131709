import { Refusal } from '@dorsal/care'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Config, isLoopback } from '../config.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const PROBES = new Set(['/livez', '/readyz'])

/** The host part without its port. */
const nameOf = (host: string): string => host.replace(/:\d+$/, '')

/** Whether this address is ours to answer for: else a page elsewhere could reach a loopback server by a name of its own. */
function ownHost(config: Config, host: string): boolean {
  if (config.publicUrl !== null && host === new URL(config.publicUrl).host) return true
  return isLoopback(config.host) && isLoopback(nameOf(host))
}

/** Whether a request that changes something comes from our own pages, or from a program that is no browser. */
function ownOrigin(config: Config, request: FastifyRequest): boolean {
  const { origin, host } = request.headers
  if (origin !== undefined) return origin === config.publicUrl || origin === `http://${host ?? ''}`
  const site = request.headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}

/** Refuses foreign host names, and changes that another site asks for with our cookies. */
export function guardOrigin(app: FastifyInstance, config: Config): void {
  app.addHook('onRequest', async (request) => {
    if (PROBES.has(request.url)) return
    if (!ownHost(config, request.headers.host ?? '')) throw new Refusal('wrong-host')
    if (!SAFE.has(request.method) && !ownOrigin(config, request)) throw new Refusal('forbidden')
  })
}
