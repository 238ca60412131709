import { bandOf } from '@dorsal/motion'
import type { Fact, Facts } from '../condition.ts'
import type { MovementTest, YellowFlag } from '../content.ts'
import { holds } from '../condition.ts'
import type { Intake, MovementTestResult } from '../intake/intake.ts'

/** Pain (0..10) from which a movement test counts as painful. Author default. */
const PAINFUL = 4

type Person = { age: number | null; sex: 'female' | 'male' | null }

/** The value that is judged: the test's own one where it has one, else the worse side, for that is the one that limits. */
function valueOf({ left, right, value }: MovementTestResult): number | null {
  if (value != null) return value
  const sides = [left, right].filter((side) => side !== null)
  return sides.length > 0 ? Math.min(...sides) : null
}

/** What a measured value says by itself: its band, and whether the error of the measurement could turn that round. */
function measured(test: MovementTest, value: number, error: number, { age, sex }: Person) {
  const limitedAt = (at: number) => bandOf(at, test.bands, age, sex) === 'limited'
  const band = bandOf(value, test.bands, age, sex)
  const askAbove = test.protocol?.limits?.askAbove ?? null
  const raisedAt = (at: number) => askAbove !== null && at > askAbove
  const turns = (at: (value: number) => boolean) =>
    at(value - error) !== at(value) || at(value + error) !== at(value)
  return {
    limited: band === 'limited',
    known: band !== 'none' || askAbove !== null,
    raised: raisedAt(value),
    nearLimit: (band !== 'none' && turns(limitedAt)) || turns(raisedAt),
  }
}

/**
 * One movement test in words: `limited`, `typical`, `asymmetric`, `painful`, `raised` (above what should be asked about). Measured values are
 * judged by the band of age and sex; an own judgement (`own`) stands for itself. `near-limit`, `sides-near-limit`: the value lies within the error of
 * the measurement from its limit, so that it may fall the other way next time. Missing data: a side that was not done is left out; no age, no band, no
 * judgement. A side difference counts only when both sides were measured and it is larger than the test's own.
 */
function judged(test: MovementTest, result: MovementTestResult, person: Person): Record<string, Fact> {
  const { left, right, rating } = result
  const value = valueOf(result)
  const error = result.error ?? test.error
  const seen = value === null ? null : measured(test, value, error, person)
  const limited = rating === 'limited' || rating === 'very-limited' || seen?.limited === true
  const known = seen === null ? rating != null && rating !== 'painful' : seen.known
  const least = test.sideDifference
  const apart = least !== null && left !== null && right !== null ? Math.abs(left - right) - least : null
  const facts: Record<string, Fact> = { error }
  if (left !== null) facts['left'] = left
  if (right !== null) facts['right'] = right
  if (limited) facts['limited'] = true
  if (known && !limited && seen?.raised !== true) facts['typical'] = true
  if (seen?.raised === true) facts['raised'] = true
  if (seen?.nearLimit === true) facts['near-limit'] = true
  if (seen === null && rating != null) facts['own'] = true
  if (apart !== null && apart > 0) facts['asymmetric'] = true
  if (apart !== null && apart > 0 && apart <= error) facts['sides-near-limit'] = true
  if (rating === 'painful' || (result.pain ?? 0) >= PAINFUL) facts['painful'] = true
  return facts
}

/** The answer that a flag is read from; null while nobody has given it. */
function isAsked(flag: YellowFlag, plain: Facts): boolean {
  const { by, id } = flag.asked
  return plain[by === 'question' || by === 'computed' ? id : flag.id] !== undefined
}

/**
 * The facts that need content or counting on top of the plain answers: judged movement tests; `tests.painful`, how many tests hurt, the ones done
 * alone among them; `yellow.count`, the burdens that hold, and `yellow.clear`, those that were asked and do not (a flag that is only a note for the
 * therapist is in neither); the mean of the person's own activities (`psfs.mean`, 0..10) and the first of them (`goal.first`).
 */
export function judgedFacts(
  intake: Intake,
  plain: Facts,
  tests: readonly MovementTest[],
  flags: readonly YellowFlag[],
): Facts {
  const facts: Record<string, Fact | undefined> = { ...plain }
  const age = typeof plain['age'] === 'number' ? plain['age'] : null
  const sex = plain['sex'] === 'female' || plain['sex'] === 'male' ? plain['sex'] : null
  for (const test of tests) {
    const result = intake.movementTests[test.id]
    if (result === undefined) continue
    for (const [name, value] of Object.entries(judged(test, result, { age, sex })))
      facts[`test.${test.id}.${name}`] = value
  }
  const alone = Object.values(intake.selfTests ?? {}).filter(({ result }) => result === 'painful')
  facts['tests.painful'] =
    alone.length + tests.filter(({ id }) => facts[`test.${id}.painful`] === true).length
  const counted = flags.filter(({ counted: speaks }) => speaks)
  facts['yellow.count'] = counted.filter((flag) => holds(flag.when, plain)).length
  facts['yellow.clear'] = counted.filter((flag) => isAsked(flag, plain) && !holds(flag.when, plain)).length
  const [first] = intake.goals
  if (first !== undefined) {
    facts['goal.first'] = first.text
    facts['psfs.mean'] = intake.goals.reduce((sum, goal) => sum + goal.now, 0) / intake.goals.length
  }
  return facts
}
