import type { Content } from '@dorsal/care'
import type { FastifyRequest } from 'fastify'
import type { Vault } from './account/vault.ts'
import type { Config } from './config.ts'
import type { Db } from './db/connect.ts'
import type { Mailbox } from './mail/mailbox.ts'
import type { Live } from './live/live.ts'

/** Everything that a request needs, given once at the start. `now` is the only clock. */
export type Deps = {
  config: Config
  db: Db
  content: Content
  unsigned: boolean
  homeTenant: string
  now: () => Date
  vault: Vault
  live: Live
  mail: Mailbox
  /** The public key by which browsers let this installation reach them. */
  pushKey: string
  /** Only for tests, whose push service is on this machine. */
  pushToLoopback: boolean
  networkOf: (request: FastifyRequest) => string
  /** The words behind the ids of the content. */
  texts: Record<string, string>
}
