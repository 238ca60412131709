import { ANYBODY, PANEL_PAGE, type PanelFilter, type PanelRow, type PanelWish } from '@dorsal/care'
import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../lib/api.ts'
import { pollEvery } from '../../lib/live.ts'
import { addressOf, lookOf } from './panel-address.ts'

export type Look = PanelFilter & { name: string }

const KEPT = ['panel-look']
const PLAIN: Look = { reasons: ANYBODY.reasons, whose: ANYBODY.whose, phase: ANYBODY.phase, name: '' }

/**
 * What is looked for. The filters stand in the address, so that they can be shared and gone back to; a name stands in none and on no disk,
 * it is kept in memory until whoever looks signs out. `first`: what the panel opens with where the address asks for nothing.
 */
export function useLook(first: PanelFilter | null): [Look, (look: Partial<Look>) => void] {
  const client = useQueryClient()
  const navigate = useNavigate()
  const asked = lookOf(useSearch({ strict: false }))
  const [name, setName] = useState(() => client.getQueryData<Look>(KEPT)?.name ?? '')
  const look: Look = { ...PLAIN, ...(asked ?? first), name }
  const opened = useRef(false)
  useEffect(() => {
    if (opened.current) return
    opened.current = true
    // Whoever comes back by a plain link finds what they looked at before; going back to a plain address later stays there.
    const before = client.getQueryData<Look>(KEPT)
    if (asked === null && before) void navigate({ to: '/', search: addressOf(before), replace: true })
  })
  return [
    look,
    (part) => {
      const next = { ...look, ...part }
      client.setQueryData(KEPT, next)
      setName(next.name)
      const to = addressOf(next)
      // A name that is typed changes no address, and choosing what is chosen adds no step to go back.
      if (JSON.stringify(to) !== JSON.stringify(addressOf(look))) void navigate({ to: '/', search: to })
    },
  ]
}

const pageQuery = (wish: PanelWish) => ({
  queryKey: ['panel', wish],
  queryFn: ({ signal }: { signal: AbortSignal }) => call('panelPage', { signal, body: wish }),
  refetchInterval: pollEvery(10_000),
})

/** The pages of the panel in which the rows from `first` to `last` stand, and the first, which says how many there are. */
export function usePanel(look: Look, shown: { first: number; last: number }) {
  const start = Math.max(1, Math.floor(shown.first / PANEL_PAGE))
  const end = Math.floor(shown.last / PANEL_PAGE)
  const numbers = Array.from({ length: Math.max(0, end - start + 1) }, (_, i) => start + i)
  // While another look is fetched the one before stays, so that whoever types a name keeps the field that they type into.
  const head = useQuery({ ...pageQuery({ ...look, from: 0 }), placeholderData: keepPreviousData })
  const others = useQueries({
    queries: numbers.map((number) => pageQuery({ ...look, from: number * PANEL_PAGE })),
  })
  const rowAt = (index: number): PanelRow | undefined => {
    const page = Math.floor(index / PANEL_PAGE)
    const found = page === 0 ? head : others[numbers.indexOf(page)]
    return found?.data?.rows[index % PANEL_PAGE]
  }
  return { head: head.data, error: head.error, retry: () => void head.refetch(), rowAt }
}
