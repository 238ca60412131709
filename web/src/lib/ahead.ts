/** Something that guides: what it has said and sounded, each with a number that rises. */
export type Guided<Sound extends string> = {
  said: { seq: number }
  sound: { seq: number; kind: Sound }
}

/** Something that will be said or sounded in so many milliseconds; `mark`: `markOf` from then on. */
export type Coming<Sound extends string> = { inMs: number; mark: number; sound: Sound | 'none' }

/** Rises with whatever is said or sounded. */
export const markOf = ({ said, sound }: Guided<string>): number => said.seq + sound.seq

/** No step of time is longer than this, so that no machine takes it for a sleep. */
const COARSE_MS = 1000
const FINE_MS = 50

/**
 * What comes within `horizonMs` if nobody does anything, by letting the time of a copy pass. `after`: the state as it is so many
 * milliseconds from now, given the state before it.
 */
export function comingOf<Sound extends string, State extends Guided<Sound>>(
  state: State,
  after: (state: State, ms: number) => State,
  horizonMs: number,
): Coming<Sound>[] {
  const coming: Coming<Sound>[] = []
  let now = state
  for (let at = COARSE_MS; at <= horizonMs; at += COARSE_MS) {
    const next = after(now, at)
    if (markOf(next) === markOf(now)) {
      now = next
      continue
    }
    for (let inMs = at - COARSE_MS + FINE_MS; inMs <= at; inMs += FINE_MS) {
      const step = after(now, inMs)
      if (markOf(step) !== markOf(now)) {
        const sound = step.sound.seq === now.sound.seq ? 'none' : step.sound.kind
        coming.push({ inMs, mark: markOf(step), sound })
      }
      now = step
    }
  }
  return coming
}

/** A tick that comes this much after it is due is one of a clock nearly all the way: the browser's for pages that nobody looks at. */
const LATE_MS = 1500

/** Whether it has gone otherwise than was foreseen `sinceMs` ago: somebody did something, or time was slept through. */
export function wentOtherwise(
  foreseen: { mark: number; coming: readonly Coming<string>[] },
  mark: number,
  sinceMs: number,
): boolean {
  const past = foreseen.coming.filter(({ inMs }) => inMs <= sinceMs)
  if (mark === (past.at(-1)?.mark ?? foreseen.mark)) return false
  return !foreseen.coming.some((one) => one.mark === mark && Math.abs(one.inMs - sinceMs) <= LATE_MS)
}
