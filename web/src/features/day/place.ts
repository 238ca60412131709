import type { DayGiven } from '../../lib/kept-day.ts'

/**
 * Which step is shown: the one that the address names, but never one behind a question that is not answered yet, nor behind a danger. The danger questions come
 * first, then the pain, then what follows.
 */
export function placeOf(
  dangers: readonly { id: string }[],
  { answers, pain }: DayGiven,
  wanted: number | undefined,
): number {
  const open = dangers.findIndex(({ id }) => answers[id] !== 'no')
  const furthest = open !== -1 ? open : dangers.length + (pain === null ? 0 : 1)
  return Math.min(wanted ?? 0, furthest)
}
