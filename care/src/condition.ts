import * as z from 'zod/mini'

/**
 * A rule's condition as data, over named facts: answers by their id (`RF02`, `H05`), computed facts (`age`,
 * `nprs.average`). Missing facts never hold; `not` of a missing fact holds.
 */
export type Condition =
  | { fact: string; is: string | number | boolean }
  | { fact: string; atLeast: number }
  | { fact: string; atMost: number }
  | { fact: string; includes: string }
  | { fact: string; sizeAtLeast: number }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { atLeast: number; of: Condition[] }

/** The condition as it stands in content; a fact that is missing holds none of these. */
export const Condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ fact: z.string(), is: z.union([z.string(), z.number(), z.boolean()]) }),
    z.strictObject({ fact: z.string(), atLeast: z.number() }),
    z.strictObject({ fact: z.string(), atMost: z.number() }),
    z.strictObject({ fact: z.string(), includes: z.string() }),
    z.strictObject({ fact: z.string(), sizeAtLeast: z.number() }),
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
    z.strictObject({ atLeast: z.number(), of: z.array(Condition) }),
  ]),
)

export type Fact = string | number | boolean | readonly string[]
export type Facts = { readonly [id: string]: Fact | undefined }

/** Whether the condition holds over the facts. Total: never throws, unknown facts are simply not met. */
export function holds(condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((c) => holds(c, facts))
  if ('any' in condition) return condition.any.some((c) => holds(c, facts))
  if ('not' in condition) return !holds(condition.not, facts)
  if ('of' in condition) return condition.of.filter((c) => holds(c, facts)).length >= condition.atLeast
  const fact = Object.hasOwn(facts, condition.fact) ? facts[condition.fact] : undefined
  if (fact === undefined) return false
  if ('is' in condition) return fact === condition.is
  if ('atLeast' in condition) return typeof fact === 'number' && fact >= condition.atLeast
  if ('atMost' in condition) return typeof fact === 'number' && fact <= condition.atMost
  if ('includes' in condition)
    return Array.isArray(fact) ? fact.includes(condition.includes) : fact === condition.includes
  return Array.isArray(fact) && fact.length >= condition.sizeAtLeast
}
