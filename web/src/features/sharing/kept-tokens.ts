import { ShareToken } from '@dorsal/care'
import * as z from 'zod/mini'
import { keep, readKept } from '../../lib/store.ts'

const Kept = z.record(z.string(), ShareToken)
export type Tokens = Readonly<Record<string, string>>

/**
 * The secrets of the links that were made on this device, by the link's id: sealed like all that is about the person, so that a code can
 * be shown again. The server could not: it has only their hashes.
 */
export async function keptTokens(): Promise<Tokens> {
  return Kept.safeParse(await readKept('shares')).data ?? {}
}

export async function keepToken(id: string, token: string): Promise<void> {
  await keep('shares', { ...(await keptTokens()), [id]: token })
}

/** Forgets the secrets of links that there are no more. */
export async function keepOnly(ids: readonly string[]): Promise<Tokens> {
  const tokens = await keptTokens()
  const left = Object.fromEntries(Object.entries(tokens).filter(([id]) => ids.includes(id)))
  if (Object.keys(left).length < Object.keys(tokens).length) await keep('shares', left)
  return left
}
