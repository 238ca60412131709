/** Milliseconds between two looks for a second person: often while the person gets ready, seldom while a set runs. */
export const OFTEN = 1000
export const SELDOM = 2500
/** A look may take these shares of the time at most; on a slow device looks become fewer. */
const SHARE = { ready: 1 / 10, counting: 1 / 30 }
/** A look that takes longer than this would be seen as a gap in the movement: then only while nothing is counted. */
export const TOO_LONG = 150

export type Looks = { lookMs: number; lookedAt: number; possible: boolean }

export const startLooks = (): Looks => ({ lookMs: 0, lookedAt: Number.NEGATIVE_INFINITY, possible: true })

/** Whether a look is due at `now` (milliseconds), by what the last one took on this device. */
export function lookDue({ lookMs, lookedAt, possible }: Looks, now: number, counting: boolean): boolean {
  if (!possible || (counting && lookMs > TOO_LONG)) return false
  const pause = counting ? Math.max(SELDOM, lookMs / SHARE.counting) : Math.max(OFTEN, lookMs / SHARE.ready)
  return now - lookedAt >= pause
}

/** One look that met a busy moment says little of the device: what a look takes is believed to grow by half at most each time. */
export function afterLook(looks: Looks, found: { lookMs: number; possible: boolean }): Looks {
  const most = looks.lookMs > 0 ? 1.5 * looks.lookMs : Number.POSITIVE_INFINITY
  return { ...looks, lookMs: Math.min(found.lookMs, most), possible: found.possible }
}
