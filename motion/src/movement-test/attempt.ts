import type { Signal } from '../movement.ts'

/** The own side of an attempt; `both` where sides are not told apart. */
export type AttemptSide = 'left' | 'right' | 'both'

/** Why an attempt does not count, by an id: a rule of the protocol, or one of these. */
export type NotAccepted = 'not-seen' | 'not-measured' | 'short' | 'moved' | 'unclear' | (string & {})

/**
 * One try. `value`: how far it went in the test's unit, null when that could not be measured. `marks`: the furthest of each signal that is
 * graded. `pain`: 0..10 as the person said, null when nobody asked. `at`: seconds.
 */
export type Attempt = {
  number: number
  side: AttemptSide
  value: number | null
  error: number
  marks: Partial<Record<Signal, number>>
  /** Furthest of each limb where both work together, null elsewhere. */
  limbs: { left: number; right: number } | null
  practice: boolean
  valid: boolean
  because: NotAccepted | null
  pain: number | null
  at: number
}

/** Attempts kept in full; a test has at most a dozen. */
export const KEEP_ATTEMPTS = 60
