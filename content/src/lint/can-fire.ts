import { type Condition, type Content, type Fact, type Facts, holds } from '@dorsal/care'
import type { leavesOf } from './conditions.ts'
import type { Found, LintRule } from './rule.ts'

type Leaf = ReturnType<typeof leavesOf>[number]

/** A fact that makes one comparison hold. */
function fulfil(condition: Leaf): Fact {
  if ('is' in condition) return condition.is
  if ('atLeast' in condition) return condition.atLeast
  if ('atMost' in condition) return condition.atMost
  if ('includes' in condition) return [condition.includes]
  if ('sizeAtLeast' in condition)
    return Array.from({ length: condition.sizeAtLeast }, (_, index) => String(index))
  return true
}

/** Some ways to make a condition hold, as facts: enough to find one when there is one, for conditions as people write them. */
function ways(condition: Condition): Facts[] {
  if ('all' in condition)
    return condition.all.reduce<Facts[]>(
      (found, part) =>
        found.flatMap((facts) => ways(part).map((more) => ({ ...facts, ...more }))).slice(0, 200),
      [{}],
    )
  if ('any' in condition) return condition.any.flatMap(ways)
  if ('not' in condition) return [{}]
  if ('of' in condition) {
    const first = condition.of.slice(0, condition.atLeast)
    const last = condition.of.slice(-condition.atLeast)
    return [...ways({ all: first }), ...ways({ all: last })]
  }
  return [{ [condition.fact]: fulfil(condition) }]
}

/** Whether there is a case in which the condition holds. */
export function canHold(condition: Condition): boolean {
  return ways(condition).some((facts) => holds(condition, facts))
}

function rulesOf({
  redFlags,
  yellowFlags,
  findings,
  patterns,
  movementTests,
  selfTests,
  programme,
  notes,
  lessons,
}: Content): [string, string, Condition][] {
  const of = (kind: string, rows: readonly { id: string; when: Condition | null }[]) =>
    rows.flatMap(({ id, when }): [string, string, Condition][] => (when === null ? [] : [[kind, id, when]]))
  return [
    ...of(
      'red-flags/items',
      redFlags.items.map(({ id, trigger }) => ({ id, when: trigger })),
    ),
    ...of('red-flags/combinations', redFlags.combinations),
    ...of('yellow-flags', yellowFlags),
    ...of('findings', findings),
    ...of(
      'findings',
      findings.flatMap(({ id, more = [] }) => more.map(({ when }) => ({ id, when }))),
    ),
    ...of(
      'patterns',
      patterns.flatMap((pattern) =>
        [...pattern.for, ...pattern.against].map(({ when }) => ({ id: pattern.id, when })),
      ),
    ),
    ...[...movementTests, ...selfTests].flatMap(({ id, offer }): [string, string, Condition][] =>
      offer === undefined ? [] : [['self-tests', id, offer.when]],
    ),
    ...of('notes', notes),
    ...of(
      'lessons',
      lessons.map(({ id, dose }) => ({ id, when: dose.when })),
    ),
    ...of(
      'programme',
      [...programme.decisions, ...programme.flare.reviews].map(({ id, when }) => ({
        id: `programme.${id}`,
        when,
      })),
    ),
  ]
}

/** Every warning sign, finding and rule has a case in which it fires: one that never can is worse than none. */
export const canFire: LintRule = {
  id: 'can-fire',
  check: (content) =>
    rulesOf(content)
      .filter(([, , condition]) => !canHold(condition))
      .map(([kind, where]): Found => ({ kind, where, message: 'has no case in which it fires' })),
}
