import rateLimit from '@fastify/rate-limit'
import { Refusal } from '@dorsal/care'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../deps.ts'

export const BODY_LIMIT = 256 * 1024
const COMMON_PER_MINUTE = 1200

/**
 * How often one network may ask for data: a common limit, and the endpoint's own where the contract names one. Pages and their files
 * are not counted: a waiting room behind one address opens sixty of them for each person, and none of them costs us anything.
 */
export async function limitRate(app: FastifyInstance, deps: Deps): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    max: COMMON_PER_MINUTE,
    timeWindow: 60_000,
    keyGenerator: (request) => deps.networkOf(request),
    allowList: ({ url }) => !url.startsWith('/api/') && !url.startsWith('/calendar/'),
    errorResponseBuilder: () => new Refusal('too-many'),
  })
}
