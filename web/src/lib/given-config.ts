import { PublicConfig } from '@dorsal/care'
import type { QueryClient } from '@tanstack/react-query'
import { configQuery } from './config.ts'

/** A page that the browser kept and shows again is asked anew what the clinic set up. */
const FRESH_MS = 5 * 60_000

/** The set-up as the server wrote it into the page: `at` by the server's clock, so a device with another one asks again. */
function readGiven(): { config: PublicConfig; at: number } | null {
  const text = document.querySelector<HTMLMetaElement>('meta[name="dorsal-config"]')?.content
  try {
    const { at, config } = JSON.parse(text ?? '{}') as { at?: unknown; config?: unknown }
    const read = PublicConfig.safeParse(config)
    return read.success && typeof at === 'number' ? { config: read.data, at } : null
  } catch {
    return null
  }
}

/** Takes the set-up from the page, so that nothing waits for a request of its own. */
export function takeGivenConfig(client: QueryClient): void {
  const given = readGiven()
  if (given && Math.abs(Date.now() - given.at) < FRESH_MS)
    client.setQueryData(configQuery.queryKey, given.config)
}
