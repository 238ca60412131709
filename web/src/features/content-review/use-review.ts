import { type ContentReview, type ReviewAct, REVIEW_KINDS, type ReviewRow } from '@dorsal/care'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { reviewedQuery } from '../../lib/reviewed.ts'

export const contentReviewQuery = queryOptions({
  queryKey: ['content-review'],
  queryFn: ({ signal }) => call('contentReview', { signal }),
})

/** What an item is to be opened as: opening it is what lets it be signed. */
export const sheetQuery = (key: string) =>
  queryOptions({
    queryKey: ['content-review', 'sheet', key],
    queryFn: ({ signal }) => call('openForReview', { body: { key }, signal }),
    staleTime: 0,
  })

export const isKind = (kind: string): kind is keyof typeof REVIEW_KINDS => Object.hasOwn(REVIEW_KINDS, kind)

/** How many of some items stand how. */
export function countOf(rows: readonly ReviewRow[]): Record<ReviewRow['state'], number> & { all: number } {
  const count = { unsigned: 0, signed: 0, changed: 0, returned: 0, all: rows.length }
  for (const { state } of rows) count[state] += 1
  return count
}

/** What was done is shown at once in the list, and asked for anew wherever content is shown. */
export function useActs() {
  const client = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const noteRows = (rows: readonly ReviewRow[]) => {
    const fresh = new Map(rows.map((row) => [row.key, row]))
    client.setQueryData<ContentReview>(
      contentReviewQuery.queryKey,
      (review) => review && { ...review, rows: review.rows.map((row) => fresh.get(row.key) ?? row) },
    )
  }
  const act = async (name: ReviewAct, rows: readonly ReviewRow[], words = ''): Promise<boolean> => {
    setBusy(true)
    setError(null)
    try {
      const items = rows.map(({ key, hash }) => ({ key, hash }))
      noteRows((await call('reviewContent', { body: { act: name, items, words } })).rows)
      void client.invalidateQueries({ queryKey: ['content-review', 'sheet'] })
      void client.invalidateQueries({ queryKey: reviewedQuery.queryKey })
      return true
    } catch (failed) {
      setError(failed)
      void client.invalidateQueries({ queryKey: contentReviewQuery.queryKey })
      return false
    } finally {
      setBusy(false)
    }
  }
  return { act, noteRows, error, busy }
}
