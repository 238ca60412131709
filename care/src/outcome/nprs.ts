/** What a change in pain means to most people. */
export type NprsChange = {
  /** Points, negative is less pain. */
  change: number
  /** Share of the first value, negative is less pain; null when the first was 0. */
  share: number | null
  meaning: 'much-better' | 'better' | 'about-the-same' | 'worse'
  /** Down by at least 30 % and at least 2 points. */
  responder: boolean
}

/**
 * Change on the 0-10 pain scale (NPRS) against its least important differences: 1 point or 15 % is the least that people
 * notice, 2 points or 33 % is "much better" (Salaffi 2004). Null where either value is missing: no answer is no change.
 */
export function nprsChange(first: number | null, last: number | null): NprsChange | null {
  if (first === null || last === null) return null
  const change = last - first
  const share = first === 0 ? null : change / first
  const less = share === null ? 0 : -share
  const meaning =
    change >= 1
      ? 'worse'
      : change <= -2 || (change <= -1 && less >= 0.33)
        ? 'much-better'
        : change <= -1 || less >= 0.15
          ? 'better'
          : 'about-the-same'
  return { change, share, meaning, responder: change <= -2 && less >= 0.3 }
}
