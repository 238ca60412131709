import { ANYBODY, PANEL_PAGE, type PanelFilter, type PanelRow, type PanelWish } from '@dorsal/care'
import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { pollEvery } from '../../lib/live.ts'

export type Look = PanelFilter & { name: string }

const KEPT = ['panel-look']
const PLAIN: Look = { reasons: ANYBODY.reasons, whose: ANYBODY.whose, phase: ANYBODY.phase, name: '' }

/** What is looked for, kept in memory until whoever looks signs out: in no address and on no disk. Null: nothing was chosen yet. */
export function useLook(first: PanelFilter | null): [Look, (look: Partial<Look>) => void] {
  const client = useQueryClient()
  const [chosen, setChosen] = useState<Look | null>(() => client.getQueryData<Look>(KEPT) ?? null)
  const look = chosen ?? { ...PLAIN, ...first }
  return [
    look,
    (part) => {
      const next = { ...look, ...part }
      client.setQueryData(KEPT, next)
      setChosen(next)
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
