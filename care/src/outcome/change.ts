import type { ImportantChange, Measure } from './measure.ts'

/** What a change of a score means. `points`: last minus first. `better`: the same, positive towards better. `share`: of the first value. */
export type ScoreChange = {
  points: number
  better: number
  share: number | null
  meaning: 'much-better' | 'better' | 'about-the-same' | 'worse' | 'not-known'
  /** Whether it reaches what counts for a first value in this band; null where the measure has no such rows. */
  forFirstValue: boolean | null
}

/** A tenth of a tenth is no difference: means of whole numbers are compared with room for rounding. */
const ROUNDING = 1e-9

function reached(row: ImportantChange, better: number, share: number | null): boolean {
  if (better >= Math.abs(row.points) - ROUNDING) return true
  return (
    row.share !== null && share !== null && better > 0 && Math.abs(share) >= Math.abs(row.share) - ROUNDING
  )
}

/**
 * A change of a score against the smallest changes that matter (MCID) of its measure: `much-better`, `better`, `about-the-same`, or
 * `worse` (as far the other way as the least change). A "much" by share alone asks for the least change in points as well. `not-known`
 * where the measure has no such number. Null where a value is missing: no answer is no change. Source: `changes` of each measure.
 */
export function changeOf(measure: Measure, first: number | null, last: number | null): ScoreChange | null {
  if (first === null || last === null) return null
  const points = last - first
  const better = measure.better === 'lower' ? -points : points
  const share = first === 0 ? null : points / Math.abs(first)
  const general = measure.changes.filter(({ from, to }) => from === null && to === null)
  const banded = measure.changes.find(
    ({ from, to }) => from !== null && to !== null && first >= from && first <= to,
  )
  const least = general.find((row) => row.meaning === 'least')
  const much = general.find((row) => row.meaning === 'much')
  const hasBands = measure.changes.some(({ from }) => from !== null)
  const forFirstValue = !hasBands
    ? null
    : banded !== undefined && reached({ ...banded, share: null }, better, share)
  const meaning = (): ScoreChange['meaning'] => {
    if (least === undefined) return 'not-known'
    if (better <= -Math.abs(least.points) + ROUNDING) return 'worse'
    const noticed = reached(least, better, share)
    if (much !== undefined && reached(much, better, share) && better >= Math.abs(least.points) - ROUNDING)
      return 'much-better'
    return noticed ? 'better' : 'about-the-same'
  }
  return { points, better, share, meaning: meaning(), forFirstValue }
}
