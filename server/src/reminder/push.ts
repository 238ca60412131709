import type { PushSubscription } from '@dorsal/care'
import { lookup } from 'node:dns'
import { request as plainRequest, type RequestOptions } from 'node:http'
import { request } from 'node:https'
import type { Sent } from '../mail/smtp.ts'
import { type FindAddress, isPushAddress, publicLookupBy } from './public-address.ts'
import { sealForBrowser } from './push-cipher.ts'
import type { Vapid } from './vapid.ts'

/** `gone`: the push service does not know this browser any more. */
export type Pushed = Sent | 'gone'
export type Push = (to: PushSubscription, words: object, keepSeconds: number) => Promise<Pushed>

type Given = {
  vapid: Vapid
  now: () => Date
  /** Only for tests, whose push service is on this machine. */
  loopback?: boolean
  /** Only for tests: names that lead where they say, and a way out that does not leave this machine. */
  find?: FindAddress
  way?: Pick<RequestOptions, 'port' | 'localAddress'>
  answerMs?: number
}

const ANSWER_MS = 20_000
const LOOPBACK = /^http:\/\/127\.0\.0\.1:\d+\//

/** Whether something may be sent there at all. */
export const mayPush = (endpoint: string, loopback = false): boolean =>
  isPushAddress(endpoint) || (loopback && LOOPBACK.test(endpoint))

function meaning(status: number): Pushed {
  if (status >= 200 && status < 300) return 'sent'
  if (status === 404 || status === 410) return 'gone'
  return status === 429 || status >= 500 ? 'again' : 'never'
}

/**
 * Shows something in one browser by its push service, which cannot read it. Follows no redirect, and connects to nothing inside. What was
 * sent whole and never answered may have arrived.
 */
export function pushBy({
  vapid,
  now,
  loopback = false,
  find = lookup,
  way,
  answerMs = ANSWER_MS,
}: Given): Push {
  return async (to, words, keepSeconds) => {
    if (!mayPush(to.endpoint, loopback)) return 'never'
    let body: Buffer
    try {
      body = sealForBrowser(Buffer.from(JSON.stringify(words)), to)
    } catch {
      return 'never'
    }
    const { protocol, origin } = new URL(to.endpoint)
    return new Promise((resolve) => {
      let given = false
      const failed = (): void => resolve(given ? 'unsure' : 'again')
      const ask = (protocol === 'https:' ? request : plainRequest)(
        to.endpoint,
        {
          method: 'POST',
          ...(!loopback && { lookup: publicLookupBy(find) }),
          ...way,
          agent: false,
          timeout: answerMs,
          headers: {
            authorization: vapid.headerFor(origin, now()),
            'content-encoding': 'aes128gcm',
            'content-type': 'application/octet-stream',
            'content-length': body.length,
            ttl: Math.max(0, Math.floor(keepSeconds)),
            urgency: 'normal',
          },
        },
        (answer) => {
          answer.resume()
          resolve(meaning(answer.statusCode ?? 0))
        },
      )
      ask.on('error', failed)
      ask.on('timeout', () => ask.destroy())
      ask.on('finish', () => {
        given = ask.socket?.connecting === false
      })
      ask.end(body)
    })
  }
}
