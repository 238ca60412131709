import { ANYBODY, PANEL_PAGE, type PanelFilter, type PanelRow, type PanelWish } from '@dorsal/care'
import { keepPreviousData, useQueries, useQueryClient } from '@tanstack/react-query'
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
  placeholderData: keepPreviousData,
})

/** The pages of the panel in which the rows from `first` to `last` stand, and the first, which says how many there are. */
export function usePanel(look: Look, shown: { first: number; last: number }) {
  const start = Math.floor(shown.first / PANEL_PAGE)
  const end = Math.floor(shown.last / PANEL_PAGE)
  const numbers = [...new Set([0, ...Array.from({ length: end - start + 1 }, (_, i) => start + i)])]
  const results = useQueries({
    queries: numbers.map((number) => pageQuery({ ...look, from: number * PANEL_PAGE })),
  })
  const [head] = results
  const rowAt = (index: number): PanelRow | undefined => {
    const at = numbers.indexOf(Math.floor(index / PANEL_PAGE))
    const found = results[at]
    return found?.isPlaceholderData && at > 0 ? undefined : found?.data?.rows[index % PANEL_PAGE]
  }
  return {
    head: head?.data,
    error: head?.error ?? null,
    retry: () => void head?.refetch(),
    rowAt,
  }
}
