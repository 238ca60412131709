import type { OutcomeRules } from './outcome-rules.ts'

type Rule = OutcomeRules['responder']

const ROUNDING = 1e-9

/**
 * Whether somebody counts as a responder: pain down by at least the share (30 %) and at least the points (2). Null where a value is
 * missing; that is no "no" of the person, but see `respondersOf`. Source: responder definition of the outcome rules.
 */
export function isResponder(first: number | null, last: number | null, rule: Rule): boolean | null {
  if (first === null || last === null) return null
  const down = first - last
  return down >= rule.points - ROUNDING && down >= first * rule.share - ROUNDING
}

/** First and last value of one person who started; null where it was not answered. */
export type FirstAndLast = { first: number | null; last: number | null }

/** A group in figures. `share`: responders of all who started. `shareOfAnswered`: of those with both values, never shown alone. */
export type Responders = {
  starters: number
  answered: number
  responders: number
  share: number | null
  shareOfAnswered: number | null
}

/**
 * Responders of a group with everybody who started in the denominator: whoever has no last value counts as no responder, so that people
 * who left do not make the figures better. Without a comparison group the change includes natural recovery: never say that care caused it.
 */
export function respondersOf(courses: readonly FirstAndLast[], rule: Rule): Responders {
  const verdicts = courses.map(({ first, last }) => isResponder(first, last, rule))
  const answered = verdicts.filter((verdict) => verdict !== null).length
  const responders = verdicts.filter((verdict) => verdict === true).length
  const of = (all: number): number | null => (all === 0 ? null : responders / all)
  return {
    starters: courses.length,
    answered,
    responders,
    share: of(courses.length),
    shareOfAnswered: of(answered),
  }
}
