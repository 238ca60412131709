import type { PushSubscription } from '@dorsal/care'
import { createECDH, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer as createPlain } from 'node:http'
import { type AddressInfo, connect, createServer, isIP, type Server } from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { FindAddress } from './public-address.ts'
import { pushBy } from './push.ts'
import { vapidOf } from './vapid.ts'

/** What must never be reached: it counts whoever connects. */
let inside: Server
let port = 0
let reached = 0
let cases = 0

const listening = async (server: Server): Promise<number> => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

/** Connections are taken in their order: once this one is, whichever was begun before has been counted. */
async function counted(): Promise<number> {
  const before = reached
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  await once(socket, 'close')
  expect(reached).toBeGreaterThan(before)
  reached -= 1
  return reached
}

beforeAll(async () => {
  inside = createServer((socket) => {
    reached += 1
    socket.on('error', () => {}).destroy()
  })
  port = await listening(inside)
})
afterEach(async () => {
  expect(await counted()).toBe(0)
})
afterAll(() => {
  inside.close()
  process.stdout.write(`trust T21 ${JSON.stringify({ cases, reached })}\n`)
})

const vapid = vapidOf(randomBytes(32), 'mailto:noreply@clinic.example')
const now = (): Date => new Date()
const keys = createECDH('prime256v1')
const to = (endpoint: string): PushSubscription => ({
  endpoint,
  p256dh: keys.generateKeys().toString('base64url'),
  auth: randomBytes(16).toString('base64url'),
})

const PUBLIC = '93.184.215.14'

/**
 * Sends to an address while names lead where the test says, answer by answer, the last one for good. Whatever goes inside comes to the
 * listener; what would go out starts from 127.0.0.1, so that it never leaves this machine.
 */
async function sendBy(endpoint: string, answers: readonly (readonly string[])[]) {
  cases += 1
  const asked: string[] = []
  const find: FindAddress = (name, _options, done) => {
    const addresses = answers[Math.min(asked.length, answers.length - 1)] ?? []
    asked.push(name)
    setImmediate(() =>
      done(
        null,
        addresses.map((address) => ({ address, family: isIP(address) })),
      ),
    )
  }
  const way = { port, ...(answers.flat().includes(PUBLIC) && { localAddress: '127.0.0.1' }) }
  return { said: await pushBy({ vapid, now, find, way, answerMs: 400 })(to(endpoint), {}, 1), asked }
}

describe('an address that somebody gives for push', () => {
  it.each([
    'https://127.0.0.1/x',
    'https://127.1/x',
    'https://2130706433/x',
    'https://0x7f000001/x',
    'https://0x7f.1/x',
    'https://0177.0.0.1/x',
    'https://017700000001/x',
    'https://127.0.0.1./x',
    'https://%31%32%37.0.0.1/x',
    'https://①②⑦.⓪.⓪.①/x',
    'https://[::1]/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://[::ffff:0:127.0.0.1]/x',
    'https://[64:ff9b::7f00:1]/x',
    'https://169.254.169.254/latest/meta-data/',
    'https://localhost/x',
    'https://LOCALHOST./x',
    'https://a.localhost/x',
    'https://db/x',
    'https://metadata.google.internal/x',
    'https://push.example.com:5432/x',
    'https://push.example.com@127.0.0.1/x',
    'https://127.0.0.1\\@push.example.com/x',
    'http://push.example.com/x',
  ])('is not even looked up where it names a place inside: %s', async (endpoint) => {
    expect(await sendBy(endpoint, [['127.0.0.1']])).toEqual({ said: 'never', asked: [] })
  })

  it.each([
    ['127.0.0.1.nip.io', '127.0.0.1'],
    ['7f000001.nip.io', '127.0.0.1'],
    ['localtest.me', '127.0.0.1'],
    ['localtest.me', '127.9.9.9'],
    ['localtest.me', '0.0.0.0'],
    ['ip6.example.com', '::1'],
    ['ip6.example.com', '::ffff:127.0.0.1'],
    ['ip6.example.com', '::ffff:0:127.0.0.1'],
    ['ip6.example.com', '64:ff9b::7f00:1'],
    ['169.254.169.254.nip.io', '169.254.169.254'],
    ['10.0.0.5.nip.io', '10.0.0.5'],
  ])('is not connected to where its name leads inside: %s to %s', async (name, address) => {
    expect(await sendBy(`https://${name}/x`, [[address]])).toEqual({ said: 'again', asked: [name] })
  })

  it.each([[[PUBLIC, '127.0.0.1']], [['127.0.0.1', PUBLIC]], [[PUBLIC, '::1']]])(
    'is not connected to where its name leads inside besides: %j',
    async (addresses) => {
      expect(await sendBy('https://push.example.com/x', [addresses])).toMatchObject({ said: 'again' })
    },
  )

  it('is connected to by the address that was looked at: a name that moves inside meanwhile is not asked again', async () => {
    const { said, asked } = await sendBy('https://rebind.example.com/x', [[PUBLIC], ['127.0.0.1']])
    expect({ said, asked }).toEqual({ said: 'again', asked: ['rebind.example.com'] })
  })

  it('is looked at anew each time that something is sent', async () => {
    const name = 'https://rebind.example.com/x'
    expect((await sendBy(name, [[PUBLIC]])).asked).toHaveLength(1)
    expect((await sendBy(name, [['127.0.0.1']])).asked).toHaveLength(1)
  })

  it.each([301, 302, 303, 307, 308])('is not left for another one that it names by %i', async (status) => {
    cases += 1
    let came = 0
    const first = createPlain((request, response) => {
      came += 1
      request.resume()
      response.writeHead(status, { location: `http://127.0.0.1:${port}/` }).end()
    })
    const endpoint = `http://127.0.0.1:${await listening(first)}/push`
    const said = await pushBy({ vapid, now, loopback: true, answerMs: 400 })(to(endpoint), {}, 1)
    await new Promise((done) => first.close(done))
    expect({ said, came }).toEqual({ said: 'never', came: 1 })
  })
})

/** What opens connections or starts programs, and why an address given by somebody is not what it goes to. */
const CONNECTS: Readonly<Record<string, string>> = {
  'reminder/push.ts': 'this one',
  'reminder/public-address.ts': 'looks names up for it',
  'access/network.ts': 'reads addresses only',
  'db/embedded-postgres-cluster.ts': 'starts the built-in database',
  'db/embedded-postgres-lock.ts': 'looks whether it runs',
  'db/embedded-postgres-process.ts': 'starts it, and listens for a free port',
  'mail/smtp.ts': 'to the mail server of the configuration, and fetches nothing for a letter',
  'schedule/never-twice/clients.ts': 'asks this server, for a test',
  'video/room.store.ts': 'has a function of that name',
}
const OUT =
  /from '(?:node:(?:https?|http2|net|tls|dgram|dns|dns\/promises|child_process)|undici|nodemailer)'|\bfetch\(|\b(?:WebSocket|EventSource)\(/

describe('what of the server opens connections', () => {
  it('is what is written down here', () => {
    const root = path.join(import.meta.dirname, '..')
    const found = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|-fixture\.ts$/.test(file))
      .filter((file) => OUT.test(readFileSync(path.join(root, file), 'utf8')))
    expect(found.sort()).toEqual(Object.keys(CONNECTS).sort())
  })
})
