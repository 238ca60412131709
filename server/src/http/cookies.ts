import type { Actor, Door } from '@dorsal/care'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { patientOf } from '../access/patient-secret.ts'
import { helperOf } from '../access/share-token.ts'
import { staffOf } from '../access/sessions.ts'
import type { Deps } from '../deps.ts'
import type { Config } from '../config.ts'

type Kind = 'me' | 'staff' | 'step' | 'device' | 'hold'
const AGE_DAYS: Record<Kind, number | null> = { me: 400, staff: null, step: null, device: 400, hold: 1 }

const isHttps = (config: Config): boolean => config.publicUrl?.startsWith('https:') === true
const nameOf = (config: Config, kind: Kind): string => `${isHttps(config) ? '__Host-' : ''}dorsal_${kind}`

/**
 * The cookies of the product: the secret of a person's own record, a staff session, the ticket between password and second step, and a
 * mark by which a browser is known again in which somebody signed in, so that nobody else's wrong tries keep them out there.
 */
export type Cookies = {
  read(kind: Kind): string | undefined
  set(kind: Kind, value: string): void
  clear(kind: Kind): void
}

export function cookiesOf(config: Config, request: FastifyRequest, reply: FastifyReply): Cookies {
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps(config) } as const
  return {
    read: (kind) => request.cookies[nameOf(config, kind)],
    set: (kind, value) => {
      const days = AGE_DAYS[kind]
      reply.setCookie(nameOf(config, kind), value, {
        ...options,
        ...(days !== null && { maxAge: days * 86_400 }),
      })
    },
    clear: (kind) => {
      reply.clearCookie(nameOf(config, kind), options)
    },
  }
}

/** Whether this browser says that it has a record; not whose, nor whether it opens. */
export const hasRecord = (config: Config, request: FastifyRequest): boolean =>
  request.cookies[nameOf(config, 'me')] !== undefined

/** The secret of a link, where one was sent. In a header: what stands in an address or a cookie is kept in too many places. */
const bearerOf = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer ([\w-]{1,100})$/.exec(headers.authorization ?? '')?.[1]

type Finder = (deps: Deps, request: FastifyRequest, now: Date) => Promise<Actor | null>

const cookieOf = (deps: Deps, request: FastifyRequest, kind: Kind): string | undefined =>
  request.cookies[nameOf(deps.config, kind)]

/** Who stands at each door: each request is looked up anew. */
const FINDERS: Partial<Readonly<Record<Door, Finder>>> = {
  patient: (deps, request, now) => patientOf(deps.db, cookieOf(deps, request, 'me'), now),
  link: (deps, request, now) => helperOf(deps, bearerOf(request), now),
  staff: (deps, request, now) => staffOf(deps.db, cookieOf(deps, request, 'staff'), now),
}

/** Who is asking, by the cookie or link that this door looks for; nobody known where it looks for none. */
export async function actorOf(deps: Deps, request: FastifyRequest, door: Door, now: Date): Promise<Actor> {
  return (await FINDERS[door]?.(deps, request, now)) ?? { kind: 'anyone' }
}
