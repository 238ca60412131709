import { type Action, type Actor, type LiveChange, Refusal, relationsFor } from '@dorsal/care'
import type { FastifyReply } from 'fastify'
import { Readable } from 'node:stream'
import type { Db } from '../db/connect.ts'
import { type Channel, listen, type Listening } from './listen.ts'
import { heardBy, type Told } from './reader.ts'

type Known = Exclude<Actor, { kind: 'anyone' }>

/** One open stream: who opened it by which action, and how to find out whether they still are. */
type Stream = {
  owner: string
  tenantId: string
  action: Action
  find: () => Promise<Actor>
  say: (text: string) => void
  end: () => void
}

/** For how long changes are gathered before they are told, so that one act on a record is one event. */
const GATHER_MS = 60
/** A line of nothing, so that nobody in between takes the stream for dead; and each time its owner is looked up again. */
export const HEARTBEAT_MS = 20_000
/** Whoever reads so slowly that this much waits for them asks anew. */
const MOST_WAITING = 64 * 1024
const MOST_OF_ONE = 12
const MOST_OF_ALL = 4_000
const AT_ONCE = 4

const idOf = (actor: Known): string =>
  actor.kind === 'staff' ? actor.staffId : 'patientId' in actor ? actor.patientId : ''

const toldOf = (said: string): Told | null => {
  const [tenantId, patientId, table] = said.split('/')
  return tenantId && patientId && table ? { tenantId, patientId, table } : null
}

const eventOf = (change: LiveChange): string => `data: ${JSON.stringify(change)}\n\n`

export type Live = {
  /** Goes on with an answer as a stream, until its reader goes or may no longer. */
  open: (reply: FastifyReply, by: { action: Action; find: () => Promise<Actor> }) => Promise<FastifyReply>
  /** How many streams are open. */
  count: () => number
  close: () => Promise<void>
}

/**
 * Tells open pages what changed. One connection listens for all of them, from the first stream on; when it is lost every stream ends, so
 * that the pages ask by themselves until there is one again. Nothing of it is kept: a page that missed something reads anew when it is back.
 */
export function liveStreams(db: Db, url: string | null, now: () => Date): Live {
  const streams = new Set<Stream>()
  let listening: Promise<Listening> | null = null
  let heartbeat: NodeJS.Timeout | undefined
  let closed = false
  let gathered: Told[] = []
  let gathering: NodeJS.Timeout | undefined
  let work: Promise<void> = Promise.resolve()

  /** Whether the owner still is who they were and may still do this; where not, the stream ends. */
  const stillMay = async (stream: Stream): Promise<Known | null> => {
    const actor = await stream.find().catch((): Actor => ({ kind: 'anyone' }))
    const same = actor.kind !== 'anyone' && idOf(actor) === stream.owner && actor.tenantId === stream.tenantId
    if (same && relationsFor(actor, stream.action).length > 0) return actor
    stream.end()
    return null
  }

  const each = async (some: readonly Stream[], act: (stream: Stream) => Promise<void>): Promise<void> => {
    const left = [...some]
    const run = async (): Promise<void> => {
      for (let stream = left.shift(); stream !== undefined; stream = left.shift()) {
        const { end } = stream
        // A stream that cannot be told what changed must not go on as if nothing had.
        if (streams.has(stream)) await act(stream).catch(end)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, run))
  }
  const after = (act: () => Promise<void>): void => void (work = work.then(act))

  const tell = (): void => {
    gathering = undefined
    const told = gathered
    gathered = []
    const clinics = new Set(told.map(({ tenantId }) => tenantId))
    after(() =>
      each(
        [...streams].filter(({ tenantId }) => clinics.has(tenantId)),
        async (stream) => {
          const actor = await stillMay(stream)
          if (actor === null) return
          for (const change of await heardBy(db, actor, told, now())) stream.say(eventOf(change))
        },
      ),
    )
  }

  const heard = (channel: Channel, said: string): void => {
    if (channel === 'dorsal_ended') {
      const theirs = [...streams].filter(({ owner }) => owner === said)
      after(() => each(theirs, async (stream) => void (await stillMay(stream))))
      return
    }
    const told = toldOf(said)
    if (told === null || streams.size === 0) return
    gathered.push(told)
    gathering ??= setTimeout(tell, GATHER_MS)
  }

  const endAll = (): void => {
    for (const { end } of streams) end()
  }

  const ready = async (): Promise<void> => {
    if (closed || url === null) throw new Refusal('unavailable')
    listening ??= listen(url, {
      heard,
      lost: () => {
        listening = null
        endAll()
      },
    })
    const mine = listening
    await mine.catch(() => {
      if (listening === mine) listening = null
      throw new Refusal('unavailable')
    })
    heartbeat ??= setInterval(() => {
      after(() =>
        each([...streams], async (stream) => {
          if ((await stillMay(stream)) !== null) stream.say(': \n\n')
        }),
      )
    }, HEARTBEAT_MS).unref()
  }

  return {
    count: () => streams.size,
    open: async (reply, { action, find }) => {
      await ready()
      const actor = await find()
      if (actor.kind === 'anyone') throw new Refusal('sign-in')
      if (closed || streams.size >= MOST_OF_ALL) throw new Refusal('unavailable')
      const body = new Readable({ read() {} })
      const stream: Stream = {
        owner: idOf(actor),
        tenantId: actor.tenantId,
        action,
        find,
        say: (text) => {
          if (body.readableLength > MOST_WAITING) stream.end()
          else if (!body.destroyed) body.push(text)
        },
        end: () => {
          if (streams.delete(stream)) body.push(null)
        },
      }
      body.on('close', () => streams.delete(stream))
      const others = [...streams].filter(({ owner }) => owner === stream.owner)
      if (others.length >= MOST_OF_ONE) others[0]?.end()
      streams.add(stream)
      stream.say('event: hello\ndata: {"open":true}\n\n')
      // Whatever stands in between passes it on at once, and the connection ends with it, so that no server waits for one to close.
      return reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store, no-transform')
        .header('x-accel-buffering', 'no')
        .header('connection', 'close')
        .send(body)
    },
    close: async () => {
      closed = true
      clearInterval(heartbeat)
      clearTimeout(gathering)
      endAll()
      await work
      await listening?.then(({ stop }) => stop()).catch(() => undefined)
    },
  }
}
