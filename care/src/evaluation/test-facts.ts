import { bandOf } from '@dorsal/motion'
import type { Fact, Facts } from '../condition.ts'
import type { MovementTest, YellowFlag } from '../content.ts'
import { holds } from '../condition.ts'
import type { Intake, MovementTestResult } from '../intake/intake.ts'

/**
 * One movement test in words: `limited`, `typical`, `asymmetric`, `painful`. Measured values are judged by the band of age and sex; a
 * self-rating stands for itself. Missing data: a side that was not done is left out; no age, no band, no judgement.
 * A side difference counts only when both sides were measured and it is larger than the test's own.
 */
function judged(
  test: MovementTest,
  result: MovementTestResult,
  age: number | null,
  sex: 'female' | 'male' | null,
): Record<string, Fact> {
  const measured = [result.left, result.right, result.value ?? null].filter((value) => value !== null)
  const band = bandOf(measured.length > 0 ? Math.min(...measured) : null, test.bands, age, sex)
  const limited = result.rating === 'limited' || result.rating === 'very-limited' || band === 'limited'
  const known = measured.length > 0 ? band !== 'none' : result.rating != null && result.rating !== 'painful'
  const asymmetric =
    test.sideDifference !== null &&
    result.left !== null &&
    result.right !== null &&
    Math.abs(result.left - result.right) > test.sideDifference
  const facts: Record<string, Fact> = { error: result.error ?? test.error }
  if (result.left !== null) facts.left = result.left
  if (result.right !== null) facts.right = result.right
  if (limited) facts.limited = true
  if (known && !limited) facts.typical = true
  if (asymmetric) facts.asymmetric = true
  if (result.rating === 'painful' || (result.pain ?? 0) >= 4) facts.painful = true
  return facts
}

/**
 * The facts that need content or counting on top of the plain answers: judged movement tests, how many yellow flags hold,
 * the mean of the person's own activities (`psfs.mean`, 0..10) and the first of them (`goal.first`).
 */
export function judgedFacts(
  intake: Intake,
  plain: Facts,
  tests: readonly MovementTest[],
  flags: readonly YellowFlag[],
): Facts {
  const facts: Record<string, Fact | undefined> = { ...plain }
  const age = typeof plain.age === 'number' ? plain.age : null
  const sex = plain.sex === 'female' || plain.sex === 'male' ? plain.sex : null
  for (const test of tests) {
    const result = intake.movementTests[test.id]
    if (result === undefined) continue
    for (const [name, value] of Object.entries(judged(test, result, age, sex)))
      facts[`test.${test.id}.${name}`] = value
  }
  facts['yellow.count'] = flags.filter((flag) => holds(flag.when, plain)).length
  const [first] = intake.goals
  if (first !== undefined) {
    facts['goal.first'] = first.text
    facts['psfs.mean'] = intake.goals.reduce((sum, goal) => sum + goal.now, 0) / intake.goals.length
  }
  return facts
}
