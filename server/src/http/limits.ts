import rateLimit from '@fastify/rate-limit'
import { Refusal } from '@dorsal/care'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../deps.ts'

export const BODY_LIMIT = 256 * 1024
const COMMON_PER_MINUTE = 1200

/** How often one network may ask: a common limit, and the endpoint's own where the contract names one. */
export async function limitRate(app: FastifyInstance, deps: Deps): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    max: COMMON_PER_MINUTE,
    timeWindow: 60_000,
    keyGenerator: (request) => deps.networkOf(request),
    allowList: (request) => request.url === '/livez' || request.url === '/readyz',
    errorResponseBuilder: () => new Refusal('too-many'),
  })
}
