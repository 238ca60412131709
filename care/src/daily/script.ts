import type { DailyMove, DailyOffer } from './timer.ts'

/** One stretch of a running timer. `move`: the exercise that is shown meanwhile; `paced`: the breath is paced. Seconds. */
export type DailyPart = { id: string; text: string; seconds: number; move: DailyMove | null; paced: boolean }

/** What begins and ends a timer never takes more than this share of it. */
const MOST_AROUND = 0.4
/** A move shorter than this is not begun. */
const LEAST_MOVE = 20
/** How long one move of a break goes on at most, so that nothing is done for minutes on end. Author default. */
const MOST_MOVE = 45

function middle(step: DailyPart, { moves }: DailyOffer): DailyPart[] {
  const count = Math.min(moves.length, Math.floor(step.seconds / LEAST_MOVE))
  if (count === 0) return [step]
  const each = Math.min(MOST_MOVE, Math.floor(step.seconds / count))
  const parts = moves.slice(0, count).map(
    (move): DailyPart => ({
      id: `move-${move.id}`,
      text: move.name,
      seconds: each,
      move,
      paced: false,
    }),
  )
  const rest = step.seconds - each * count
  return rest > 0 ? [...parts, { ...step, seconds: rest }] : parts
}

/**
 * A timer of a chosen length as what happens when: the parts in order, in whole seconds, together exactly as long as was chosen. What begins
 * and ends it is shortened where the whole is short; the middle is filled with the person's own gentle exercises where there are any.
 */
export function dailyScript(offer: DailyOffer, minutes: number): DailyPart[] {
  const total = Math.round(minutes * 60)
  const around = offer.steps.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0)
  const share = around === 0 ? 1 : Math.min(1, (total * MOST_AROUND) / around)
  const fixed = offer.steps.map(({ seconds }) => (seconds === null ? null : Math.floor(seconds * share)))
  const left = total - fixed.reduce((sum: number, seconds) => sum + (seconds ?? 0), 0)
  return offer.steps
    .flatMap(({ id, text, seconds }, index) => {
      const part: DailyPart = {
        id,
        text,
        seconds: fixed[index] ?? left,
        move: null,
        paced: seconds === null && offer.pace !== null,
      }
      return seconds === null ? middle(part, offer) : [part]
    })
    .filter((part) => part.seconds > 0)
}

/** Where a timer stands after so many seconds: its part, and how many seconds of it are over. Null when it is over. */
export function partAfter(
  parts: readonly DailyPart[],
  elapsed: number,
): { part: DailyPart; index: number; into: number } | null {
  let start = 0
  for (const [index, part] of parts.entries()) {
    if (elapsed < start + part.seconds) return { part, index, into: Math.max(0, elapsed - start) }
    start += part.seconds
  }
  return null
}

/** How often the skin was to be looked at by now. */
export function checksDue({ check }: Pick<DailyOffer, 'check'>, elapsed: number, total: number): number {
  if (check === null) return 0
  const whole = Math.floor(Math.min(elapsed, total) / check.everySeconds)
  // The last look is at the end, which says so itself.
  return whole * check.everySeconds >= total ? whole - 1 : whole
}
