import { CONSENT_VERSION, contract, type EndpointName } from '@dorsal/care'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { randomUUID } from 'node:crypto'

export type Input = {
  id?: string
  /** What else the address names, besides the id. */
  params?: Record<string, string>
  body?: unknown
  headers?: Record<string, string>
  payload?: string
}
export type Answered = { status: number; body: unknown; raw: LightMyRequestResponse }

/** Somebody with a browser of their own, without the browser: keeps cookies, calls rows of the contract. For the demo clinic and tests. */
export class Visitor {
  readonly app: FastifyInstance
  readonly cookies = new Map<string, string>()
  constructor(app: FastifyInstance) {
    this.app = app
  }

  async call(name: EndpointName, input: Input = {}): Promise<Answered> {
    const row = contract[name]
    const payload = input.payload ?? (input.body === undefined ? undefined : JSON.stringify(input.body))
    const raw = await this.app.inject({
      method: row.method,
      url: row.path.replace(/:(\w+)/g, (_, name: string) => ({ id: input.id, ...input.params })[name] ?? ''),
      headers: {
        host: '127.0.0.1',
        ...(payload !== undefined && { 'content-type': 'application/json' }),
        ...input.headers,
      },
      cookies: Object.fromEntries(this.cookies),
      ...(payload !== undefined && { payload }),
    })
    for (const { name: cookie, value } of raw.cookies)
      if (value === '') this.cookies.delete(cookie)
      else this.cookies.set(cookie, value)
    return { status: raw.statusCode, body: raw.json(), raw }
  }

  /** The reply, or an error that quotes the refusal. */
  async ok<T>(name: EndpointName, input: Input = {}): Promise<T> {
    const sent = await this.call(name, input)
    if (sent.status !== 200) throw new Error(`${name} answered ${sent.status}: ${sent.raw.body}`)
    return sent.body as T
  }

  agree(agreedAt = new Date().toISOString()): Promise<{ patientId: string }> {
    return this.ok('giveConsent', {
      body: { id: randomUUID(), version: CONSENT_VERSION, lang: 'en', agreedAt },
    })
  }
}
