import { partAt, secondsOf, type Tempo, type TempoPart } from './tempo.ts'

/** An easy breath where nothing says another: six a minute, out longer than in. Seconds. */
export const EASY_BREATH: Tempo = { out: 4, stay: 0, back: 6 }

export type Breath = { part: TempoPart; number: number; fill: number }

/** Where a breath stands after so many seconds: the ring fills with breathing in, stays full, and empties with breathing out. */
export function breathAt(seconds: number, pace: Tempo = EASY_BREATH): Breath {
  const whole = secondsOf(pace)
  const number = Math.floor(seconds / whole)
  const { part, share } = partAt(pace, seconds - number * whole)
  return { part, number, fill: part === 'out' ? share : part === 'stay' ? 1 : 1 - share }
}
