import type { Plan, SignOff } from '@dorsal/care'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { call } from './api.ts'

/** What the clinic has reviewed of its content: the one place from which every page knows it. */
export const reviewedQuery = queryOptions({
  queryKey: ['reviewed'],
  queryFn: ({ signal }) => call('reviewed', { signal }),
  staleTime: 5 * 60_000,
})

export type Review =
  | { state: 'signed'; by: string | null; at: string | null }
  | { state: 'changed' }
  | { state: 'unsigned' }

const UNSIGNED: Review = { state: 'unsigned' }

/**
 * How an item stands with the clinic, by its key (`exercises/cat-cow`). As long as the clinic's own word is not known, as without a
 * connection, only the mark of the item's file counts: nothing is called reviewed on a guess.
 */
export function useReview(): (key: string, shipped?: SignOff) => Review {
  const { data } = useQuery(reviewedQuery)
  return (key, shipped) => {
    if (data === undefined)
      return shipped?.state === 'reviewed' ? { state: 'signed', by: shipped.by, at: shipped.at } : UNSIGNED
    const signed = data.signed[key]
    if (signed !== undefined) return { state: 'signed', ...signed }
    return data.changed.includes(key) ? { state: 'changed' } : UNSIGNED
  }
}

/** Whether anything that this plan was made of is not reviewed by the clinic as it is now. */
export function usePlanUnreviewed(plan: Plan | null): boolean {
  const review = useReview()
  if (plan === null) return false
  const { items, evaluation } = plan
  return (
    review(`patterns/${evaluation.pattern}`).state !== 'signed' ||
    items.some(({ pin, signOff }) => pin === undefined || review(keyOfPin(pin), signOff).state !== 'signed')
  )
}

/** The key of what a line of a plan was made from: `exercises/cat-cow@1` without its version. */
export const keyOfPin = (pin: string): string => pin.replace(/@\d+$/, '')
