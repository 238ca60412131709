import type { ShareLink, ShareWish } from '@dorsal/care'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { newId } from '../../lib/new-id.ts'
import { newToken } from '../../lib/new-token.ts'
import { keepOnly, keepToken } from './kept-tokens.ts'

/** A link of one's own; `token` null where it was made on another device. */
export type OwnLink = ShareLink & { token: string | null }

const linksQuery = queryOptions({
  queryKey: ['shares'],
  queryFn: async ({ signal }) => {
    const { links, offers } = await call('shares', { signal })
    const tokens = await keepOnly(links.map(({ id }) => id))
    return { offers, links: links.map((link): OwnLink => ({ ...link, token: tokens[link.id] ?? null })) }
  },
  staleTime: 0,
})

export type Wished = Pick<ShareWish, 'kind' | 'lasts' | 'shownName'>

/** The links that open, and what can be done with them. `busy`: something is being sent; `error`: what went wrong with it last. */
export function useLinks() {
  const client = useQueryClient()
  const { data, error: notRead, refetch } = useQuery(linksQuery)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const send = async (work: () => Promise<void>): Promise<boolean> => {
    setBusy(true)
    setError(null)
    try {
      await work()
      await client.fetchQuery(linksQuery)
      return true
    } catch (failure) {
      setError(failure)
      return false
    } finally {
      setBusy(false)
    }
  }
  return {
    links: data?.links ?? null,
    offers: data?.offers ?? [],
    busy,
    error: error ?? notRead,
    again: () => void refetch(),
    make: async (wished: Wished): Promise<string | null> => {
      const id = newId()
      const token = newToken()
      const made = await send(async () => {
        // Kept before it is sent: a link whose answer was lost can be shown all the same.
        await keepToken(id, token)
        const utcOffset = -new Date().getTimezoneOffset()
        await call('makeShare', { params: { id }, body: { ...wished, id, token, utcOffset } })
        // Once more: a look at the list in between would have taken it for one of a link that is gone.
        await keepToken(id, token)
      })
      return made ? id : null
    },
    stop: (id: string) => send(async () => void (await call('revokeShare', { params: { id } }))),
  }
}

export type Links = ReturnType<typeof useLinks>
