import { type Action, ACTIONS } from '@dorsal/care'
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What this route is to the policy. */
    action?: Action
  }
}

/** A route as it is served: every one, also those that are no row of the contract. */
export type DoorRow = { method: string; url: string; action: Action }

/** Options of a route that shows nothing of anybody's: a page, a file, a text. */
export const OPEN = { config: { action: 'public.read' } } as const

/** Routes that a plugin makes, and so cannot say themselves what they are: the files of the build. */
const OF_PLUGINS: Readonly<Record<string, Action>> = { '/*': 'public.read' }

const served = new WeakMap<FastifyInstance['server'], DoorRow[]>()

/** Every door of this server, in the order in which they were made. */
export const doorsOf = (app: FastifyInstance): readonly DoorRow[] => served.get(app.server) ?? []

/**
 * From here on no route is made that does not name an action of the policy: the server does not start with one. Comes before all routes.
 */
export function nameDoors(app: FastifyInstance): void {
  const rows: DoorRow[] = []
  served.set(app.server, rows)
  app.addHook('onRoute', ({ url, method, config }) => {
    const action = config?.action ?? OF_PLUGINS[url]
    if (action === undefined || !(action in ACTIONS))
      throw new Error(`${String(method)} ${url} names no action of the policy`)
    for (const one of [method].flat()) rows.push({ method: one, url, action })
  })
}
