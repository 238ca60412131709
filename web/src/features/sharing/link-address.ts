import { ShareToken } from '@dorsal/care'

/** Where a link leads. Its secret stands behind the #: a browser sends that part to nobody, neither to us nor as where it comes from. */
export const addressOf = (token: string, origin: string = location.origin): string =>
  `${origin}/shared#${token}`

/** The secret in the part of an address behind the #; null where there is none. */
export function tokenIn(hash: string): string | null {
  return ShareToken.safeParse(hash.replace(/^#/, '')).data ?? null
}

/** Whether an address works on this machine alone: then a code on paper would open nothing on a telephone. */
export const onlyHere = (hostname: string = location.hostname): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
