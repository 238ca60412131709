/**
 * `npm run bench:requests`: how many requests a second one server answers, and how long each takes, call by call: alone, and sixteen at once.
 * The product with its demo clinic, its own database and its audit trail, all on this machine, together with whoever asks.
 * `--seconds 5`: how long each is asked.
 */
import { contract, type Me } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { startProduct } from '../e2e/product-process.ts'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '3' } } })
const SECONDS = Number(values.seconds)
const AT_ONCE = [1, 16]

type Call = { name: string; method: string; path: () => string; cookie?: string; body?: () => unknown }
type Answer = { status: number; ms: number; text: string; cookies: string[] }

const agent = new Agent({ keepAlive: true, maxSockets: 64 })
let asked = 0

/** One request, from a network of its own: the limits are for one caller, and here there are many. */
function send(base: string, { method, path, cookie, body }: Omit<Call, 'name'>): Promise<Answer> {
  asked += 1
  const began = performance.now()
  const payload = body === undefined ? undefined : JSON.stringify(body())
  const from = `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}`
  return new Promise((done, fail) => {
    const sent = request(
      base + path(),
      {
        method,
        agent,
        headers: {
          'x-forwarded-for': from,
          ...(cookie !== undefined && { cookie }),
          ...(payload !== undefined && { 'content-type': 'application/json' }),
        },
      },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 0,
            ms: performance.now() - began,
            text: Buffer.concat(parts).toString(),
            cookies: answer.headers['set-cookie'] ?? [],
          }),
        )
      },
    )
    sent.on('error', fail)
    sent.end(payload)
  })
}

type Figures = { perSecond: number; p50: number; p99: number; failed: number; kB: number }

async function measure(base: string, call: Call, atOnce: number, seconds: number): Promise<Figures> {
  const times: number[] = []
  let failed = 0
  let bytes = 0
  const began = performance.now()
  const ends = began + seconds * 1000
  const ask = async (): Promise<void> => {
    while (performance.now() < ends) {
      const { status, ms, text } = await send(base, call)
      times.push(ms)
      bytes = text.length
      if (status !== 200) failed += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, ask))
  const took = (performance.now() - began) / 1000
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99), failed, kB: bytes / 1024 }
}

const cookieOf = ({ cookies }: Answer): string => cookies.map((one) => one.split(';')[0]).join('; ')
const fixed = (path: string) => () => path

/** A message of the clinic; its id stands in the address and in the body. */
function answering(patientId: string, cookie: string): Call {
  let id = ''
  return {
    name: 'answerMessage (write)',
    method: 'PUT',
    path: () => `/api/patients/${patientId}/messages/${id}`,
    cookie,
    body: () => ({ id: (id = randomUUID()), words: 'Yes, on a chair.' }),
  }
}

const product = await startProduct({ TRUST_PROXY: '127.0.0.1', LOG_LEVEL: 'error' })
try {
  const base = product.url
  const config = JSON.parse((await send(base, { method: 'GET', path: fixed('/api/config') })).text) as {
    consentVersion: string
  }
  const signedIn = await send(base, {
    method: 'POST',
    path: fixed(contract.signIn.path),
    body: () => ({ email: 'demo@dorsal.example', password: 'demo clinic only' }),
  })
  const staff = cookieOf(signedIn)
  const agreed = await send(base, {
    method: 'POST',
    path: fixed(contract.giveConsent.path),
    body: () => ({
      id: randomUUID(),
      version: config.consentVersion,
      lang: 'en',
      agreedAt: new Date().toISOString(),
    }),
  })
  const own = cookieOf(agreed)
  const panel = JSON.parse(
    (await send(base, { method: 'GET', path: fixed('/api/panel'), cookie: staff })).text,
  ) as {
    rows: { patientId: string }[]
  }
  const someone = panel.rows[0]?.patientId ?? ''
  const { patientId } = JSON.parse(
    (await send(base, { method: 'GET', path: fixed('/api/me'), cookie: own })).text,
  ) as Me
  const calls: Call[] = [
    { name: 'config', method: 'GET', path: fixed('/api/config') },
    { name: 'me', method: 'GET', path: fixed('/api/me'), cookie: own },
    { name: 'thread', method: 'GET', path: fixed(contract.thread.path), cookie: own },
    { name: 'staffMe', method: 'GET', path: fixed(contract.staffMe.path), cookie: staff },
    { name: 'panel', method: 'GET', path: fixed('/api/panel'), cookie: staff },
    { name: 'patient', method: 'GET', path: fixed(`/api/patients/${someone}`), cookie: staff },
    answering(patientId, staff),
  ]
  console.log(`${availableParallelism()} cores, Node ${process.version}, ${SECONDS} s each`)
  console.log('call                    kB  at once   requests/s   p50 ms   p99 ms   failed')
  for (const call of calls) {
    await measure(base, call, 4, 0.5)
    for (const atOnce of AT_ONCE) {
      const { perSecond, p50, p99, failed, kB } = await measure(base, call, atOnce, SECONDS)
      const row = [
        call.name.padEnd(22),
        kB.toFixed(1).padStart(5),
        String(atOnce).padStart(8),
        perSecond.toFixed(0).padStart(12),
        p50.toFixed(1).padStart(8),
        p99.toFixed(1).padStart(8),
        String(failed).padStart(8),
      ]
      console.log(row.join(' '))
      if (failed > 0) process.exitCode = 1
    }
  }
} finally {
  agent.destroy()
  await product.remove()
}
