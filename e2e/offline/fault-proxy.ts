/**
 * A proxy between a page and the server that does what networks do: requests and answers get lost, arrive twice, late, torn or not at
 * all. Everything is drawn from a seed; the same seed makes the same faults in the same order of requests.
 */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

export const FAULTS = [
  'drop-request',
  'drop-response',
  'duplicate',
  'reorder',
  'truncate-request',
  'truncate-response',
  'error-before',
  'error-after',
  'reset',
] as const
export type Fault = (typeof FAULTS)[number]

export type Answer = { status: number; headers: Record<string, string | string[]>; body: Buffer }

export type FaultProxy = {
  url: string
  /** How often each fault was made. */
  made: Record<Fault, number>
  /** Nothing gets through, either way: flight mode. */
  cut: boolean
  /** The share of writes that something happens to, 0..1. */
  share: number
  /** Changes an answer on its way to the page: how a test plays a new version of the product. */
  rewrite: (path: string, answer: Answer) => Answer
  /** What came late is delivered before this ends. */
  settle: () => Promise<void>
  close: () => Promise<void>
}

/** Mulberry32: small, and the same everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of message) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

type Wish = { method: string; path: string; headers: Record<string, string | string[]>; body: Buffer }

/** Asks the server; with `torn` only half of the body is sent and the connection then broken. */
function forward(target: URL, { method, path, headers, body }: Wish, torn = false): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = ask({ host: target.hostname, port: target.port, method, path, headers, agent: false })
    sent.on('error', fail)
    sent.on('response', (reply) => {
      const read = async () => {
        const gone = await bodyOf(reply)
        done({ status: reply.statusCode ?? 502, headers: reply.headers as Answer['headers'], body: gone })
      }
      read().catch(fail)
    })
    if (!torn) return void sent.end(body)
    sent.write(body.subarray(0, body.length >> 1), () => {
      setTimeout(() => sent.destroy(new Error('torn')), 5)
    })
  })
}

/** Pages that gateways show. */
const GATEWAY = { 500: '<h1>Internal Server Error</h1>', 502: '<h1>Bad Gateway</h1>', 503: '' } as const

function refuse(reply: ServerResponse, random: () => number): void {
  const statuses = [500, 502, 503] as const
  const status = statuses[Math.floor(random() * statuses.length)] ?? 503
  reply.writeHead(status, { 'content-type': 'text/html' }).end(GATEWAY[status])
}

/** Starts a proxy for the server at `target`. `seed` decides all faults; `share` of the writes suffer one. */
export async function startFaultProxy(target: string, seed: number, share: number): Promise<FaultProxy> {
  const to = new URL(target)
  const random = randomFrom(seed)
  const late = new Set<Promise<unknown>>()
  const open = new Set<Socket>()
  const made = Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as FaultProxy['made']
  let network = 0

  const wishOf = async (message: IncomingMessage): Promise<Wish> => {
    // Whole answers only: what has been rewritten must not be confirmed as unchanged.
    const { 'if-none-match': _tag, 'if-modified-since': _date, ...given } = message.headers
    const headers = Object.fromEntries(
      Object.entries(given).filter((entry): entry is [string, string | string[]] => !!entry[1]),
    )
    const body = await bodyOf(message)
    // Of many networks, so that no limit on one is what is tested; the pages' own origin stays theirs.
    network += 1
    const from = `10.${(network >> 16) & 255}.${(network >> 8) & 255}.${network & 255}`
    return {
      method: message.method ?? 'GET',
      path: message.url ?? '/',
      headers: { ...headers, 'x-forwarded-for': from, 'accept-encoding': 'identity', connection: 'close' },
      body,
    }
  }
  const deliverLate = (wish: Wish, milliseconds: number): void => {
    const arriving = pause(milliseconds)
      .then(() => forward(to, wish))
      .catch(() => undefined)
    late.add(arriving)
    void arriving.finally(() => late.delete(arriving))
  }
  const send = (reply: ServerResponse, wish: Wish, given: Answer): void => {
    const { status, headers, body } = proxy.rewrite(wish.path, given)
    const { 'content-length': _length, 'transfer-encoding': _encoding, ...rest } = headers
    reply.writeHead(status, { ...rest, 'content-length': String(body.length) }).end(body)
  }
  const torn = (reply: ServerResponse, { status, headers, body }: Answer): void => {
    const { 'transfer-encoding': _encoding, ...rest } = headers
    reply.writeHead(status, { ...rest, 'content-length': String(body.length) })
    reply.write(body.subarray(0, body.length >> 1), () => reply.destroy())
  }
  const spoil: Record<
    Fault,
    (wish: Wish, message: IncomingMessage, reply: ServerResponse) => Promise<unknown>
  > = {
    'drop-request': async (_wish, _message, reply) => reply.destroy(),
    'drop-response': async (wish, _message, reply) => {
      await forward(to, wish)
      reply.destroy()
    },
    duplicate: async (wish, _message, reply) => {
      const [first] = await Promise.all([forward(to, wish), forward(to, wish)])
      send(reply, wish, first)
    },
    // The page hears nothing, tries again, and the first request arrives after the second or in the middle of others.
    reorder: async (wish, _message, reply) => {
      deliverLate(wish, 5 + random() * 400)
      reply.destroy()
    },
    'truncate-request': async (wish, _message, reply) => {
      await forward(to, wish, true).catch(() => undefined)
      reply.destroy()
    },
    'truncate-response': async (wish, _message, reply) => torn(reply, await forward(to, wish)),
    'error-before': async (_wish, _message, reply) => refuse(reply, random),
    'error-after': async (wish, _message, reply) => {
      await forward(to, wish)
      refuse(reply, random)
    },
    reset: async (wish, message) => {
      if (random() < 0.5) await forward(to, wish)
      message.socket.resetAndDestroy()
    },
  }

  const handle = async (message: IncomingMessage, reply: ServerResponse): Promise<void> => {
    if (proxy.cut) return void message.socket.destroy()
    const wish = await wishOf(message)
    const written = wish.method === 'PUT' && wish.path.startsWith('/api/')
    const fault = written && random() < proxy.share ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined
    if (fault === undefined) return send(reply, wish, await forward(to, wish))
    made[fault] += 1
    await spoil[fault](wish, message, reply)
  }
  const server = createServer((message, reply) => {
    handle(message, reply).catch(() => reply.destroy())
  })
  server.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => undefined)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const proxy: FaultProxy = {
    url: `http://127.0.0.1:${port}`,
    made,
    cut: false,
    share,
    rewrite: (_path, answer) => answer,
    settle: async () => {
      while (late.size > 0) await Promise.all(late)
    },
    close: async () => {
      await proxy.settle()
      for (const socket of open) socket.destroy()
      await new Promise((done) => server.close(done))
    },
  }
  return proxy
}
