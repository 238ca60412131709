/** Milliseconds between two looks for a second person: often while the person gets ready, seldom while a set runs. */
export const OFTEN = 1000
export const SELDOM = 2500
/** A look may take this share of the time at most; on a slow device looks become fewer. */
const SHARE = 1 / 40
/** A look that takes longer than this would be seen as a gap in the movement: then only while nothing is counted. */
export const TOO_LONG = 150

export type Looks = { lookMs: number; lookedAt: number; possible: boolean }

export const startLooks = (): Looks => ({ lookMs: 0, lookedAt: Number.NEGATIVE_INFINITY, possible: true })

/** Whether a look is due at `now` (milliseconds), by what the last one took on this device. */
export function lookDue({ lookMs, lookedAt, possible }: Looks, now: number, counting: boolean): boolean {
  if (!possible || (counting && lookMs > TOO_LONG)) return false
  return now - lookedAt >= Math.max(counting ? SELDOM : OFTEN, lookMs / SHARE)
}
