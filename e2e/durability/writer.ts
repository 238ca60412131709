import { CONSENT_VERSION, type Intake, type Me, type ReportReply, type SessionReport } from '@dorsal/care'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

/** What one device knows: what it sent, and what the server said that it had saved. */
export type Ledger = {
  saved: Set<string>
  retried: number /** Retries of a report that was stored all along: the answer had been lost. */
  foundThere: number
}

/** A device that sends one report after another, and each again under its own id until the server says that it is saved. */
export class Writer {
  readonly ledger: Ledger = { saved: new Set(), retried: 0, foundThere: 0 }
  readonly base: string
  readonly number: number
  #cookie = ''
  #sent = 0
  #working = true

  constructor(base: string, number: number) {
    this.base = base
    this.number = number
  }

  /** Another address for each request: the limit for one caller is another test's matter. */
  #headers(): Record<string, string> {
    this.#sent += 1
    const address = `10.${this.number}.${(this.#sent >> 8) & 255}.${this.#sent & 255}`
    return { 'content-type': 'application/json', cookie: this.#cookie, 'x-forwarded-for': address }
  }

  async #send(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`${this.base}${path}`, {
      method,
      headers: this.#headers(),
      signal: AbortSignal.timeout(20_000),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }

  async begin(intake: Intake): Promise<void> {
    const agreedAt = new Date().toISOString()
    const consent = { id: randomUUID(), version: CONSENT_VERSION, lang: 'en', agreedAt }
    const opened = await this.#send('POST', '/api/consents', consent)
    this.#cookie = (opened.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
    const sent = await this.#send('PUT', `/api/intakes/${randomUUID()}`, intake)
    if (!sent.ok) throw new Error(`intake: ${sent.status} ${await sent.text()}`)
  }

  /** One report, tried until it is saved; false when the work was ended first. */
  async #deliver(report: SessionReport): Promise<boolean> {
    for (let first = true; this.#working; first = false) {
      if (!first) this.ledger.retried += 1
      const started = Date.now()
      const answer = await this.#send('PUT', `/api/sessions/${report.id}/report`, report).catch(() => null)
      const text = (await answer?.text().catch(() => null)) ?? null
      if (answer?.status === 200 && text !== null) {
        const { saved } = JSON.parse(text) as ReportReply
        if (Date.parse(saved.at) < started) this.ledger.foundThere += 1
        this.ledger.saved.add(report.id)
        return true
      }
      if (answer !== null && answer.status < 500 && answer.status !== 200)
        throw new Error(`report: ${answer.status} ${text}`)
      await pause(50)
    }
    return false
  }

  async work(make: () => SessionReport, pending: () => boolean): Promise<void> {
    do await this.#deliver(make())
    while (this.#working && pending())
  }

  /** No new report; the one on its way is still brought home. */
  end(): void {
    this.#working = false
  }

  async stored(): Promise<string[]> {
    const answer = await this.#send('GET', '/api/me')
    return ((await answer.json()) as Me).history.map((h) => h.report.id)
  }
}
