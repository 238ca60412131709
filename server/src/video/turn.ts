import type { IceServer } from '@dorsal/care'
import { createHmac, randomBytes } from 'node:crypto'
import type { Config } from '../config.ts'

const isRelay = (url: string): boolean => /^turns?:/.test(url)

/**
 * The servers that help two browsers to find a way, with credentials for the relays that end at `until`: a name made of that time and chance,
 * and its HMAC by the secret that the relay knows too (coturn's use-auth-secret). The name tells of nobody.
 */
export function iceServersUntil(turn: Config['turn'], until: Date): IceServer[] {
  if (turn === null) return []
  const plain = turn.urls.filter((url) => !isRelay(url))
  const relays = turn.urls.filter(isRelay)
  const username = `${Math.ceil(until.getTime() / 1000)}:${randomBytes(9).toString('base64url')}`
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64')
  return [
    ...(plain.length > 0 ? [{ urls: plain }] : []),
    ...(relays.length > 0 ? [{ urls: relays, username, credential }] : []),
  ]
}
